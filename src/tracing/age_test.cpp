#include "tracing/age.h"

#include <gtest/gtest.h>

#include "tracing/small_register_fixture.h"

namespace lotline::tracing {
namespace {

When when(const char* text) { return parse_when(text).value(); }

// R27
TEST(Age, is_the_year_of_recovery_less_the_year_of_manufacture_with_its_uncertainty) {
  const auto exact = age_of(when("1988-07-01"), when("2020-07-01"));
  EXPECT_EQ(exact.least, 32);
  EXPECT_EQ(exact.most, 32);
  EXPECT_NEAR(exact.expected, 32.0, 0.01);
  const auto open = age_of(when("1985/1990"), when("2019/2020"));
  EXPECT_EQ(open.least, 29);
  EXPECT_EQ(open.most, 35);
  EXPECT_NEAR(open.expected, 32.0, 0.05);
}

TEST(Age, is_never_below_nothing) {
  const auto age = age_of(when("2020"), when("2020-01-01"));
  EXPECT_EQ(age.least, 0);
  EXPECT_EQ(age.most, 0);
  EXPECT_EQ(age.expected, 0);
}

// R28
TEST(Age, made_in_the_year_of_recovery_or_after_the_reference_date_is_recent) {
  EXPECT_EQ(recent_of(when("2020-02"), when("2020-06-01"), std::nullopt), "certain");
  EXPECT_EQ(recent_of(when("2019/2020"), when("2020-06-01"), std::nullopt), "possible");
  EXPECT_EQ(recent_of(when("2020"), when("2020/2021"), std::nullopt), "possible");
  EXPECT_EQ(recent_of(when("2019-12"), when("2020-06-01"), std::nullopt), "no");
  EXPECT_EQ(recent_of(when("2015-06"), when("2020-06-01"), day_of(2014, 3, 1)), "certain");
  EXPECT_EQ(recent_of(when("2014"), when("2020-06-01"), day_of(2014, 3, 1)), "possible");
  EXPECT_EQ(recent_of(when("2013"), when("2020-06-01"), day_of(2014, 3, 1)), "no");
}

TEST(Age, the_reference_is_said) {
  EXPECT_EQ(recent_reference(when("2020-06-01"), std::nullopt), "made in 2020");
  EXPECT_EQ(recent_reference(when("2020/2021"), std::nullopt), "made in 2020 to 2021");
  EXPECT_EQ(recent_reference(when("2020"), day_of(2014, 3, 1)), "made in 2020 or after 2014-03-01");
}

struct AgeOfATrace : ::testing::Test, SmallState {
  Question headstamp(const std::string& text) {
    Question question;
    question.marks.headstamp = text;
    question.found_on = when("2020-06-01");
    return question;
  }
};

// R27
TEST_F(AgeOfATrace, is_weighted_by_the_probabilities_of_the_lots) {
  make(lot(maker, "A", rifle, "2010", "CBC"), maker, 3000, police, "2011-01-01");
  make(lot(maker, "B", rifle, "2018", "CBC"), maker, 1000, police, "2018-12-31");
  const auto answer = ask(headstamp("CBC"));
  ASSERT_TRUE(answer.age);
  EXPECT_EQ(answer.age->least, 2);
  EXPECT_EQ(answer.age->most, 10);
  EXPECT_NEAR(answer.age->expected, 0.75 * 9.9 + 0.25 * 1.9, 0.1);
}

// R28
TEST_F(AgeOfATrace, a_recent_lot_is_flagged_against_the_reference_date) {
  make(lot(maker, "A", rifle, "2018", "CBC"), maker, 3000, police, "2018-12-31");
  EXPECT_FALSE(ask(headstamp("CBC")).recent);
  TraceOptions options;
  options.recent_after = day_of(2015, 1, 1);
  const auto answer = ask(headstamp("CBC"), options);
  EXPECT_TRUE(answer.recent);
  EXPECT_EQ(answer.lots[0].recent, "certain");
  EXPECT_NEAR(answer.recent_probability, answer.lots[0].probability, 1e-9);
  EXPECT_EQ(answer.recent_reference, "made in 2020 or after 2015-01-01");
}

// R27
TEST_F(AgeOfATrace, comes_from_the_year_read_when_no_lot_is_on_record) {
  Question question;
  question.marks.year = "1988";
  question.found_on = when("2020-06-01");
  const auto answer = ask(question);
  EXPECT_TRUE(answer.lots.empty());
  ASSERT_TRUE(answer.age);
  EXPECT_EQ(answer.age->least, 32);
}

}  // namespace
}  // namespace lotline::tracing
