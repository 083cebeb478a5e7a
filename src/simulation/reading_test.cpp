#include "simulation/reading.h"

#include <gtest/gtest.h>

#include <map>

namespace lotline::simulation {

namespace {

Marked marked() {
  Marked made{"KVB 87", &calibre("7.62X51"), 1987, true, "red sealant", "012-KVB-87", "012-KVB-87", "(00)1"};
  return made;
}

ReadingOptions perfect() {
  ReadingOptions options;
  options.year_read = 1000;
  options.character_unread = options.character_misread = options.token_missing = 0;
  options.calibre_told = 1000;
  options.calibre_wrong = options.calibre_alias = 0;
  options.colours_told = options.lot_mark_read = options.box_present = options.case_present = 1000;
  return options;
}

/// So many of a thousand readings, of which it holds.
template <class Holds>
int of_thousand(const ReadingOptions& options, Holds holds) {
  Generator chance(4, "reading");
  int count = 0;
  for (int i = 0; i < 1'000; ++i) count += holds(read_marks(marked(), options, chance)) ? 1 : 0;
  return count;
}

}  // namespace

TEST(Reading, marks_read_without_a_fault_are_what_stands_there) {
  Generator chance(1, "reading");
  const auto marks = read_marks(marked(), perfect(), chance);
  EXPECT_EQ(marks.headstamp, "KVB 87");
  EXPECT_EQ(marks.calibre, "7.62x51");
  EXPECT_EQ(marks.year, "1987");
  EXPECT_EQ(marks.colours, "red sealant");
  EXPECT_EQ(marks.lot_mark, "012-KVB-87");
  EXPECT_EQ(marks.package, "(00)1");
}

TEST(Reading, faults_come_at_the_rates_of_the_options) {
  const ReadingOptions options;
  EXPECT_NEAR(of_thousand(options, [](const auto& m) { return !m.year.empty(); }), options.year_read, 50);
  EXPECT_NEAR(of_thousand(options, [](const auto& m) { return !m.calibre.empty(); }), options.calibre_told, 30);
  EXPECT_NEAR(of_thousand(options, [](const auto& m) { return m.calibre == ".308 Win"; }),
              options.calibre_told * options.calibre_wrong / 1000, 12);
  EXPECT_NEAR(of_thousand(options, [](const auto& m) { return !m.colours.empty(); }), options.colours_told, 50);
  EXPECT_NEAR(of_thousand(options, [](const auto& m) { return !m.package.empty(); }), options.case_present, 50);
  const int none = of_thousand(options, [](const auto& m) { return m.lot_mark.empty(); });
  EXPECT_NEAR(none, (1000 - options.lot_mark_read) * (1000 - options.box_present) / 1000, 50);
}

TEST(Reading, characters_are_unread_or_taken_for_others) {
  ReadingOptions options = perfect();
  options.character_unread = 100;
  const int whole = of_thousand(options, [](const auto& m) { return m.headstamp == "KVB 87"; });
  EXPECT_NEAR(whole, 729, 50);  // three letters, each read nine times in ten
  options = perfect();
  options.character_misread = 100;
  int wrong_years = 0;
  Generator chance(5, "reading");
  for (int i = 0; i < 1'000; ++i) {
    const auto marks = read_marks(marked(), options, chance);
    EXPECT_EQ(marks.headstamp.find('?'), std::string::npos);
    EXPECT_EQ(marks.headstamp.size(), 6u);
    wrong_years += marks.year != "1987" ? 1 : 0;
  }
  EXPECT_NEAR(wrong_years, 90, 30);
}

TEST(Reading, a_year_that_is_not_read_whole_is_partly_there_or_not_at_all) {
  ReadingOptions options = perfect();
  options.year_read = 0;
  std::map<std::string, int> seen;
  Generator chance(6, "reading");
  for (int i = 0; i < 1'000; ++i) {
    const auto marks = read_marks(marked(), options, chance);
    EXPECT_EQ(marks.year, "");
    ++seen[marks.headstamp];
  }
  EXPECT_EQ(seen.size(), 4u);
  EXPECT_NEAR(seen["KVB"], 550, 50);
  EXPECT_GT(seen["KVB ??"], 90);
  EXPECT_GT(seen["KVB 8?"], 110);
  EXPECT_GT(seen["KVB ?7"], 110);
}

TEST(Reading, something_is_always_read) {
  ReadingOptions options = perfect();
  options.year_read = options.calibre_told = options.colours_told = options.lot_mark_read = 0;
  options.box_present = options.case_present = 0;
  options.token_missing = 1000;
  Generator chance(7, "reading");
  for (int i = 0; i < 50; ++i) EXPECT_FALSE(read_marks(marked(), options, chance).empty());
}

TEST(Reading, the_calibre_on_a_head_is_read_like_any_other_mark) {
  Marked commercial = marked();
  commercial.stamp = "SDW 38 SPL";
  commercial.year_stamped = false;
  Generator chance(8, "reading");
  const auto marks = read_marks(commercial, perfect(), chance);
  EXPECT_EQ(marks.headstamp, "SDW 38 SPL");
  EXPECT_EQ(marks.year, "");
}

}  // namespace lotline::simulation
