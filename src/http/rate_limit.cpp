#include "http/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace lotline::http {

namespace {
constexpr std::size_t kManyBuckets = 100'000;
}

RateLimit::RateLimit(std::int64_t per_minute)
    : per_second_(static_cast<double>(per_minute) / 60), most_(std::max(10.0, per_second_ * 10)) {}

std::int64_t RateLimit::seconds_to_wait(std::string_view who, Moment now) {
  const std::lock_guard lock(mutex_);
  if (buckets_.size() > kManyBuckets) drop_full(now);
  auto [found, is_new] = buckets_.try_emplace(std::string{who}, Bucket{most_, now});
  Bucket& bucket = found->second;
  const std::chrono::duration<double> passed = now - bucket.filled;
  bucket.tokens = std::min(most_, bucket.tokens + passed.count() * per_second_);
  bucket.filled = now;
  if (bucket.tokens < 1) {
    constexpr double kNothing = 1e-6;  // seconds: what rounding adds is not waited for
    return std::max(std::int64_t{1},
                    static_cast<std::int64_t>(std::ceil((1 - bucket.tokens) / per_second_ - kNothing)));
  }
  bucket.tokens -= 1;
  return 0;
}

void RateLimit::drop_full(Moment now) {
  std::erase_if(buckets_, [&](const auto& entry) {
    const std::chrono::duration<double> passed = now - entry.second.filled;
    return entry.second.tokens + passed.count() * per_second_ >= most_;
  });
}

}  // namespace lotline::http
