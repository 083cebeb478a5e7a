#include "access/attempt.h"

#include <gtest/gtest.h>

#include "access/accounts_fixture.h"
#include "access/refusals.h"

namespace lotline::access {
namespace {

constexpr const char* kHome = "192.0.2.7";
constexpr const char* kElsewhere = "203.0.113.9";

/// How many attempts are let in before one has to wait, all at once.
int let_in(MemoryTable<AttemptRow>& attempts, const std::string& name, const std::string& peer, Instant now) {
  int in = 0;
  while (in < 1000 && begin_attempt(attempts, name, peer, now)) ++in;
  return in;
}

TEST(Attempts, five_fail_before_one_waits_and_each_further_one_doubles_the_wait) {
  MemoryTable<AttemptRow> attempts;
  EXPECT_EQ(let_in(attempts, "amara", kHome, kNoon), 5);
  EXPECT_EQ(begin_attempt(attempts, "amara", kHome, kNoon).error().text.ends_with("30 seconds"), true);
  EXPECT_EQ(let_in(attempts, "amara", kHome, after(kNoon, 29)), 0);
  EXPECT_EQ(let_in(attempts, "amara", kHome, after(kNoon, 30)), 1);
  EXPECT_EQ(let_in(attempts, "amara", kHome, after(kNoon, 30 + 59)), 0);
  EXPECT_EQ(let_in(attempts, "amara", kHome, after(kNoon, 30 + 60)), 1);
}

TEST(Attempts, no_wait_is_longer_than_a_quarter_of_an_hour_and_a_day_forgets_them) {
  MemoryTable<AttemptRow> attempts;
  Instant now = kNoon;
  for (int i = 0; i < 30; ++i) {
    static_cast<void>(let_in(attempts, "amara", kHome, now));
    now = after(now, 15 * 60);
  }
  EXPECT_EQ(let_in(attempts, "amara", kHome, now), 1);
  EXPECT_EQ(let_in(attempts, "amara", kHome, after(now, 24 * 3600)), 5);
}

TEST(Attempts, are_counted_whether_there_is_such_a_name_or_not_and_in_any_case) {
  MemoryTable<AttemptRow> attempts;
  EXPECT_EQ(let_in(attempts, "nobody", kHome, kNoon), 5);
  EXPECT_EQ(let_in(attempts, "NOBODY", kHome, kNoon), 0);
  attempts.scan({}, [](const AttemptRow& row) {
    EXPECT_EQ(row.name.find("nobody"), std::string::npos);
    return true;
  });
}

TEST(Attempts, from_one_address_at_many_names_wait_too) {
  MemoryTable<AttemptRow> attempts;
  int in = 0;
  for (int i = 0; i < 100; ++i) in += begin_attempt(attempts, "name" + std::to_string(i), kElsewhere, kNoon) ? 1 : 0;
  EXPECT_EQ(in, 20);
  EXPECT_EQ(let_in(attempts, "amara", kHome, kNoon), 5);
}

TEST(Attempts, from_many_addresses_at_one_name_wait_but_not_where_the_account_is_known) {
  MemoryTable<AttemptRow> attempts;
  ASSERT_TRUE(begin_attempt(attempts, "amara", kHome, kNoon));
  attempt_succeeded(attempts, "amara", kHome, kNoon);
  int in = 0;
  for (int i = 0; i < 200; ++i) in += begin_attempt(attempts, "amara", fmt::format("203.0.113.{}", i), kNoon) ? 1 : 0;
  EXPECT_EQ(in, 50);
  EXPECT_EQ(refused(begin_attempt(attempts, "amara", "198.51.100.1", kNoon)), too_many_attempts.number);
  EXPECT_EQ(refused(begin_attempt(attempts, "amara", kHome, kNoon)), 0);
}

TEST(Attempts, of_others_at_ones_own_address_make_nobody_wait_who_signed_in_there) {
  MemoryTable<AttemptRow> attempts;
  ASSERT_TRUE(begin_attempt(attempts, "amara", kHome, kNoon));
  attempt_succeeded(attempts, "amara", kHome, kNoon);
  for (int i = 0; i < 100; ++i) static_cast<void>(begin_attempt(attempts, "name" + std::to_string(i), kHome, kNoon));
  EXPECT_EQ(refused(begin_attempt(attempts, "stranger", kHome, kNoon)), too_many_attempts.number);
  EXPECT_EQ(refused(begin_attempt(attempts, "amara", kHome, kNoon)), 0);
}

TEST(Attempts, at_a_known_address_wait_a_minute_at_most) {
  MemoryTable<AttemptRow> attempts;
  ASSERT_TRUE(begin_attempt(attempts, "amara", kHome, kNoon));
  attempt_succeeded(attempts, "amara", kHome, kNoon);
  Instant now = kNoon;
  for (int i = 0; i < 30; ++i) {
    static_cast<void>(let_in(attempts, "amara", kHome, now));
    now = after(now, 60);
  }
  EXPECT_EQ(let_in(attempts, "amara", kHome, now), 1);
}

TEST(Attempts, that_sign_in_are_no_failures) {
  MemoryTable<AttemptRow> attempts;
  for (int i = 0; i < 500; ++i) {
    ASSERT_TRUE(begin_attempt(attempts, "amara", kHome, kNoon)) << i;
    attempt_succeeded(attempts, "amara", kHome, kNoon);
  }
  EXPECT_EQ(let_in(attempts, "bruno", kHome, kNoon), 5);
}

TEST(Attempts, that_no_longer_count_are_taken_away) {
  MemoryTable<AttemptRow> attempts;
  ASSERT_TRUE(begin_attempt(attempts, "amara", kHome, kNoon));
  attempt_succeeded(attempts, "amara", kHome, kNoon);
  ASSERT_TRUE(begin_attempt(attempts, "nobody", kElsewhere, kNoon));
  forget_attempts(attempts, after(kNoon, 24 * 3600 - 1));
  EXPECT_EQ(attempts.size(), 6U);
  forget_attempts(attempts, after(kNoon, 24 * 3600));
  EXPECT_EQ(attempts.size(), 1U);  // where amara is known
  forget_attempts(attempts, after(kNoon, 91 * 24 * 3600));
  EXPECT_EQ(attempts.size(), 0U);
}

TEST(Attempts, an_address_is_all_of_four_bytes_and_half_of_sixteen) {
  EXPECT_EQ(address_of("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(address_of("2001:db8:1:2:aaaa::1"), address_of("2001:db8:1:2:bbbb::2"));
  EXPECT_EQ(address_of("2001:db8:1:2::1"), "2001:db8:1:2::/64");
  EXPECT_NE(address_of("2001:db8:1:2::1"), address_of("2001:db8:1:3::1"));
  EXPECT_EQ(address_of("::ffff:192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(address_of("::ffff:c000:207"), "192.0.2.7");
  EXPECT_EQ(address_of("unix"), "unix");
}

}  // namespace
}  // namespace lotline::access
