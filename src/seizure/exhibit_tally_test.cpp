#include "seizure/exhibit_tally.h"

#include <gtest/gtest.h>

namespace lotline::seizure {
namespace {

ExhibitRow exhibit(RecordNumber number, std::int64_t count, ExhibitKind kind = ExhibitKind::live_round) {
  ExhibitRow row;
  row.id = ExhibitId{number};
  row.kind = kind;
  row.count = Rounds(count);
  row.origin = custody::Origin::unknown;
  row.trace_opened = true;
  return row;
}

// R37
TEST(ExhibitTally, indicators_are_counted_by_class_of_those_that_were_examined) {
  std::vector<ExhibitRow> rows{exhibit(1, 10), exhibit(2, 5), exhibit(3, 7), exhibit(4, 1)};
  rows[0].indicator_classes = "earlier_firing;tool_marks";
  rows[0].origin = custody::Origin::reloaded;
  rows[1].indicator_classes = "tool_marks";
  rows[2].indicator_classes = "none";
  rows[3].indicators = "uneven";
  const auto tally = tally_indicators(rows);
  EXPECT_EQ(tally.seen.at("tool_marks"), (Tally{2, 15}));
  EXPECT_EQ(tally.seen.at("earlier_firing"), (Tally{1, 10}));
  EXPECT_FALSE(tally.seen.contains("none"));
  EXPECT_EQ(tally.examined, (Tally{3, 22}));
  EXPECT_EQ(tally.none, (Tally{1, 7}));
  EXPECT_EQ(tally.not_examined, (Tally{1, 1}));
  EXPECT_EQ(tally.free_words_only, (Tally{1, 1}));
  EXPECT_EQ(tally.origins.at(custody::Origin::reloaded), (Tally{1, 10}));
}

// R41
TEST(ExhibitTally, converted_blanks_are_told_from_blanks_and_from_what_nobody_judged) {
  std::vector<ExhibitRow> rows{exhibit(1, 8'000), exhibit(2, 6'000), exhibit(3, 5'000), exhibit(4, 15'000),
                               exhibit(5, 205, ExhibitKind::fired_case)};
  rows[0].origin = custody::Origin::converted_blank;
  rows[1].item = "blank";
  rows[2].lot = LotId{77};
  rows[4].origin = custody::Origin::converted_blank;
  const auto tallies = tally_conversion(rows, {{LotId{77}, "blank"}});
  const auto& live = tallies.at(ExhibitKind::live_round);
  EXPECT_EQ(live.all.items, 34'000);
  EXPECT_EQ(live.converted.items, 8'000);
  EXPECT_EQ(live.blank.items, 11'000);
  EXPECT_EQ(live.not_judged.items, 15'000);
  EXPECT_EQ(tallies.at(ExhibitKind::fired_case).converted.items, 205);
  rows[3].origin = custody::Origin::factory;
  EXPECT_EQ(tally_conversion(rows, {}).at(ExhibitKind::live_round).other.items, 15'000);
}

// R46
TEST(ExhibitTally, online_origin_is_counted_as_reported_or_by_circumstance) {
  std::vector<ExhibitRow> rows{exhibit(1, 10), exhibit(2, 20), exhibit(3, 30), exhibit(4, 40), exhibit(5, 50)};
  rows[0].acquisition = "darknet";
  rows[1].circumstances = "online";
  rows[2].modality = "post";
  rows[3].acquisition = "unknown";
  rows[3].modality = "postal_online";
  const auto tally = tally_acquisition(rows);
  EXPECT_EQ(tally.ways.at("darknet"), (Tally{1, 10}));
  EXPECT_EQ(tally.ways.at("online"), (Tally{1, 20}));
  EXPECT_EQ(tally.ways.at("postal"), (Tally{1, 30}));
  EXPECT_EQ(tally.ways.at("unknown"), (Tally{1, 40}));
  EXPECT_EQ(tally.by_circumstance, (Tally{2, 50}));
  EXPECT_EQ(tally.not_reported, (Tally{1, 50}));
}

// R111
TEST(ExhibitTally, a_mark_that_was_read_makes_it_marked_and_what_is_not_said_is_not_known) {
  ExhibitRow row = exhibit(1, 1);
  EXPECT_EQ(marking_of(row), "");
  row.calibre = "9x19";
  EXPECT_EQ(marking_of(row), "") << "a calibre is measured";
  for (std::string ExhibitRow::* mark : {&ExhibitRow::headstamp, &ExhibitRow::clock, &ExhibitRow::lot_mark,
                                         &ExhibitRow::package, &ExhibitRow::retailer_code, &ExhibitRow::microstamp}) {
    ExhibitRow read = row;
    read.*mark = "x";
    EXPECT_EQ(marking_of(read), "marked");
  }
  row.headstamp = "?";
  row.marking = "removed";
  EXPECT_EQ(marking_of(row), "removed");
}

// R111
TEST(ExhibitTally, marked_traced_and_not_initiated_are_counted_apart) {
  std::vector<ExhibitRow> rows;
  for (int i = 1; i <= 6; ++i) rows.push_back(exhibit(i, 10));
  rows[0].headstamp = "A 17";
  rows[1].headstamp = "A 17";
  rows[2].marking = "unmarked";
  rows[3].trace_opened = false;
  rows[3].no_trace_reason = "amnesty";
  rows[4].trace_opened = false;
  rows[4].no_trace_reason = "amnesty";
  const auto tally = tally_tracing(rows, {{ExhibitId{1}, "to_last_holder"},
                                          {ExhibitId{2}, "to_manufacturer"},
                                          {ExhibitId{3}, "to_first_recipient"},
                                          {ExhibitId{5}, "not_traceable"}});
  EXPECT_EQ(tally.all, (Tally{6, 60}));
  EXPECT_EQ(tally.marking.at("marked"), (Tally{2, 20}));
  EXPECT_EQ(tally.marking.at("unmarked"), (Tally{1, 10}));
  EXPECT_EQ(tally.marking.at(""), (Tally{3, 30}));
  EXPECT_EQ(tally.traced, (Tally{2, 20}));
  EXPECT_EQ(tally.marked_and_traced, (Tally{1, 10}));
  EXPECT_EQ(tally.not_initiated.at("amnesty"), (Tally{1, 10})) << "a trace that has a result was begun after all";
  EXPECT_EQ(tally.results.at("not_traceable"), (Tally{1, 10}));
  EXPECT_EQ(tally.results.at(""), (Tally{1, 10})) << "begun, and no result yet";
}

}  // namespace
}  // namespace lotline::seizure
