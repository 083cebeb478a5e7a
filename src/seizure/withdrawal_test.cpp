#include "seizure/withdrawal.h"

#include <gtest/gtest.h>

#include "seizure/ballistics_fixture.h"

namespace lotline::seizure {
namespace {

struct WithdrawalOfARecord : ::testing::Test, SmallLaboratory {
  WithdrawalOfARecord() { led(); }
  std::string refusal(RecordNumber number, const std::string& reason = "error") {
    return refusal_of(decide_withdrawal(all, {"", reason, number}));
  }
  void withdraw(RecordNumber number, RecordNumber by) {
    ASSERT_EQ(refusal(number), "");
    apply(Withdrawn{"", "error", number}, by, all);
  }
};

TEST_F(WithdrawalOfARecord, says_what_and_why) {
  EXPECT_EQ(refusal(31, ""), "missing_value");
  EXPECT_EQ(refusal(first_case.number), "not_withdrawable");
  EXPECT_EQ(refusal(30), "not_withdrawable") << "a search has been made, whatever came of it";
  EXPECT_EQ(refusal(99), "not_withdrawable");
}

TEST_F(WithdrawalOfARecord, begins_with_what_rests_on_it) {
  EXPECT_EQ(refusal(test_fire.number), "scans_stand_on_it");
  EXPECT_EQ(refusal(22), "leads_stand_on_it");
  withdraw(31, 60);
  EXPECT_EQ(refusal(31), "withdrawn_before");
  withdraw(22, 61);
  EXPECT_EQ(refusal(22), "withdrawn_before");
  withdraw(test_fire.number, 62);
  EXPECT_EQ(refusal(20), "leads_stand_on_it") << "as the scan that was searched with";
}

TEST_F(WithdrawalOfARecord, ends_the_links) {
  apply(conclusion(LeadId{31}, kFirst, Conclusion::identification), 40, kDay, conclusions);
  apply(conclusion(LeadId{32}, kFirst, Conclusion::identification), 41, kDay, conclusions);
  withdraw(40, 60);
  EXPECT_EQ(refusal(40), "withdrawn_before");
  EXPECT_EQ(link_rows.find(make_key(40))->ended, 60);
  EXPECT_EQ(lead_rows.find(make_key(31))->conclusions, 0);
  withdraw(32, 61);
  EXPECT_EQ(link_rows.find(make_key(41))->ended, 61) << "with the lead";
  apply(ForeignLinkStated{first_case, {}, {}, "ibin", "", {}, "", "I-1", "AR", ""}, 50, conclusions);
  withdraw(50, 62);
  EXPECT_EQ(link_rows.find(make_key(50))->ended, 62);
  EXPECT_EQ(refusal(50), "withdrawn_before");
}

TEST_F(WithdrawalOfARecord, of_a_blind_examination_opens_what_it_sealed) {
  apply(BlindExaminationBegun{kSecond, LeadId{31}}, 40, conclusions.leads);
  apply(conclusion(LeadId{31}, kFirst, Conclusion::identification), 41, kDay, conclusions);
  EXPECT_TRUE(lead_rows.find(make_key(31))->sealed());
  withdraw(40, 60);
  EXPECT_FALSE(lead_rows.find(make_key(31))->sealed());
  EXPECT_EQ(refusal(40), "withdrawn_before");
  EXPECT_EQ(refusal_of(decide_blind_examination(conclusions.leads, false, {kSecond, LeadId{31}})), "not_blind");
}

}  // namespace
}  // namespace lotline::seizure
