#include "surface/level.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/generator.h"
#include "surface/made_surfaces.h"

namespace lotline::surface {
namespace {

Cells cells_of(const HeightMap& map) {
  const std::vector<std::uint8_t> valid(map.heights_m.size(), 1);
  return cells_of(map, valid, 0);
}

/// Even noise of so many micrometres each way, from a seed.
struct Noise {
  Generator chance{1, "noise"};
  double operator()(double um) { return um * (static_cast<double>(chance.below(2001)) / 1000 - 1); }
};

TEST(Level, a_tilt_is_recovered_through_a_crater_and_a_step) {
  Noise noise;
  const auto map = made(500, 500, 6.25, [&](double x, double y) {
    const double r = std::hypot(x - 150, y + 80);
    if (r < 600) return -200.0;                 // a firing pin's
    if (std::hypot(x, y) > 1450) return 160.0;  // the case head
    return 7 + 12 * x / 1000 - 25 * y / 1000 + noise(2);
  });
  const Form plane = find_plane(cells_of(map), 20);
  EXPECT_NEAR(plane.terms[0], 7, 0.2);
  EXPECT_NEAR(plane.terms[1], 12, 0.2);
  EXPECT_NEAR(plane.terms[2], -25, 0.2);
}

TEST(Level, a_bow_is_recovered_through_a_tenth_of_wild_heights) {
  Noise noise;
  const auto map = made(500, 500, 6.25, [&](double x, double y) {
    if (x > 1000 && y > 500) return 300.0;
    return 1 + 2 * x / 1000 - 3 * y / 1000 + 5 * x * x / 1e6 - 2 * x * y / 1e6 + 4 * y * y / 1e6 + noise(2);
  });
  const Cells cells = cells_of(map);
  const std::vector<std::uint8_t> all(cells.size(), 1);
  const Form form = fit_form(cells, all, 2, find_plane(cells, 20));
  const double wanted[] = {1, 2, -3, 5, -2, 4};
  for (std::size_t i = 0; i < 6; ++i) EXPECT_NEAR(form.terms[i], wanted[i], 0.1) << i;
}

TEST(Level, what_the_cells_do_not_settle_is_left_out) {
  const auto line = made(500, 1, 6.25, [](double x, double) { return 4 + x / 500; });
  const Cells cells = cells_of(line);
  const std::vector<std::uint8_t> all(cells.size(), 1);
  const Form form = fit_form(cells, all, 2, Form{});
  EXPECT_TRUE(std::isfinite(form.at(100, 100)));
  EXPECT_NEAR(form.terms[0], 4, 0.1);
  EXPECT_EQ(find_plane(Cells{}, 20).terms[0], 0);
}

}  // namespace
}  // namespace lotline::surface
