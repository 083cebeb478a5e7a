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

TEST(SignatureMatch, a_quarter_of_the_ring_is_enough_to_be_found) {
  const Enrolled enrolled = guns(20);
  const Probe probe(
      made_mark({.gun = 5, .firing = 3, .rotation_deg = -70, .x_um = 90, .wedge_from_deg = 30, .wedge_deg = 90}));
  const auto matches = match_all(probe, enrolled);
  for (std::size_t at = 0; at < matches.size(); ++at) {
    if (at == 4) continue;
    EXPECT_LT(matches[at].correlation, matches[4].correlation) << at;
  }
  EXPECT_NEAR(matches[4].questioned_from_item.rotation_deg, -70, 360.0 / kAngles);
}

TEST(SignatureMatch, a_mark_fits_itself_all_but_wholly_and_its_mirror_image_does_not) {
  surface::Prepared mark = made_mark({.gun = 3});
  Enrolled enrolled(mark.mark);
  enrolled.add(signature(mark));
  surface::Prepared mirrored = mark;
  for (std::size_t row = 0; row < mark.rows; ++row)
    for (std::size_t column = 0; column < mark.columns; ++column)
      mirrored.heights_um[row * mark.columns + column] =
          mark.heights_um[row * mark.columns + mark.columns - 1 - column];
  EXPECT_GT(match_all(Probe(mark), enrolled)[0].correlation, 0.98F);
  EXPECT_EQ(match_all(Probe(mark), enrolled)[0].questioned_from_item, comparison::Pose{});
  EXPECT_LT(match_all(Probe(mirrored), enrolled)[0].correlation, 0.5F);
}

TEST(SignatureMatch, an_unsuitable_mark_is_never_found_and_cannot_be_searched_with) {
  Enrolled enrolled(surface::Mark::breech_face);
  enrolled.add({});
  enrolled.add(signature(made_mark({})));
  EXPECT_FALSE(enrolled.suitable(0));
  EXPECT_EQ(match_all(Probe(made_mark({})), enrolled)[0].correlation, -1);
  EXPECT_FALSE(Probe(surface::Prepared{}).suitable());
  std::array<ProbeMatch, Enrolled::kBlock> some;
  EXPECT_THROW(enrolled.match(Probe(surface::Prepared{}), 0, some), BrokenInvariant);
}

TEST(SignatureMatch, items_of_one_block_may_have_other_rings) {
  Enrolled together(surface::Mark::breech_face);
  std::vector<ProbeMatch> alone;
  const Probe probe(made_mark({.gun = 2, .firing = 2, .inner_um = 700, .outer_um = 1500}));
  const std::array<MadeMark, 3> all{{{.gun = 2, .inner_um = 900, .outer_um = 1200},
                                     {.gun = 2, .inner_um = 600, .outer_um = 1000},
                                     {.gun = 2, .inner_um = 1300, .outer_um = 1700}}};
  for (const MadeMark& how : all) {
    together.add(signature(made_mark(how)));
    Enrolled one(surface::Mark::breech_face);
    one.add(signature(made_mark(how)));
    alone.push_back(match_all(probe, one)[0]);
  }
  const auto matches = match_all(probe, together);
  for (std::size_t at = 0; at < all.size(); ++at) {
    EXPECT_EQ(matches[at].correlation, alone[at].correlation);
    EXPECT_EQ(matches[at].questioned_from_item, alone[at].questioned_from_item);
  }
}

}  // namespace
}  // namespace lotline::search
