#include "comparison/logistic.h"

#include <gtest/gtest.h>

#include <cmath>

#include "comparison/refusals.h"

namespace lotline::comparison {
namespace {

LogisticData data_of(std::vector<double> x, std::vector<bool> same) {
  LogisticData data{1, std::move(x), std::move(same), {}};
  data.weights.assign(data.rows(), 1.0);
  return data;
}

/// So many of each class at 1, the rest at 0.
LogisticData table_of(int same_at_1, int same_at_0, int different_at_1, int different_at_0) {
  LogisticData data;
  const auto add = [&](int count, double x, bool same) {
    for (int i = 0; i < count; ++i) {
      data.x.push_back(x);
      data.same.push_back(same);
      data.weights.push_back(1);
    }
  };
  add(same_at_1, 1, true);
  add(same_at_0, 0, true);
  add(different_at_1, 1, false);
  add(different_at_0, 0, false);
  return data;
}

TEST(Logistic, classes_that_are_apart_have_a_finite_slope_which_is_that_of_half_a_pair_more_in_each_cell) {
  // Of a table of two by two the Jeffreys prior adds one half to each count (Firth 1993).
  const auto fit = fit_logistic(table_of(10, 0, 0, 10));
  ASSERT_TRUE(fit);
  EXPECT_NEAR(fit->at(std::vector{1.0}), std::log(10.5 / 0.5), 1e-6);
  EXPECT_NEAR(fit->at(std::vector{0.0}), std::log(0.5 / 10.5), 1e-6);
}

TEST(Logistic, overlapping_classes_are_fitted_the_same_way) {
  const auto fit = fit_logistic(table_of(8, 2, 3, 7));
  ASSERT_TRUE(fit);
  EXPECT_NEAR(fit->at(std::vector{1.0}), std::log(8.5 / 3.5), 1e-6);
  EXPECT_NEAR(fit->at(std::vector{0.0}), std::log(2.5 / 7.5), 1e-6);
}

TEST(Logistic, a_heavier_class_puts_no_prior_into_the_odds) {
  auto many = table_of(8, 2, 30, 70);
  const auto fit = fit_logistic(many);
  ASSERT_TRUE(fit);
  EXPECT_NEAR(fit->at(std::vector{1.0}), std::log(8.5 / 3.5), 1e-6);
}

TEST(Logistic, more_units_shrink_the_slope_less) {
  const auto few = fit_logistic(table_of(3, 0, 0, 3));
  const auto many = fit_logistic(table_of(100, 0, 0, 100));
  ASSERT_TRUE(few && many);
  EXPECT_LT(few->slopes[0], many->slopes[0]);
}

TEST(Logistic, units_of_a_score_do_not_matter) {
  const std::vector<double> x{0.1, 0.3, 0.2, 0.5, 0.4, 0.9};
  const std::vector<bool> same{false, false, false, true, false, true};
  const auto fit = fit_logistic(data_of(x, same));
  std::vector<double> in_thousands;
  for (const double v : x) in_thousands.push_back(v * 1000 + 5);
  const auto other = fit_logistic(data_of(in_thousands, same));
  ASSERT_TRUE(fit && other);
  EXPECT_NEAR(fit->at(std::vector{0.45}), other->at(std::vector{455.0}), 1e-6);
}

TEST(Logistic, two_scores_that_say_the_same_share_the_weight) {
  LogisticData data{2, {}, {}, {}};
  const std::vector<double> x{0.1, 0.3, 0.2, 0.5, 0.4, 0.9, 0.45, 0.35};
  const std::vector<bool> same{false, false, false, true, false, true, true, false};
  for (std::size_t i = 0; i < x.size(); ++i) {
    data.x.insert(data.x.end(), {x[i], x[i] + (i % 2 == 0 ? 0.05 : -0.05)});
    data.same.push_back(same[i]);
    data.weights.push_back(1);
  }
  const auto both = fit_logistic(data);
  ASSERT_TRUE(both) << both.error().text;
  EXPECT_GT(both->slopes[0], 0);
  EXPECT_GT(both->slopes[1], 0);
}

TEST(Logistic, one_class_alone_is_refused) {
  EXPECT_EQ(fit_logistic(table_of(3, 3, 0, 0)).error().number, one_class_only.number);
  EXPECT_EQ(fit_logistic(table_of(0, 0, 3, 3)).error().number, one_class_only.number);
  auto weightless = table_of(3, 0, 0, 3);
  for (std::size_t i = 0; i < 3; ++i) weightless.weights[i] = 0;
  EXPECT_EQ(fit_logistic(weightless).error().number, one_class_only.number);
}

TEST(Logistic, scores_that_are_not_finite_are_refused) {
  EXPECT_EQ(fit_logistic(data_of({0.1, NAN}, {false, true})).error().number, score_not_finite.number);
  EXPECT_EQ(fit_logistic(data_of({INFINITY, 1}, {false, true})).error().number, score_not_finite.number);
}

TEST(Logistic, scores_that_are_all_the_same_are_refused) {
  EXPECT_EQ(fit_logistic(data_of({2, 2, 2}, {false, true, true})).error().number, fit_unsettled.number);
}

}  // namespace
}  // namespace lotline::comparison
