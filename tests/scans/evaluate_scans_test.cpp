// Tables of accuracy over scan files whose guns are known.

#include "service/evaluate_scans.h"

#include <gtest/gtest.h>

#include "comparison/refusals.h"
#include "surface/x3p_reader.h"
#include "tests/scans/made_scans.h"

namespace lotline {
namespace {

struct PairsOfFirings {
  ScanFolder folder;
  std::vector<service::LabelledScan> scans;

  explicit PairsOfFirings(std::uint64_t guns) {
    for (std::uint64_t gun = 0; gun < guns; ++gun)
      for (std::uint64_t firing = 0; firing < 2; ++firing) {
        const double turn = 37.0 * static_cast<double>(gun) - 100.0 * static_cast<double>(firing);
        scans.push_back({folder.scan(fmt::format("{}-{}.x3p", gun, firing), gun, {turn, 10, 20}, 10 * gun + firing),
                         fmt::format("gun {}", gun), gun < 5});
      }
  }

  [[nodiscard]] Result<service::RealAccuracy> evaluated(bool worse) const {
    service::EvaluateRequest request;
    request.scans = scans;
    request.read = [](const std::string& path) { return surface::read_x3p(path); };
    request.prepare = surface::defaults_for(surface::Mark::breech_face);
    request.judge.draws = 50;
    request.worse = worse;
    return service::evaluate_scans(request);
  }
};

TEST(EvaluateScans, guns_that_are_easy_are_told_apart_and_cost_what_the_cap_leaves) {
  const auto accuracy = PairsOfFirings(6).evaluated(false);
  ASSERT_TRUE(accuracy) << accuracy.error().text;
  EXPECT_EQ(accuracy->scans, 12u);
  EXPECT_EQ(accuracy->firearms, 6u);
  const auto& plain = accuracy->sets.front();
  EXPECT_EQ(plain.separation.size.pairs_same, 6);
  EXPECT_EQ(plain.separation.size.pairs_different, 60);
  EXPECT_EQ(plain.separation.same_above_all, 6);
  EXPECT_EQ(accuracy->sets.size(), 1u);
  ASSERT_EQ(accuracy->ratios.size(), 2u);
  EXPECT_EQ(accuracy->ratios[0].judged.size.pairs_same, 6);
  EXPECT_LE(accuracy->ratios[0].judged.widest_cap.upper, std::log10(6.0));  // five guns are left of six
  EXPECT_EQ(accuracy->ratios[1].judged.size.pairs_same, 5);
}

TEST(EvaluateScans, worse_scans_are_compared_with_scans_as_they_were) {
  const auto accuracy = PairsOfFirings(5).evaluated(true);
  ASSERT_TRUE(accuracy) << accuracy.error().text;
  ASSERT_EQ(accuracy->sets.size(), 8u);
  for (const auto& set : accuracy->sets) {
    const auto& size = set.separation.size;
    // A scan that is unsuitable when made worse is missing in the pairs in which it would be the second.
    EXPECT_EQ(size.pairs_same + size.pairs_different == 45, set.unsuitable == 0) << set.name;
  }
  EXPECT_LT(accuracy->sets[2].separation.lowest_same, accuracy->sets[0].separation.lowest_same);  // a quarter
}

TEST(EvaluateScans, scans_of_one_gun_alone_are_refused) {
  EXPECT_EQ(PairsOfFirings(1).evaluated(false).error().number, comparison::one_class_only.number);
}

TEST(EvaluateScans, a_scan_that_cannot_be_read_refuses_the_whole) {
  PairsOfFirings scans(1);
  scans.scans.push_back({scans.folder.path("absent.x3p"), "gun 9", false});
  EXPECT_EQ(scans.evaluated(false).error().number, unreadable_file.number);
}

}  // namespace
}  // namespace lotline
