// Files that other programs wrote, where they are present.

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "surface/real_scans_fixture.h"
#include "surface/scan_units.h"
#include "surface/x3p_reader.h"

namespace lotline::surface {
namespace {

std::vector<FindingKind> kinds_of(const X3p& scan) {
  std::vector<FindingKind> kinds;
  for (const Finding& finding : scan.findings) kinds.push_back(finding.kind);
  return kinds;
}

TEST(RealScans, every_fadul_scan_is_read_as_microscope_data) {
  const auto folder = real_scans("fadul");
  if (!folder) return;
  for (const auto& path : scans_of(*folder)) {
    const auto scan = read_x3p(path.string());
    ASSERT_TRUE(scan) << scan.error().text;
    EXPECT_EQ(scan->map.pitch_x_m, 6.25e-6) << path;
    EXPECT_EQ(scan->metadata.manufacturer, "NanoFocus") << path;
    EXPECT_GT(height_range(scan->map).measured, 10'000U) << path;
    EXPECT_EQ(kinds_of(*scan), std::vector{FindingKind::origin_ignored}) << path;
  }
}

TEST(RealScans, odd_files_of_x3ptools_are_read_with_what_is_odd) {
  using enum FindingKind;
  const auto folder = real_scans("format");
  if (!folder) return;
  const std::map<std::string, std::vector<FindingKind>> expected{
      {"csafe-logo.x3p", {root_name}},
      {"pyramid.x3p", {lateral_units, height_units}},
      {"sample-land.ca8733b.x3p", {empty_element, origin_ignored}},
      {"sample-land.x3p", {nested_folder, foreign_files, root_name, empty_element, origin_ignored}},
      {"testing.x3p", {lateral_units, height_units}}};
  for (const auto& [name, kinds] : expected) {
    const auto scan = read_x3p((*folder / name).string());
    ASSERT_TRUE(scan) << scan.error().text;
    EXPECT_EQ(kinds_of(*scan), kinds) << name;
  }
}

TEST(RealScans, single_and_double_precision_tell_the_same_land) {
  const auto folder = real_scans("format");
  if (!folder) return;
  const auto single = read_x3p((*folder / "sample-land.ca8733b.x3p").string());
  const auto twice = read_x3p((*folder / "sample-land.x3p").string());
  ASSERT_TRUE(single && twice);
  ASSERT_EQ(single->map.heights_m.size(), twice->map.heights_m.size());
  for (std::size_t i = 0; i < single->map.heights_m.size(); ++i)
    if (!std::isnan(single->map.heights_m[i])) {
      ASSERT_EQ(single->map.heights_m[i], static_cast<double>(static_cast<float>(twice->map.heights_m[i]))) << i;
    }
}

}  // namespace
}  // namespace lotline::surface
