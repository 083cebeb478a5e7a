#include "marking/applied_mark.h"

#include <gtest/gtest.h>

#include "base/refusals.h"
#include "marking/refusals.h"

namespace lotline::marking {
namespace {

const catalogue::Catalogue& shipped() {
  static const auto catalogue = catalogue::Catalogue::load({LOTLINE_SOURCE_DIR "/data"});
  EXPECT_TRUE(catalogue.has_value()) << (catalogue ? "" : catalogue.error().text);
  return *catalogue;
}

int refusal(const AppliedMark& mark) {
  const auto checked = checked_mark(shipped(), mark);
  return checked ? 0 : checked.error().number;
}

// R67
TEST(AppliedMark, technique_stage_and_who_applied_it_are_kept) {
  const auto laser = checked_mark(shipped(), {"Laser", " manufacture", "CBC", false});
  ASSERT_TRUE(laser.has_value()) << laser.error().text;
  EXPECT_EQ(laser->technique, "laser");
  EXPECT_EQ(laser->stage, "manufacture");
  EXPECT_EQ(laser->applied_by, "CBC");
  EXPECT_EQ(describe(shipped(), *laser), "laser engraved on the cartridge at manufacture by CBC");
}

// R67
TEST(AppliedMark, the_papers_four_techniques_and_three_stages_are_known) {
  for (const auto* technique : {"stamp", "laser", "inkjet", "label"})
    for (const auto* stage : {"manufacture", "import", "sale"})
      EXPECT_EQ(refusal({technique, stage, "X", true}), 0) << technique << ' ' << stage;
}

// R67
TEST(AppliedMark, a_word_outside_the_vocabulary_is_refused_with_the_nearest) {
  EXPECT_EQ(refusal({"lazer", "manufacture", "CBC", false}), unknown_word.number);
  EXPECT_EQ(refusal({"laser", "yesterday", "CBC", false}), unknown_word.number);
  EXPECT_NE(checked_mark(shipped(), {"lazer", "sale", "X", false}).error().text.find("laser"), std::string::npos);
}

// R67
TEST(AppliedMark, a_mark_that_nobody_applied_is_refused) {
  EXPECT_EQ(refusal({"laser", "import", "  ", false}), missing_value.number);
  EXPECT_EQ(refusal({"laser", "import", "A\x01", false}), unsafe_text.number);
}

TEST(AppliedMark, a_label_is_never_on_a_cartridge) {
  EXPECT_EQ(refusal({"label", "import", "X", false}), label_on_cartridge.number);
  EXPECT_EQ(refusal({"label", "import", "X", true}), 0);
}

}  // namespace
}  // namespace lotline::marking
