#include "seizure/lead.h"

#include <gtest/gtest.h>

#include "seizure/ballistics_fixture.h"

namespace lotline::seizure {
namespace {

struct LeadOutOfASearch : ::testing::Test, SmallLaboratory {
  std::string refusal(const LeadChosen& chosen) { return refusal_of(decide_lead(conclusions.leads, chosen)); }
};

TEST_F(LeadOutOfASearch, is_a_source_that_the_search_lists) {
  searched();
  EXPECT_EQ(refusal({"", 1, kReviewer, ScanSearchId{30}}), "");
  EXPECT_EQ(refusal({"", 1, kReviewer, ScanSearchId{29}}), "unknown_search");
  EXPECT_EQ(refusal({"", 3, kReviewer, ScanSearchId{30}}), "no_such_rank");
  EXPECT_EQ(refusal({"", 0, kReviewer, ScanSearchId{30}}), "no_such_rank");
  EXPECT_EQ(refusal({"", 1, {}, ScanSearchId{30}}), "missing_value");
}

TEST_F(LeadOutOfASearch, joins_two_sources_once_whichever_was_searched_with) {
  led();
  EXPECT_EQ(refusal({"", 1, kReviewer, ScanSearchId{30}}), "lead_exists");
  ScansSearched back;
  back.scan = ScanId{22};
  back.candidates.resize(1);
  back.candidates.front().scan = ScanId{20};
  apply(back, 33, kDay, searches);
  EXPECT_EQ(refusal({"", 1, kReviewer, ScanSearchId{33}}), "lead_exists");
  apply(Withdrawn{"", "chosen in error", 31}, 34, all);
  EXPECT_EQ(refusal({"", 1, kReviewer, ScanSearchId{33}}), "");
  back.candidates.front().scan = ScanId{22};
  apply(back, 35, kDay, searches);
  EXPECT_EQ(refusal({"", 1, kReviewer, ScanSearchId{35}}), "own_source");
}

TEST_F(LeadOutOfASearch, rests_on_scans_that_stand) {
  searched();
  apply(Withdrawn{"", "mirrored", 22}, 31, all);
  EXPECT_EQ(refusal({"", 1, kReviewer, ScanSearchId{30}}), "withdrawn_before");
}

TEST_F(LeadOutOfASearch, rests_on_a_search_among_scans_on_record) {
  searched();
  ScansSearched found;
  found.scan = ScanId{99};
  EXPECT_EQ(refusal_of(decide_search(scan_rows, found)), "unknown_scan");
  found.scan = ScanId{20};
  EXPECT_EQ(refusal_of(decide_search(scan_rows, found)), "") << "a search that lists nothing is one too";
  found.candidates.resize(1);
  found.candidates.front().scan = ScanId{98};
  EXPECT_EQ(refusal_of(decide_search(scan_rows, found)), "unknown_scan");
  apply(Withdrawn{"", "mirrored", 20}, 31, all);
  EXPECT_EQ(refusal_of(decide_search(scan_rows, found)), "withdrawn_before");
}

}  // namespace
}  // namespace lotline::seizure
