#include "marking/lot_mark.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "catalogue/table.h"
#include "marking/lot_format.h"
#include "marking/lot_mark_key.h"

namespace lotline::marking {
namespace {

using Readings = std::vector<LotMarkReading>;

LotMarkContext on(int year) {
  LotMarkContext context;
  context.today = day_of(year, 6, 1);
  return context;
}

Readings of_format(const Readings& readings, std::string_view format) {
  Readings found;
  std::ranges::copy_if(readings, std::back_inserter(found), [&](const auto& r) { return r.format == format; });
  return found;
}

bool mentions(const std::vector<std::string>& texts, std::string_view words) {
  return std::ranges::any_of(texts, [&](const std::string& text) { return text.contains(words); });
}

// R61
TEST(LotMark, a_united_states_lot_gives_symbol_month_interfix_and_sequence) {
  const auto readings = read_lot_mark("LC-07H001-001", on(2024));
  const auto& best = readings.front();
  EXPECT_EQ(best.format, "MIL1168-NEW");
  EXPECT_EQ(best.maker_symbol, "LC");
  EXPECT_EQ(best.month, 8);
  EXPECT_EQ(best.interfix, "001");
  EXPECT_EQ(best.sequence, "001");
  EXPECT_EQ(best.suffix, "");
  EXPECT_EQ(best.parent, std::nullopt);
  EXPECT_EQ(best.years, (std::vector{1907, 2007}));
  EXPECT_GT(best.probability, 0.8);
  EXPECT_TRUE(best.sources.front().contains("MIL-STD-1168C"));
}

TEST(LotMark, the_month_letters_pass_over_i) {
  EXPECT_EQ(read_lot_mark("XYZ07J006-004", on(2024)).front().month, 9);
  EXPECT_EQ(read_lot_mark("XYZ07M006-004", on(2024)).front().month, 12);
  EXPECT_TRUE(of_format(read_lot_mark("XYZ07I006-004", on(2024)), "MIL1168-NEW").empty());
  EXPECT_TRUE(of_format(read_lot_mark("XYZ07N006-004", on(2024)), "MIL1168-NEW").empty());
}

TEST(LotMark, a_lot_identifier_letter_may_stand_in_the_place_of_the_hyphen) {
  const auto best = read_lot_mark("XYZ07D006K004", on(2024)).front();
  EXPECT_EQ(best.format, "MIL1168-NEW");
  EXPECT_EQ(best.lot_identifier, "K");
  EXPECT_EQ(read_lot_mark("XYZ07D006-004", on(2024)).front().lot_identifier, "");
}

TEST(LotMark, a_suffixed_lot_is_a_lot_of_its_own_with_its_parent) {
  const auto best = read_lot_mark("XYZ07D006-004AB", on(2024)).front();
  EXPECT_EQ(best.suffix, "AB");
  EXPECT_EQ(best.parent, "XYZ07D006-004");
  EXPECT_EQ(best.theatre, std::nullopt);
  EXPECT_TRUE(mentions(best.reasons, "independent lot"));
}

TEST(LotMark, a_last_y_is_shown_as_theatre_and_as_suffix) {
  for (const auto& [text, suffix] : {std::pair{"XYZ07D006-004Y", ""}, std::pair{"XYZ07D006-004AY", "A"}}) {
    const auto readings = of_format(read_lot_mark(text, on(2024)), "MIL1168-NEW");
    ASSERT_EQ(readings.size(), 2U) << text;
    EXPECT_EQ(readings[0].theatre, 'Y');
    EXPECT_EQ(readings[0].suffix, suffix);
    EXPECT_EQ(readings[1].theatre, std::nullopt);
    EXPECT_EQ(readings[1].suffix, std::string{suffix} + "Y");
    EXPECT_GT(readings[0].probability, readings[1].probability);
    for (const auto& reading : readings) EXPECT_TRUE(mentions(reading.ambiguities, "theatre indicator"));
  }
}

TEST(LotMark, three_letters_at_the_end_are_suffix_and_theatre_or_nothing) {
  const auto readings = of_format(read_lot_mark("XYZ07D006-004AAW", on(2024)), "MIL1168-NEW");
  ASSERT_EQ(readings.size(), 1U);
  EXPECT_EQ(readings[0].suffix, "AA");
  EXPECT_EQ(readings[0].theatre, 'W');
  EXPECT_TRUE(readings[0].ambiguities.empty() || !mentions(readings[0].ambiguities, "theatre"));
  EXPECT_TRUE(of_format(read_lot_mark("XYZ07D006-004AAB", on(2024)), "MIL1168-NEW").empty());
  EXPECT_TRUE(of_format(read_lot_mark("XYZ07D006-004AAAW", on(2024)), "MIL1168-NEW").empty());
}

TEST(LotMark, the_old_system_has_no_date_and_its_suffix_points_to_the_parent) {
  const auto readings = read_lot_mark("LW-06-01A", on(2024));
  EXPECT_EQ(readings.front().format, "MIL1168-OLD");
  EXPECT_EQ(readings.front().maker_symbol, "LW");
  EXPECT_EQ(readings.front().suffix, "A");
  EXPECT_EQ(readings.front().parent, "LW-06-01");
  EXPECT_TRUE(readings.front().years.empty());
}

// R61
TEST(LotMark, initials_serial_year_and_the_old_system_are_both_shown_where_both_fit) {
  const auto readings = read_lot_mark("LW-06-01", on(2024));
  EXPECT_EQ(of_format(readings, "MIL1168-OLD").size(), 1U);
  const auto other = of_format(readings, "PAPER44");
  ASSERT_EQ(other.size(), 1U);
  EXPECT_EQ(other[0].serial, "06");
  EXPECT_EQ(other[0].years, (std::vector{1901, 2001}));
}

// R61
TEST(LotMark, the_papers_mark_gives_serial_initials_and_a_year_of_either_century) {
  for (const auto* text : {"012-CBC-19", "012 CBC 19", "012/cbc/19", "012CBC19"}) {
    const auto best = read_lot_mark(text, on(2024)).front();
    EXPECT_EQ(best.format, "PAPER44") << text;
    EXPECT_EQ(best.serial, "012");
    EXPECT_EQ(best.maker_symbol, "CBC");
    EXPECT_EQ(best.years, (std::vector{1919, 2019}));
    EXPECT_TRUE(mentions(best.ambiguities, "19 may be 1919 or 2019")) << text;
    EXPECT_EQ(best.key, "012CBC19");
  }
}

// R61
TEST(LotMark, the_century_is_resolved_by_evidence_and_the_evidence_is_named) {
  auto context = on(2024);
  context.years = YearSpan{1990, 2024};
  const auto hinted = read_lot_mark("012-CBC-19", context).front();
  EXPECT_EQ(hinted.years, std::vector{2019});
  EXPECT_TRUE(mentions(hinted.reasons, "other evidence says 1990 to 2024"));
  EXPECT_TRUE(hinted.ambiguities.empty());
  const auto future = read_lot_mark("012-CBC-87", on(2024)).front();
  EXPECT_EQ(future.years, std::vector{1987});
  EXPECT_TRUE(mentions(future.reasons, "no other ends in 87 by today"));
  context = on(2024);
  context.options.earliest_year = 1950;
  EXPECT_EQ(read_lot_mark("012-CBC-19", context).front().years, std::vector{2019});
}

TEST(LotMark, a_year_that_contradicts_the_evidence_is_kept_far_down) {
  auto context = on(2024);
  context.years = YearSpan{1950, 1960};
  const auto readings = read_lot_mark("012-CBC-19", context);
  const auto kept = of_format(readings, "PAPER44").front();
  EXPECT_EQ(kept.years, (std::vector{1919, 2019}));
  EXPECT_LT(kept.probability, of_format(read_lot_mark("012-CBC-19", on(2024)), "PAPER44").front().probability);
  EXPECT_TRUE(mentions(kept.reasons, "does not agree with 1950 to 1960"));
}

TEST(LotMark, two_digits_that_no_past_year_has_leave_no_year) {
  auto context = on(2024);
  context.options.earliest_year = 2000;
  const auto kept = of_format(read_lot_mark("012-CBC-87", context), "PAPER44").front();
  EXPECT_TRUE(kept.years.empty());
  EXPECT_TRUE(mentions(kept.reasons, "no year before today ends in 87"));
}

// R61
TEST(LotMark, order_and_separators_of_the_papers_mark_are_options) {
  auto context = on(2024);
  EXPECT_TRUE(of_format(read_lot_mark("19-CBC-0123", context), "PAPER44").empty());
  context.options.orders = {{LotPart::year, LotPart::initials, LotPart::serial}};
  const auto best = read_lot_mark("19-CBC-0123", context).front();
  EXPECT_EQ(best.serial, "0123");
  EXPECT_EQ(best.maker_symbol, "CBC");
  context.options.separators_required = true;
  EXPECT_EQ(read_lot_mark("19-CBC-0123", context).front().format, "PAPER44");
  EXPECT_TRUE(of_format(read_lot_mark("19CBC0123", context), "PAPER44").empty());
}

TEST(LotMark, unreadable_characters_stay_open) {
  const auto paper = of_format(read_lot_mark("01?-CB?-1?", on(2024)), "PAPER44").front();
  EXPECT_EQ(paper.serial, "01?");
  EXPECT_EQ(paper.maker_symbol, "CB?");
  EXPECT_EQ(paper.years.size(), 20U);
  const auto military = read_lot_mark("LC-07?0?1-0?1", on(2024)).front();
  EXPECT_EQ(military.format, "MIL1168-NEW");
  EXPECT_EQ(military.month, std::nullopt);
  EXPECT_EQ(military.interfix, "0?1");
}

TEST(LotMark, a_soviet_pattern_case_mark_reads_the_same_in_both_alphabets) {
  const auto cyrillic = read_lot_mark("А12-87-270", on(2024)).front();
  const auto latin = read_lot_mark("A12-87-270", on(2024)).front();
  for (const auto& reading : {cyrillic, latin}) {
    EXPECT_EQ(reading.format, "SOVIET-BOX");
    EXPECT_EQ(reading.serial, "A12");
    EXPECT_EQ(reading.maker_symbol, "270");
    EXPECT_EQ(reading.years, std::vector{1987});
    EXPECT_EQ(reading.trust, catalogue::Trust::unverified);
    EXPECT_TRUE(mentions(reading.reasons, "unverified"));
    EXPECT_EQ(reading.key, "A12-87-270");
  }
  EXPECT_EQ(cyrillic.as_read, "А12-87-270");
  EXPECT_TRUE(mentions(cyrillic.ambiguities, "Cyrillic or Latin"));
  EXPECT_GT(cyrillic.probability, latin.probability);
}

TEST(LotMark, a_factory_of_two_digits_may_be_the_year) {
  const auto readings = of_format(read_lot_mark("Ж07-60-17", on(2024)), "SOVIET-BOX");
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_EQ(readings[0].maker_symbol, "17");
  EXPECT_EQ(readings[0].years, std::vector{1960});
  EXPECT_EQ(readings[1].maker_symbol, "60");
  EXPECT_EQ(readings[1].years, (std::vector{1917, 2017}));
  EXPECT_EQ(readings[0].serial, "Ж07");
}

TEST(LotMark, a_propellant_lot_is_not_forced_into_a_lot_of_rounds) {
  const auto readings = read_lot_mark("RAD05A12345", on(2024));
  EXPECT_EQ(readings.front().format, "MIL1168-PROP");
  EXPECT_FALSE(readings.front().rounds);
  EXPECT_EQ(readings.front().serial, "12345");
  EXPECT_TRUE(of_format(readings, "MIL1168-NEW").empty());
  EXPECT_TRUE(of_format(readings, "MIL1168-OLD").empty());
}

TEST(LotMark, free_text_is_read_with_its_maker) {
  auto context = on(2024);
  const auto alone = read_lot_mark("Q4 8812-X", context);
  ASSERT_EQ(alone.size(), 1U);
  EXPECT_EQ(alone[0].format, "COMM");
  EXPECT_DOUBLE_EQ(alone[0].probability, 1);
  EXPECT_TRUE(mentions(alone[0].ambiguities, "until the maker is known"));
  context.maker_initials = {"FC"};
  const auto known = read_lot_mark("Q4 8812-X", context).front();
  EXPECT_EQ(known.maker_symbol, "FC");
  EXPECT_TRUE(known.ambiguities.empty());
}

TEST(LotMark, the_maker_known_otherwise_raises_the_reading_that_names_it) {
  auto context = on(2024);
  const auto before = of_format(read_lot_mark("LW-06-01", context), "PAPER44").front().probability;
  context.maker_initials = {"LW"};
  const auto named = of_format(read_lot_mark("LW-06-01", context), "MIL1168-OLD").front();
  EXPECT_TRUE(mentions(named.reasons, "names the maker LW known otherwise"));
  context.maker_initials = {"CBC"};
  const auto other = of_format(read_lot_mark("LW-06-01", context), "PAPER44").front();
  EXPECT_LT(other.probability, before);
  EXPECT_TRUE(mentions(other.reasons, "not the maker known otherwise"));
}

// R61
TEST(LotMark, the_probabilities_of_the_readings_sum_to_one_and_fall) {
  for (const auto* text : {"LC-07H001-001Y", "LW-06-01", "012-CBC-19", "А12-87-27", "A?", "Q4 8812-X", "12AB34"}) {
    const auto readings = read_lot_mark(text, on(2024));
    double sum = 0;
    for (const auto& reading : readings) {
      sum += reading.probability;
      EXPECT_FALSE(reading.reasons.empty());
      EXPECT_FALSE(reading.sources.empty());
    }
    EXPECT_TRUE(std::ranges::is_sorted(readings, std::greater{}, &LotMarkReading::probability));
    EXPECT_NEAR(sum, 1, 1e-9) << text;
  }
}

TEST(LotMark, nothing_legible_gives_no_reading_and_any_bytes_are_taken) {
  for (const std::string& text : {std::string{}, std::string{" -- "}, std::string{"?-?"}, std::string(65, 'A'),
                                  std::string("\0\x01\x02", 3), std::string{"\xFF\xFE"}})
    EXPECT_TRUE(read_lot_mark(text, on(2024)).empty()) << text;
  for (int seed = 0; seed < 3000; ++seed) {
    std::string bytes;
    unsigned state = static_cast<unsigned>(seed) * 2654435761U + 1;
    for (unsigned length = state % 20; length > 0; --length) {
      state = state * 1664525U + 1013904223U;
      constexpr std::string_view kGlyphs = "AZ09?-Y \xD0\x90\xFF*";
      bytes.push_back(kGlyphs[(state >> 16) % kGlyphs.size()]);
    }
    for (const auto& reading : read_lot_mark(bytes, on(2024))) EXPECT_GT(reading.probability, 0) << bytes;
  }
}

TEST(LotMark, the_formats_in_the_table_are_the_formats_that_are_read) {
  const catalogue::TableShape shape{{"format", "kind", "title", "example"}, {"format", "kind", "title"}, {"format"}};
  const auto table = catalogue::read_table(LOTLINE_SOURCE_DIR "/data/lot_formats.csv", shape);
  ASSERT_TRUE(table.has_value()) << table.error().text;
  std::size_t grammars = 0;
  for (const auto& row : table->rows) {
    if (row["kind"] != "grammar") continue;
    ++grammars;
    const auto& format = lot_format(row["format"]);
    EXPECT_EQ(format.title, row["title"]);
    EXPECT_EQ(format.source, row.source.text);
    EXPECT_EQ(format.trust, row.source.trust);
    EXPECT_EQ(read_lot_mark(row["example"], on(2024)).front().format, row["format"]) << row["example"];
  }
  EXPECT_EQ(grammars, lot_formats().size());
}

}  // namespace
}  // namespace lotline::marking
