// Signatures of made marks against each other: the mate is found, turned and shifted as it was laid.

#include <gtest/gtest.h>

#include "search/enrolled.h"
#include "search/made_marks.h"

namespace lotline::search {
namespace {

std::vector<ProbeMatch> match_all(const Probe& probe, const Enrolled& enrolled) {
  std::vector<ProbeMatch> all;
  std::array<ProbeMatch, Enrolled::kBlock> some;
  for (std::size_t block = 0; block < enrolled.blocks(); ++block) {
    enrolled.match(probe, block, some);
    all.insert(all.end(), some.begin(), some.end());
  }
  all.resize(enrolled.size());
  return all;
}

Enrolled guns(std::uint64_t count) {
  Enrolled enrolled(surface::Mark::breech_face);
  for (std::uint64_t gun = 1; gun <= count; ++gun) enrolled.add(signature(made_mark({.gun = gun})));
  return enrolled;
}

TEST(SignatureMatch, the_mate_fits_best_at_the_pose_it_was_laid_in) {
  const Enrolled enrolled = guns(20);
  const Probe probe(made_mark({.gun = 7, .firing = 2, .rotation_deg = 100, .x_um = 210, .y_um = -90}));
  const auto matches = match_all(probe, enrolled);
  for (std::size_t at = 0; at < matches.size(); ++at) {
    if (at == 6) continue;
    EXPECT_LT(matches[at].correlation, 0.6F * matches[6].correlation) << at;
  }
  EXPECT_GT(matches[6].correlation, 0.5F);
  EXPECT_NEAR(matches[6].questioned_from_item.rotation_deg, 100, 360.0 / kAngles);
  EXPECT_NEAR(matches[6].questioned_from_item.tx_um, 210, 60);
  EXPECT_NEAR(matches[6].questioned_from_item.ty_um, -90, 60);
}

}  // namespace
}  // namespace lotline::search
