#include "search/subclass_warning.h"

#include <gtest/gtest.h>

namespace lotline::search {
namespace {

using comparison::Comparison;

/// Sources in the order of a ranking; each with its kind and congruent cells.
class SubclassTest : public testing::Test {
 protected:
  void add(std::string make, std::vector<double> cells = {}, ItemKind kind = ItemKind::test_fire) {
    auto& [item, comparison] = kept.emplace_back();
    item.number = item.source = static_cast<ItemNumber>(kept.size());
    item.kind = kind;
    item.fields.make = std::move(make);
    for (const double x : cells) comparison.cells.push_back({.x_um = x, .congruent = true});
    comparison.cells.push_back({.x_um = 5000, .congruent = false});
  }
  [[nodiscard]] std::vector<SubclassWarning> warnings() const {
    std::vector<RankedComparison> ranked;
    for (const auto& [item, comparison] : kept) ranked.push_back({item.source, &item, &comparison});
    return subclass_warnings(ranked);
  }
  std::vector<std::pair<Item, Comparison>> kept{};
};

TEST_F(SubclassTest, several_guns_of_one_make_above_all_others_are_a_sign) {
  for (int i = 0; i < 4; ++i) add("Ruger P95");
  for (int i = 0; i < 20; ++i) add("Glock 17");
  const auto found = warnings();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].sign, SubclassSign::alike_scores);
  EXPECT_EQ(found[0].kind, "Ruger P95");
  EXPECT_EQ(found[0].sources, (std::vector<SourceNumber>{1, 2, 3, 4}));
  EXPECT_NEAR(found[0].figure, 3.0 / 23 * 2 / 22 * 1 / 21, 1e-12);
}

TEST_F(SubclassTest, guns_of_a_make_that_is_common_are_no_sign) {
  for (int i = 0; i < 4; ++i) add("Ruger P95");
  for (int i = 0; i < 6; ++i) add("Glock 17");
  for (int i = 0; i < 20; ++i) add("Ruger P95");
  EXPECT_TRUE(warnings().empty());
}

TEST_F(SubclassTest, one_gun_alone_is_no_sign) {
  add("Ruger P95");
  for (int i = 0; i < 20; ++i) add("Glock 17");
  add("Ruger P95");
  EXPECT_TRUE(warnings().empty());
}

TEST_F(SubclassTest, exhibits_that_agree_may_be_of_one_gun) {
  add("Ruger P95");
  for (int i = 0; i < 3; ++i) add("Ruger P95", {}, ItemKind::exhibit);
  for (int i = 0; i < 20; ++i) add("Glock 17");
  EXPECT_TRUE(warnings().empty());
}

TEST_F(SubclassTest, with_nothing_else_compared_nothing_stands_above) {
  for (int i = 0; i < 4; ++i) add("Ruger P95");
  for (int i = 0; i < 4; ++i) add("Glock 17");
  EXPECT_TRUE(warnings().empty());
}

TEST_F(SubclassTest, cells_that_agree_with_another_gun_too_are_a_sign) {
  add("Ruger P95", {0, 500, 1000, 1500});
  add("Glock 17", {0, 500, 1000, 1500});
  add("Ruger P95", {40, 1490, 3000});
  add("Ruger P95", {0, 2000, 3000});
  const auto found = warnings();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].sign, SubclassSign::shared_relief);
  EXPECT_EQ(found[0].sources, (std::vector<SourceNumber>{1, 3}));
  EXPECT_EQ(found[0].figure, 0.5);
}

TEST_F(SubclassTest, an_exhibit_on_top_needs_two_guns_that_share_its_cells) {
  add("Ruger P95", {0, 500, 1000, 1500}, ItemKind::exhibit);
  add("Ruger P95", {0, 500, 1000});
  EXPECT_TRUE(warnings().empty());
  add("Ruger P95", {1000, 1500});
  ASSERT_EQ(warnings().size(), 1U);
  EXPECT_EQ(warnings()[0].figure, 1.0);
}

TEST_F(SubclassTest, few_cells_say_nothing) {
  add("Ruger P95", {0, 500, 1000});
  add("Ruger P95", {0, 500, 1000});
  EXPECT_TRUE(warnings().empty());
}

TEST_F(SubclassTest, without_a_kind_there_is_no_warning) {
  for (int i = 0; i < 4; ++i) add("");
  for (int i = 0; i < 20; ++i) add("Glock 17");
  EXPECT_TRUE(warnings().empty());
  kept.clear();
  EXPECT_TRUE(warnings().empty());
}

TEST(KindOfGun, is_the_make_or_what_the_class_fields_say) {
  EXPECT_EQ(kind_of_gun({.calibre = "9x19", .make = "Glock 17"}), "Glock 17");
  EXPECT_EQ(kind_of_gun({.calibre = "9x19", .firing_pin_shape = "round", .breech_face_class = "arched"}),
            "9x19, arched, round");
  EXPECT_EQ(kind_of_gun({.headstamp = "S&B"}), "");
}

}  // namespace
}  // namespace lotline::search
