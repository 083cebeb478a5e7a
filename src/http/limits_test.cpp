#include <gtest/gtest.h>

#include <algorithm>

#include "answers/refusals.h"
#include "http/compressed.h"
#include "http/deadlines.h"
#include "http/problem.h"
#include "http/rate_limit.h"

#include <zlib.h>

namespace lotline::http {
namespace {

using std::chrono::seconds;

std::string header_of(const Reply& reply, std::string_view name) {
  const auto found = std::ranges::find(reply.headers, name, &std::pair<std::string, std::string>::first);
  return found == reply.headers.end() ? "" : found->second;
}

TEST(RateLimit, lets_a_burst_through_and_then_the_rate) {
  RateLimit limit(60);
  const auto now = std::chrono::steady_clock::now();
  int taken = 0;
  while (limit.seconds_to_wait("account a", now) == 0) ++taken;
  EXPECT_EQ(taken, 10);
  EXPECT_EQ(limit.seconds_to_wait("account a", now + std::chrono::milliseconds(900)), 1);
  EXPECT_EQ(limit.seconds_to_wait("account a", now + seconds(2)), 0);
  EXPECT_EQ(limit.seconds_to_wait("account b", now), 0);
}

TEST(RateLimit, who_has_to_wait_is_told_for_how_long) {
  RateLimit limit(4);  // one in fifteen seconds
  const auto now = std::chrono::steady_clock::now();
  while (limit.seconds_to_wait("account a", now) == 0) continue;
  EXPECT_EQ(limit.seconds_to_wait("account a", now), 15);
  EXPECT_EQ(limit.seconds_to_wait("account a", now + seconds(5)), 10);
  const auto refused = refuse(answers::too_many_requests, "{} seconds", 15).error();
  EXPECT_EQ(header_of(problem(refused, "r-1"), "Retry-After"), "15");
  // Nothing told: a while.
  EXPECT_EQ(header_of(problem(refuse(answers::shutting_down).error(), "r-1"), "Retry-After"), "5");
}

TEST(Deadlines, count_from_the_beginning_of_a_phase_whatever_comes_meanwhile) {
  Settings settings;
  ConnectionClock clock(-1, "");
  const auto now = std::chrono::steady_clock::now();
  const auto after = [&](ConnectionClock::Phase phase, int lasted, std::int64_t bytes) {
    clock.enter(phase);
    clock.since.store(now - seconds(lasted));
    clock.bytes.store(bytes);
    return overdue(clock, now, settings);
  };
  using Phase = ConnectionClock::Phase;
  EXPECT_FALSE(after(Phase::idle, settings.idle_seconds, 0));
  EXPECT_TRUE(after(Phase::idle, settings.idle_seconds + 1, 0));
  EXPECT_FALSE(after(Phase::headers, settings.header_seconds, 0));
  EXPECT_TRUE(after(Phase::headers, settings.header_seconds + 1, 0));
  EXPECT_TRUE(after(Phase::body, settings.body_seconds + 1, 0));
  EXPECT_FALSE(after(Phase::body, settings.body_seconds + 60, std::int64_t{60} * settings.least_rate));
  EXPECT_TRUE(after(Phase::body, settings.body_seconds + 61, std::int64_t{60} * settings.least_rate));
  EXPECT_FALSE(after(Phase::answering, 86'400, 0));
}

std::string unpacked(const std::string& packed, std::size_t size) {
  std::string out(size, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  inflateEnd(&stream);
  return out;
}

TEST(Compressed, text_comes_back_as_it_was) {
  std::string text;
  for (int i = 0; i < 5'000; ++i) text += std::to_string(i * i) + ",";
  const std::string packed = compressed(text);
  EXPECT_LT(packed.size(), text.size());
  EXPECT_EQ(unpacked(packed, text.size()), text);
}

TEST(Compressed, is_sent_only_to_those_who_take_it) {
  EXPECT_TRUE(takes_gzip("gzip"));
  EXPECT_TRUE(takes_gzip("br, gzip;q=0.5"));
  EXPECT_FALSE(takes_gzip("gzip;q=0"));
  EXPECT_FALSE(takes_gzip("br"));
  EXPECT_FALSE(takes_gzip(""));
}

}  // namespace
}  // namespace lotline::http
