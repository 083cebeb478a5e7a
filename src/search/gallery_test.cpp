#include "search/gallery.h"

#include <gtest/gtest.h>

#include "search/made_marks.h"
#include "search/refusals.h"

namespace lotline::search {
namespace {

TEST(Gallery, refuses_an_item_twice_another_mark_and_impossible_fields) {
  Gallery gallery(surface::Mark::breech_face);
  const Signature made = signature(made_mark({}));
  EXPECT_TRUE(gallery.add({.number = 1}, made));
  EXPECT_EQ(gallery.add({.number = 1}, made).error().number, item_twice.number);
  EXPECT_EQ(gallery.add({.number = 2}, {.mark = surface::Mark::firing_pin}).error().number, no_signature.number);
  EXPECT_EQ(gallery.add({.number = 3, .fields = {.ejector_clock = 13}}, made).error().number, bad_class_field.number);
  EXPECT_EQ(gallery.items().size(), 1U);
  EXPECT_EQ(gallery.enrolled().size(), 1U);
}

TEST(Gallery, a_snapshot_tells_what_is_in_it_and_not_in_which_order) {
  const Signature one = signature(made_mark({.gun = 1}));
  const Signature two = signature(made_mark({.gun = 2}));
  const auto snapshot = [](std::vector<std::pair<Item, Signature>> all) {
    Gallery gallery(surface::Mark::breech_face);
    for (const auto& [item, made] : all) EXPECT_TRUE(gallery.add(item, made));
    return gallery.snapshot();
  };
  const auto both = snapshot({{{.number = 1, .source = 7}, one}, {{.number = 2, .source = 8}, two}});
  EXPECT_EQ(snapshot({{{.number = 2, .source = 8}, two}, {{.number = 1, .source = 7}, one}}), both);
  EXPECT_NE(snapshot({{{.number = 1, .source = 7}, one}}), both);
  EXPECT_NE(snapshot({{{.number = 1, .source = 7}, two}, {{.number = 2, .source = 8}, one}}), both);
  EXPECT_NE(snapshot({{{.number = 1, .source = 7}, one}, {{.number = 2, .source = 9}, two}}), both);
  EXPECT_NE(
      snapshot({{{.number = 1, .source = 7, .fields = {.calibre = "45"}}, one}, {{.number = 2, .source = 8}, two}}),
      both);
}

}  // namespace
}  // namespace lotline::search
