#pragma once
// How many requests one account or address may make: a bucket of tokens that fills again with time.

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace lotline::http {

class RateLimit {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  /// The bucket holds ten seconds' worth, and at least ten.
  explicit RateLimit(std::int64_t per_minute);

  /// Takes one token: 0. When there is none: the whole seconds until there is one, at least 1.
  [[nodiscard]] std::int64_t seconds_to_wait(std::string_view who, Moment now);

 private:
  struct Bucket {
    double tokens;
    Moment filled;
  };
  /// Full buckets tell nothing: they are dropped when there are many.
  void drop_full(Moment now);

  const double per_second_;
  const double most_;
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace lotline::http
