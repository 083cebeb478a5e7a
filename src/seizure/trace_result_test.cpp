#include "seizure/trace_result.h"

#include <gtest/gtest.h>

#include "seizure/memory_tables.h"

namespace lotline::seizure {
namespace {

struct TraceResults : ::testing::Test {
  MemoryTable<ExhibitRow> rows;
  MemoryTable<CaseRow> cases;
  MemoryTable<CoSeizureRow> co_seizures;
  MemoryTable<CandidateLotRow> candidates;
  Exhibits exhibits{rows, cases, co_seizures, candidates};

  TraceResults() {
    ExhibitRow row;
    row.id = ExhibitId{10};
    rows.put(row);
  }
  std::string refusal(const std::string& result, PartyId holder = {}, RecordNumber exhibit = 10,
                      RecordNumber request = 0) const {
    ExhibitTraced traced;
    traced.exhibit = ExhibitId{exhibit};
    traced.result = result;
    traced.holder = holder;
    traced.request = TraceRequestId{request};
    const auto decided = decide_trace_result(exhibits, traced);
    return decided ? "" : decided.error().name;
  }
};

// R111
TEST_F(TraceResults, traced_means_traced_back_to_somebody) {
  EXPECT_TRUE(is_traced("to_first_recipient"));
  EXPECT_TRUE(is_traced("to_last_holder"));
  EXPECT_TRUE(is_traced("point_of_diversion"));
  for (const char* result : {"to_manufacturer", "candidates_only", "not_traceable", "refused", "pending", ""})
    EXPECT_FALSE(is_traced(result)) << result;
}

TEST_F(TraceResults, one_is_of_an_exhibit_and_names_the_holder_it_leads_to) {
  EXPECT_EQ(refusal("not_traceable"), "");
  EXPECT_EQ(refusal("not_traceable", {}, 11), "unknown_exhibit");
  EXPECT_EQ(refusal(""), "missing_value");
  EXPECT_EQ(refusal("not_initiated"), "no_result");
  EXPECT_EQ(refusal("to_last_holder"), "holder_not_named");
  EXPECT_EQ(refusal("to_last_holder", PartyId{3}), "");
  // Another State may name somebody whom this register does not know.
  EXPECT_EQ(refusal("to_last_holder", {}, 10, 20), "");
}

}  // namespace
}  // namespace lotline::seizure
