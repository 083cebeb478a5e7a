#include "seizure/exhibit.h"

#include <gtest/gtest.h>

#include "seizure/memory_tables.h"

namespace lotline::seizure {
namespace {

struct ExhibitsOfACase : ::testing::Test {
  MemoryTable<ExhibitRow> rows;
  MemoryTable<CaseRow> cases;
  MemoryTable<CoSeizureRow> co_seizures;
  MemoryTable<CandidateLotRow> candidates;
  Exhibits exhibits{rows, cases, co_seizures, candidates};

  static Recovered recovery() {
    Recovered found;
    found.case_number = "C-1";
    found.circumstances = "found";
    found.custodian = PartyId{3};
    found.count = Rounds(5);
    found.kind = ExhibitKind::fired_case;
    found.marks.headstamp = "CBC 17";
    found.trace_opened = true;
    return found;
  }
  static std::string refusal(const Recovered& found) {
    const auto decided = decide_recovery(found);
    return decided ? "" : decided.error().name;
  }
  void found(RecordNumber number, const Recovered& what) {
    apply(decide_recovery(what).value(), number, {day_of(2021, 8, 1), day_of(2021, 8, 31)}, exhibits);
  }
  std::string weighing(const std::vector<LotsWeighed::Weight>& weights, RecordNumber exhibit = 10) const {
    const auto decided = decide_weights(exhibits, {ExhibitId{exhibit}, weights});
    return decided ? "" : decided.error().name;
  }
  std::string identifying(LotId lot, const std::string& basis = "simulated report", RecordNumber exhibit = 10) const {
    const auto decided = decide_identity(exhibits, {basis, ExhibitId{exhibit}, lot});
    return decided ? "" : decided.error().name;
  }
};

// R107
TEST_F(ExhibitsOfACase, a_seizure_opens_a_trace_or_says_why_not) {
  Recovered found = recovery();
  EXPECT_EQ(refusal(found), "");
  found.no_trace_reason = "no mark is legible";
  EXPECT_EQ(refusal(found), "trace_or_reason");
  found.trace_opened = false;
  EXPECT_EQ(refusal(found), "");
  found.no_trace_reason.clear();
  EXPECT_EQ(refusal(found), "trace_or_reason");
}

TEST_F(ExhibitsOfACase, it_has_a_case_a_custodian_circumstances_and_something_read) {
  Recovered found = recovery();
  found.case_number.clear();
  EXPECT_EQ(refusal(found), "missing_value");
  found = recovery();
  found.custodian = {};
  EXPECT_EQ(refusal(found), "missing_value");
  found = recovery();
  found.circumstances.clear();
  EXPECT_EQ(refusal(found), "missing_value");
  found = recovery();
  found.marks = {};
  EXPECT_EQ(refusal(found), "nothing_read");
  found.lot = LotId{4};
  EXPECT_EQ(refusal(found), "");
  found.lot = {};
  found.marking = "unmarked";
  EXPECT_EQ(refusal(found), "");
  found.indicator_classes = {"none", "other"};
  EXPECT_EQ(refusal(found), "none_and_some");
}

// R35
TEST_F(ExhibitsOfACase, a_row_keeps_what_was_read_and_judged) {
  Recovered what = recovery();
  what.origin = custody::Origin::handloaded;
  what.indicators = "uneven crimp";
  what.marks.year = "2017";
  what.acquisition = "darknet";
  what.indicator_classes = {"uneven_assembly", "no_factory_package"};
  what.item = "complete_round";
  what.marking = "marked";
  found(10, what);
  const auto row = *rows.find(make_key(10));
  EXPECT_EQ(row.marks().headstamp, "CBC 17");
  EXPECT_EQ(row.marks().year, "2017");
  EXPECT_EQ(word(row.origin), "handloaded");
  EXPECT_EQ(to_text(row.found_on()), "2021-08");
  EXPECT_TRUE(row.trace_opened);
  EXPECT_EQ(row.acquisition, "darknet");
  EXPECT_EQ(row.indicator_classes, "uneven_assembly;no_factory_package");
  EXPECT_EQ(row.item, "complete_round");
  EXPECT_EQ(row.marking, "marked");
}

// R43
TEST_F(ExhibitsOfACase, ammunition_and_firearms_of_one_case_are_linked) {
  Recovered what = recovery();
  what.firearms = {FirearmId{71}, FirearmId{72}};
  found(10, what);
  found(11, recovery());
  EXPECT_EQ(rows.find(make_key(10))->line, 1);
  EXPECT_EQ(rows.find(make_key(11))->line, 2);
  EXPECT_EQ(rows.all_by("case_number", std::string{"C-1"}).size(), 2U);
  EXPECT_EQ(co_seizures.all_by("firearm", 71).size(), 1U);
  EXPECT_TRUE(co_seizures.find(make_key(10, 72)));
}

TEST_F(ExhibitsOfACase, possible_lots_have_weights_that_add_up_to_at_most_one) {
  found(10, recovery());
  EXPECT_EQ(weighing({{LotId{4}, 600'000}, {LotId{5}, 400'000}}), "");
  EXPECT_EQ(weighing({{LotId{4}, 600'000}, {LotId{5}, 400'001}}), "bad_weights");
  EXPECT_EQ(weighing({{LotId{4}, 0}}), "bad_weights");
  EXPECT_EQ(weighing({{LotId{4}, -5}, {LotId{5}, 400'001}}), "bad_weights");
  EXPECT_EQ(weighing({{LotId{4}, 1'000'001}, {LotId{5}, -1}}), "bad_weights");
  EXPECT_EQ(weighing({{LotId{4}, 1'000'000}}), "");
  EXPECT_EQ(weighing({}, 99), "unknown_exhibit");
}

TEST_F(ExhibitsOfACase, a_new_weighing_replaces_the_old_and_a_decision_ends_it) {
  found(10, recovery());
  apply(LotsWeighed{ExhibitId{10}, {{LotId{4}, 600'000}, {LotId{5}, 100'000}}}, exhibits);
  apply(LotsWeighed{ExhibitId{10}, {{LotId{6}, 900'000}}}, exhibits);
  EXPECT_EQ(candidates.size(), 1U);
  EXPECT_EQ(candidates.find(make_key(10, 6))->weight_ppm, 900'000);
  apply(LotIdentified{"simulated report", ExhibitId{10}, LotId{6}}, exhibits);
  EXPECT_EQ(candidates.size(), 0U);
  EXPECT_EQ(rows.find(make_key(10))->lot, LotId{6});
  EXPECT_EQ(weighing({{LotId{4}, 1}}), "lot_known");
}

TEST_F(ExhibitsOfACase, its_lot_is_decided_on_a_basis_and_may_be_decided_otherwise_later) {
  found(10, recovery());
  EXPECT_EQ(identifying(LotId{6}, ""), "missing_value");
  EXPECT_EQ(identifying(LotId{6}, "simulated report", 99), "unknown_exhibit");
  EXPECT_EQ(identifying(LotId{6}), "");
  apply(LotIdentified{"simulated report", ExhibitId{10}, LotId{6}}, exhibits);
  EXPECT_EQ(identifying(LotId{6}), "lot_known");
  EXPECT_EQ(identifying(LotId{7}), "");
}

TEST_F(ExhibitsOfACase, a_decision_on_an_exhibit_that_is_not_there_is_a_broken_invariant) {
  EXPECT_THROW(apply(LotIdentified{"simulated report", ExhibitId{10}, LotId{6}}, exhibits), BrokenInvariant);
}

}  // namespace
}  // namespace lotline::seizure
