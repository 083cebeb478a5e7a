#include "seizure/examination.h"

#include <gtest/gtest.h>

#include "seizure/memory_tables.h"

namespace lotline::seizure {
namespace {

struct Examinations : ::testing::Test {
  MemoryTable<ExhibitRow> rows;
  MemoryTable<CaseRow> cases;
  MemoryTable<CoSeizureRow> co_seizures;
  MemoryTable<CandidateLotRow> candidates;
  Exhibits exhibits{rows, cases, co_seizures, candidates};

  Examinations() {
    ExhibitRow row;
    row.id = ExhibitId{10};
    row.origin = custody::Origin::factory;
    row.marking = "marked";
    rows.put(row);
  }
  static Examined finding() {
    Examined examined;
    examined.exhibit = ExhibitId{10};
    examined.origin = "reloaded";
    examined.indicator_classes = {"earlier_firing", "tool_marks"};
    return examined;
  }
  std::string refusal(const Examined& examined) const {
    const auto decided = decide_examination(exhibits, examined);
    return decided ? "" : decided.error().name;
  }
};

// R37
TEST_F(Examinations, an_examiner_records_indicators_by_class_and_an_origin) {
  EXPECT_EQ(refusal(finding()), "");
  apply(finding(), exhibits);
  const auto row = *rows.find(make_key(10));
  EXPECT_EQ(row.indicator_classes, "earlier_firing;tool_marks");
  EXPECT_EQ(row.origin, custody::Origin::reloaded);
  EXPECT_EQ(row.marking, "marked");
}

TEST_F(Examinations, what_it_leaves_out_stays_and_what_it_states_takes_its_place) {
  apply(finding(), exhibits);
  Examined second;
  second.exhibit = ExhibitId{10};
  second.indicator_classes = {"none"};
  second.marking = "unmarked";
  second.item = "blank";
  apply(second, exhibits);
  const auto row = *rows.find(make_key(10));
  EXPECT_EQ(row.origin, custody::Origin::reloaded);
  EXPECT_EQ(row.indicator_classes, "none");
  EXPECT_EQ(row.marking, "unmarked");
  EXPECT_EQ(row.item, "blank");
}

TEST_F(Examinations, it_states_something_of_an_exhibit_that_is_there) {
  Examined examined;
  examined.exhibit = ExhibitId{10};
  EXPECT_EQ(refusal(examined), "nothing_examined");
  examined.marking = "removed";
  EXPECT_EQ(refusal(examined), "");
  examined.exhibit = ExhibitId{11};
  EXPECT_EQ(refusal(examined), "unknown_exhibit");
  EXPECT_THROW(apply(examined, exhibits), BrokenInvariant);
}

// R37
TEST_F(Examinations, none_seen_stands_alone) {
  Examined examined = finding();
  examined.indicator_classes = {"none"};
  EXPECT_EQ(refusal(examined), "");
  examined.indicator_classes = {"none", "tool_marks"};
  EXPECT_EQ(refusal(examined), "none_and_some");
}

}  // namespace
}  // namespace lotline::seizure
