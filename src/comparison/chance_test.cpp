#include "comparison/chance.h"

#include <gtest/gtest.h>

#include <cmath>

#include "comparison/correlation.h"
#include "comparison/features.h"
#include "comparison/noise_surface.h"

namespace lotline::comparison {
namespace {

TEST(Chance, correlations_of_strangers_spread_as_foretold) {
  std::vector<Features> guns;
  for (std::uint64_t gun = 1; gun <= 12; ++gun) guns.push_back(features(noise_surface(gun, {})));
  double foretold = 0;
  double found = 0;
  int count = 0;
  for (std::size_t i = 0; i < guns.size(); ++i)
    for (std::size_t j = i + 1; j < guns.size(); ++j)
      for (const double rotation : {0.0, 50.0, 170.0}) {
        Sheet moved;
        lay(guns[j].raster[0], {rotation, 0, 0}, guns[i].sheet[0], moved);
        const Sums sums = overlap(guns[i].sheet[0], moved, 0, 0);
        const double correlation = correlation_of(sums);
        found += correlation * correlation;
        foretold += points_of_one(guns[i].autocorrelation, guns[j].autocorrelation, {rotation, 0, 0}) /
                    static_cast<double>(sums.n);
        ++count;
      }
  EXPECT_EQ(count, 198);
  EXPECT_NEAR(std::sqrt(found / foretold), 1, 0.25);
}

TEST(Chance, lines_that_run_alike_count_as_fewer_points_than_lines_that_cross) {
  Autocorrelation lines;  // alike along x, different along y
  for (int y = -Sheet::kReach; y <= Sheet::kReach; ++y)
    for (int x = -Sheet::kReach; x <= Sheet::kReach; ++x)
      lines.at[static_cast<std::size_t>((y + Sheet::kReach) * Autocorrelation::kSide + x + Sheet::kReach)] =
          y == 0 ? 1 : 0;
  EXPECT_DOUBLE_EQ(points_of_one(lines, lines, {0, 100, 0}), Autocorrelation::kSide);
  EXPECT_NEAR(points_of_one(lines, lines, {180, 0, 0}), Autocorrelation::kSide, 1e-9);
  EXPECT_NEAR(points_of_one(lines, lines, {90, 0, 0}), 1, 1e-9);
  EXPECT_DOUBLE_EQ(points_of_one({}, {}, {}), 1) << "of nothing";
}

}  // namespace
}  // namespace lotline::comparison
