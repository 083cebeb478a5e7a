#include "surface/cast.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lotline::surface {
namespace {

TEST(Mould, is_the_case_inside_out_and_in_a_mirror) {
  const HeightMap mould{3, 2, 1e-6, 2e-6, {1, 2, missing, 4, 5, 6}};
  const HeightMap turned = case_of_mould(mould);
  EXPECT_TRUE(std::isnan(turned.at(0, 0)));
  EXPECT_EQ(turned.at(1, 0), -2);
  EXPECT_EQ(turned.at(2, 0), -1);
  EXPECT_EQ(turned.at(0, 1), -6);
  EXPECT_EQ(turned.at(2, 1), -4);
  EXPECT_EQ(turned.pitch_y_m, 2e-6);
  const HeightMap back = case_of_mould(turned);
  EXPECT_EQ(back.at(0, 0), 1);
  EXPECT_EQ(back.at(2, 1), 6);
}

TEST(Mould, of_nothing_is_nothing) { EXPECT_TRUE(case_of_mould({}).heights_m.empty()); }

}  // namespace
}  // namespace lotline::surface
