#include "marking/headstamp.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "base/text.h"

namespace lotline::marking {
namespace {

using catalogue::Trust;
using Years = std::pair<int, int>;

const catalogue::Catalogue& shipped() {
  static const auto catalogue = catalogue::Catalogue::load({std::filesystem::path(LOTLINE_SOURCE_DIR) / "data"});
  EXPECT_TRUE(catalogue) << catalogue.error().text;
  return *catalogue;
}

std::vector<Reading> read(const std::string& text, const std::string& year = "", const std::string& calibre = "") {
  return read_headstamp(shipped(), HeadstampMarks{text, {}, calibre, year});
}

std::vector<std::string> codes_of(const std::vector<Reading>& readings) {
  std::vector<std::string> codes;
  for (const Reading& reading : readings) codes.push_back(reading.code);
  return codes;
}

bool says(const Reading& reading, std::string_view words) {
  return std::ranges::any_of(reading.reasons,
                             [&](const std::string& reason) { return reason.find(words) != std::string::npos; });
}

bool lists(const std::vector<Reading>& readings, std::string_view code) {
  return std::ranges::find(readings, code, &Reading::code) != readings.end();
}

// R60
TEST(Headstamp, a_code_with_two_makers_lists_both_and_the_date_orders_them) {
  const auto early = read("38 40");
  ASSERT_EQ(early.size(), 2u);
  EXPECT_EQ(early[0].maker, "Tula plant No. 38");
  EXPECT_EQ(early[0].years, Years(1940, 1940));
  EXPECT_TRUE(says(early[0], "the same code was used by Yuryuzan"));
  EXPECT_TRUE(says(early[1], "outside the years in which the code was used"));
  const auto late = read("38 43");
  ASSERT_EQ(late.size(), 2u);
  EXPECT_EQ(late[0].maker, "Yuryuzan Mechanical Plant");
  EXPECT_GT(late[0].probability, 10 * late[1].probability);
  const auto in_1941 = read("38", "1941");
  EXPECT_EQ(in_1941[0].maker, "Tula plant No. 38");
  EXPECT_GT(in_1941[1].probability, 0.1);
  for (const auto& readings : {early, late, in_1941}) {
    for (const Reading& reading : readings) EXPECT_FALSE(reading.confirmed);
  }
}

TEST(Headstamp, a_code_that_one_maker_used_and_a_source_states_is_confirmed) {
  const auto readings = read("539 43");
  ASSERT_EQ(readings.size(), 1u);
  EXPECT_TRUE(readings[0].confirmed);
  EXPECT_EQ(readings[0].works, "Tula Cartridge Works");
  EXPECT_EQ(readings[0].years, Years(1943, 1943));
  EXPECT_GT(readings[0].probability, 0.9);
  EXPECT_FALSE(readings[0].sources.empty());
}

TEST(Headstamp, nothing_is_confirmed_that_was_unread_corrected_contradicted_or_unexplained) {
  for (const char* text : {"53? 43", "S39 43", "539 4?", "539 38", "TPZ 43", "TПЗ 43", "539 43 QQ", "539 43 *", "3"}) {
    for (const Reading& reading : read(text)) EXPECT_FALSE(reading.confirmed) << text;
  }
  EXPECT_FALSE(read("539", "194?")[0].confirmed);
  EXPECT_FALSE(read("539", "1938")[0].confirmed);
  EXPECT_TRUE(read("539", "1943")[0].confirmed);
  EXPECT_TRUE(read("3 43")[0].confirmed);
}

TEST(Headstamp, a_row_from_memory_or_of_weak_evidence_is_never_confirmed) {
  const auto memory = read("ИК 88");
  ASSERT_EQ(memory.size(), 1u);
  EXPECT_EQ(memory[0].maker, "Igman Konjic");
  EXPECT_EQ(memory[0].trust, Trust::unverified);
  EXPECT_FALSE(memory[0].confirmed);
  EXPECT_LE(memory[0].probability, 0.6);
  EXPECT_TRUE(says(memory[0], "from memory"));
  const auto weak = read("LC 92");
  ASSERT_EQ(weak.size(), 1u);
  EXPECT_EQ(weak[0].trust, Trust::sourced);
  EXPECT_FALSE(weak[0].confirmed);
  EXPECT_TRUE(says(weak[0], "low-quality general page"));
}

TEST(Headstamp, unread_characters_rank_what_fits) {
  const auto readings = read("L? 8?");
  ASSERT_FALSE(readings.empty());
  EXPECT_EQ(readings[0].code, "LC");
  EXPECT_EQ(readings[0].years, Years(1980, 1989));
  EXPECT_TRUE(lists(readings, "LM"));
  EXPECT_TRUE(says(readings[0], "? for C (not read)"));
  EXPECT_EQ(read("W*")[0].code, "WIN");
  EXPECT_TRUE(lists(read("WIN*"), "WINCHESTER"));
}

TEST(Headstamp, look_alikes_are_put_right_and_named) {
  const auto five = read("S39 43");
  ASSERT_FALSE(five.empty());
  EXPECT_EQ(five[0].code, "539");
  EXPECT_TRUE(says(five[0], "S for 5 (a look-alike)"));
  EXPECT_EQ(read("7I1")[0].code, "711");
  EXPECT_EQ(read("L0")[0].code, "LC");
  EXPECT_EQ(read("5&8")[0].code, "S&B");
}

// R60
TEST(Headstamp, cyrillic_is_read_as_latin_and_the_reverse) {
  EXPECT_EQ(read("nny 82")[0].works, "Prvi Partizan Uzice");
  EXPECT_EQ(read("ппу 82")[0].code, "ППУ");
  EXPECT_EQ(read("NNY 82").size(), 1u);
  const auto transliterated = read("TPZ 43");
  EXPECT_EQ(transliterated[0].code, "ТПЗ");
  EXPECT_TRUE(says(transliterated[0], "P for П (a transliteration)"));
  EXPECT_TRUE(says(transliterated[0], "T for Т (the other script's letter of that shape)"));
  const auto mirrored = read("NK 88");
  EXPECT_TRUE(lists(mirrored, "ИК"));
  EXPECT_TRUE(says(mirrored[0], "N for И (a look-alike)"));
  const auto mixed = read("TПЗ 43");
  ASSERT_EQ(mixed.size(), 1u);
  EXPECT_EQ(mixed[0].literal, "TПЗ");
  EXPECT_TRUE(says(mixed[0], "written in another script"));
  EXPECT_EQ(read("٢٧")[0].code, "27");
}

TEST(Headstamp, separators_do_not_count) {
  for (const char* text : {"WRA 43", "W R A 43", "W.R.A. 43", "W-R-A-43", "WRA43", "43 WRA"}) {
    const auto readings = read(text);
    ASSERT_EQ(readings.size(), 1u) << text;
    EXPECT_EQ(readings[0].code, "WRA") << text;
    EXPECT_EQ(readings[0].years, Years(1943, 1943)) << text;
  }
  EXPECT_EQ(read("G.F.L.")[0].code, "GFL");
  EXPECT_EQ(read("R P")[0].code, "R-P");
  EXPECT_EQ(codes_of(read("31/90")), std::vector<std::string>{"31"});
}

TEST(Headstamp, a_part_of_a_word_or_of_letters_set_singly_is_no_code) {
  EXPECT_FALSE(lists(read("G.F.L."), "LM"));
  EXPECT_EQ(codes_of(read("W R A")), std::vector<std::string>{"WRA"});
  EXPECT_EQ(read("3B 43")[0].code, "38");
}

TEST(Headstamp, a_number_that_is_a_plant_or_a_year_is_both_and_the_first_is_likelier) {
  const auto readings = read("61 71");
  EXPECT_EQ(codes_of(readings), (std::vector<std::string>{"61", "71"}));
  EXPECT_EQ(readings[0].years, Years(1971, 1971));
  EXPECT_EQ(readings[1].years, Years(1961, 1961));
  EXPECT_TRUE(says(readings[0], "the number may also be a year"));
  EXPECT_EQ(codes_of(read("LC 81")), std::vector<std::string>{"LC"});
  EXPECT_EQ(codes_of(read("T 38")), (std::vector<std::string>{"T", "T", "T"}));
  EXPECT_EQ(codes_of(read("04 79")), std::vector<std::string>{"04"});
}

TEST(Headstamp, the_place_on_the_clock_says_which_number_is_the_code) {
  const auto readings = read_headstamp(shipped(), {"", {{6, "61"}, {12, "71"}}, "", ""});
  ASSERT_EQ(readings.size(), 2u);
  EXPECT_EQ(readings[0].code, "71");
  EXPECT_EQ(readings[0].years, Years(1961, 1961));
  const auto letters = read_headstamp(shipped(), {"", {{10, "W"}, {12, "R"}, {2, "A"}, {6, "43"}}, "", ""});
  ASSERT_EQ(letters.size(), 1u);
  EXPECT_EQ(letters[0].code, "WRA");
}

TEST(Headstamp, a_month_or_a_lot_beside_the_code_is_no_code) {
  const auto readings = read("711 77 3");
  EXPECT_EQ(codes_of(readings), std::vector<std::string>{"711"});
  EXPECT_TRUE(says(readings[0], "\"3\" may be a month, a lot or an alloy"));
  EXPECT_EQ(codes_of(read("FN 71 T")), std::vector<std::string>{"FN"});
  EXPECT_EQ(codes_of(read("38 43 3")), (std::vector<std::string>{"38", "38"}));
  EXPECT_TRUE(says(read("LC 92 123")[0], "the number \"123\" is not explained"));
}

TEST(Headstamp, two_centuries_are_both_listed_when_nothing_decides) {
  const auto readings = read("FC 12");
  ASSERT_EQ(readings.size(), 1u);
  EXPECT_EQ(readings[0].years, Years(1912, 1912));
  EXPECT_EQ(readings[0].also_years, std::vector<Years>{Years(2012, 2012)});
  const auto decided = read("FC 12", "", "5.56x45");
  EXPECT_EQ(decided[0].years, Years(2012, 2012));
}

TEST(Headstamp, other_calendars_are_counted) {
  const auto chinese = read("四川製 19");
  ASSERT_EQ(chinese.size(), 1u);
  EXPECT_EQ(chinese[0].years, Years(1929, 1930));
  EXPECT_TRUE(says(chinese[0], "Republic of China"));
  EXPECT_EQ(read("RTA 2525")[0].years, Years(1982, 1982));
}

TEST(Headstamp, marks_that_name_no_maker_say_so) {
  const auto with_maker = read("FNB 81 NATO cross");
  ASSERT_EQ(with_maker.size(), 1u);
  EXPECT_EQ(with_maker[0].code, "FNB");
  EXPECT_TRUE(says(with_maker[0], "says specification, not origin"));
  EXPECT_EQ(codes_of(read("⊕ LC 92")), std::vector<std::string>{"LC"});
  for (const char* alone : {"⊕", "NATO cross", "MATCH", "(none)"}) {
    const auto readings = read(alone);
    ASSERT_EQ(readings.size(), 1u) << alone;
    EXPECT_FALSE(readings[0].names_maker) << alone;
    EXPECT_TRUE(says(readings[0], "not a maker's mark")) << alone;
  }
}

TEST(Headstamp, the_case_maker_need_not_be_the_loader) {
  const auto component = read("STARLINE 9MM LUGER");
  ASSERT_EQ(component.size(), 1u);
  EXPECT_TRUE(component[0].case_maker_only);
  EXPECT_TRUE(says(component[0], "not its loader"));
  EXPECT_TRUE(says(read("WOLF 7.62x39")[0], "names a brand"));
  EXPECT_FALSE(read("LC 92")[0].case_maker_only);
}

TEST(Headstamp, the_calibre_on_the_head_is_no_code) {
  const auto readings = read("WINCHESTER .308 WIN");
  ASSERT_EQ(readings.size(), 1u);
  EXPECT_EQ(readings[0].code, "WINCHESTER");
  EXPECT_EQ(readings[0].calibre, "308WIN");
  EXPECT_EQ(read("FC 223 REM")[0].calibre, "223REM");
  EXPECT_EQ(codes_of(read("FC 223 REM")), std::vector<std::string>{"FC"});
  EXPECT_EQ(read("CBC 9MM LUGER")[0].calibre, "9X19");
  EXPECT_EQ(read("PPU 7.62x39")[0].calibre, "7.62X39");
  EXPECT_EQ(codes_of(read("R-P 45 AUTO")), std::vector<std::string>{"R-P"});
  EXPECT_EQ(read(".223 REM")[0].code, "REM");
  const auto on_the_clock = read_headstamp(shipped(), {"", {{12, "S&B"}, {6, "9x19"}}, "", ""});
  EXPECT_EQ(codes_of(on_the_clock), std::vector<std::string>{"S&B"});
  EXPECT_EQ(on_the_clock[0].calibre, "9X19");
}

TEST(Headstamp, a_calibre_other_than_the_one_on_the_head_is_pointed_out) {
  const auto readings = read("FC 223 REM", "", "300 BLK");
  EXPECT_EQ(readings[0].calibre, "300BLK");
  EXPECT_TRUE(says(readings[0], "may have been re-formed"));
  EXPECT_TRUE(says(read("LC 92", "", "7.62")[0], "is the likeliest; also"));
}

TEST(Headstamp, a_code_in_no_table_gets_small_probabilities) {
  double sum = 0;
  for (const Reading& reading : read("QJX 77")) sum += reading.probability;
  EXPECT_LT(sum, 0.2);
}

TEST(Headstamp, marks_of_which_nothing_was_read_give_no_reading) {
  EXPECT_TRUE(read("").empty());
  EXPECT_TRUE(read(" - ").empty());
  EXPECT_TRUE(read("*").empty());
}

TEST(Headstamp, a_text_longer_than_a_head_is_cut_and_read_at_once) {
  std::string text = "LC 92";
  for (int i = 0; i < 2000; ++i) text += " ЖA";
  HeadstampMarks marks{text, {}, "", ""};
  for (int i = 0; i < 500; ++i) marks.clock.push_back({12, text});
  const auto start = std::chrono::steady_clock::now();
  const auto readings = read_headstamp(shipped(), marks);
  EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), 5.0);
  ASSERT_FALSE(readings.empty());
  EXPECT_EQ(readings[0].code, "LC");
}

TEST(Headstamp, bytes_that_are_no_text_count_as_unread) {
  const auto readings = read("L\xFF 92");
  ASSERT_FALSE(readings.empty());
  EXPECT_EQ(readings[0].code, "LC");
  EXPECT_FALSE(readings[0].confirmed);
}

}  // namespace
}  // namespace lotline::marking
