#include "comparison/published_counts.h"

#include <gtest/gtest.h>

#include "base/instruction_set.h"
#include "comparison/compare.h"
#include "comparison/noise_surface.h"

namespace lotline::comparison {
namespace {

TEST(PublishedCounts, are_high_of_one_gun_and_low_of_two) {
  const Features a = features(noise_surface(51, {0, 0, 0}, {.noise = 0.4, .noise_seed = 1}));
  const Features mate = features(noise_surface(51, {100, 40, -30}, {.noise = 0.4, .noise_seed = 2}));
  const Features other = features(noise_surface(52, {0, 0, 0}));
  const PublishedCounts same = published_counts(a, mate, compare(a, mate).a_from_b);
  const PublishedCounts different = published_counts(a, other, compare(a, other).a_from_b);
  EXPECT_GT(same.cmc_original_ab, 20);
  EXPECT_GT(same.cmc_original_ba, 20);
  EXPECT_GE(same.cmc_high, 20);
  EXPECT_LT(different.cmc_original_ab, 6) << "the line that the papers draw";
  EXPECT_LT(different.cmc_original_ba, 6);
  EXPECT_LT(different.cmc_high, 6);
}

TEST(PublishedCounts, exchanging_the_two_exchanges_the_ways) {
  const Features a = features(noise_surface(53, {0, 0, 0}, {.noise = 1, .noise_seed = 1}));
  const Features b = features(noise_surface(53, {-20, 40, -30}, {.noise = 1, .noise_seed = 2, .to_deg = 120}));
  const PublishedCounts forth = published_counts(a, b, compare(a, b).a_from_b);
  const PublishedCounts back = published_counts(b, a, compare(b, a).a_from_b);
  EXPECT_EQ(forth.cmc_original_ab, back.cmc_original_ba);
  EXPECT_EQ(forth.cmc_original_ba, back.cmc_original_ab);
  EXPECT_EQ(forth.cmc_high, back.cmc_high);
}

TEST(PublishedCounts, every_instruction_set_counts_the_same) {
  const Features a = features(noise_surface(54, {0, 0, 0}, {.noise = 1.5, .noise_seed = 1}));
  const Features b = features(noise_surface(54, {-20, 40, -30}, {.noise = 1.5, .noise_seed = 2}));
  const Pose pose = compare(a, b).a_from_b;
  const PublishedCounts widest = published_counts(a, b, pose);
  for (const InstructionSet set : kInstructionSets) {
    limit_instruction_set(set);
    const PublishedCounts counts = published_counts(a, b, pose);
    EXPECT_EQ(counts.cmc_original_ab, widest.cmc_original_ab);
    EXPECT_EQ(counts.cmc_original_ba, widest.cmc_original_ba);
    EXPECT_EQ(counts.cmc_high, widest.cmc_high);
  }
  limit_instruction_set(InstructionSet::avx512);
}

TEST(PublishedCounts, of_nothing_are_none) {
  surface::Prepared nothing;
  const Features empty = features(nothing);
  const Features real = features(noise_surface(1, {}));
  for (const auto& [a, b] : {std::pair{&empty, &real}, std::pair{&real, &empty}, std::pair{&empty, &empty}}) {
    const PublishedCounts counts = published_counts(*a, *b, {});
    EXPECT_EQ(counts.cmc_original_ab + counts.cmc_original_ba + counts.cmc_high, 0);
  }
}

}  // namespace
}  // namespace lotline::comparison
