#include "comparison/evidence.h"

#include <gtest/gtest.h>

namespace lotline::comparison {
namespace {

std::vector<FoundCell> cells_at(const std::vector<double>& correlations) {
  std::vector<FoundCell> cells;
  for (const double correlation : correlations) cells.push_back({.points = 800, .correlation = correlation});
  return cells;
}

TEST(Evidence, speaks_for_one_gun_the_more_the_higher_cells_correlate) {
  const double none = evidence(cells_at({0.1, 0.12, 0.2, 0.15}), 10);
  const double some = evidence(cells_at({0.5, 0.12, 0.5, 0.15}), 10);
  const double all = evidence(cells_at({0.6, 0.6, 0.7, 0.65}), 10);
  EXPECT_LT(none, 0.5);
  EXPECT_GT(some, none);
  EXPECT_GT(all, some);
}

TEST(Evidence, of_a_weak_gun_grows_with_many_cells) {
  const std::vector<double> weak(30, 0.35);
  EXPECT_GT(evidence(cells_at(weak), 10), 5);
  EXPECT_LT(evidence(cells_at(weak), 60), 5) << "rough surfaces have fewer independent points";
}

TEST(Evidence, of_no_cells_is_nothing) {
  EXPECT_EQ(evidence({}, 10), 0);
  EXPECT_EQ(evidence(cells_at({-1, -1}), 10), 0) << "cells that overlap nothing";
}

TEST(Score, rises_with_both_and_is_nothing_of_nothing) {
  EXPECT_EQ(score_of(0, 0), 0);
  EXPECT_GT(score_of(5, 10), score_of(5, 0));
  EXPECT_LT(score_of(5, -10), score_of(5, 0));
  EXPECT_GT(score_of(6, 10), score_of(5, 10));
  EXPECT_DOUBLE_EQ(prominence(0.5, 400, 4), 5);
}

}  // namespace
}  // namespace lotline::comparison
