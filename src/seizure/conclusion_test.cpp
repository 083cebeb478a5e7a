#include "seizure/conclusion.h"

#include <gtest/gtest.h>

#include "seizure/ballistics_fixture.h"

namespace lotline::seizure {
namespace {

struct ConclusionOnALead : ::testing::Test, SmallLaboratory {
  const LeadId to_gun{31}, to_case{32};

  ConclusionOnALead() { led(); }
  std::string refusal(const Concluded& concluded) { return refusal_of(decide_conclusion(conclusions, concluded)); }
  void conclude(RecordNumber number, const Concluded& concluded) {
    apply(decide_conclusion(conclusions, concluded).value(), number, kDay, conclusions);
  }
  std::string blind_refusal(PartyId examiner, LeadId lead) {
    const bool concluded = has_concluded(conclusions, lead, examiner);
    return refusal_of(decide_blind_examination(conclusions.leads, concluded, {examiner, lead}));
  }
  void give_blind(RecordNumber number, PartyId examiner, LeadId lead) {
    ASSERT_EQ(blind_refusal(examiner, lead), "");
    apply(BlindExaminationBegun{examiner, lead}, number, conclusions.leads);
  }
  bool sealed(LeadId lead) { return lead_rows.find(make_key(lead))->sealed(); }
  ConclusionRow row(LeadId lead, RecordNumber number) { return *conclusion_rows.find(make_key(lead, number)); }
};

TEST_F(ConclusionOnALead, names_examiner_organisation_and_level) {
  const auto good = conclusion(to_gun, kFirst, Conclusion::identification);
  EXPECT_EQ(refusal(good), "");
  Concluded bad = good;
  bad.lead = LeadId{99};
  EXPECT_EQ(refusal(bad), "unknown_lead");
  bad = good;
  bad.examiner = {};
  EXPECT_EQ(refusal(bad), "missing_value");
  bad = good;
  bad.organisation = {};
  EXPECT_EQ(refusal(bad), "missing_value");
  bad = good;
  bad.level = Conclusion::none;
  EXPECT_EQ(refusal(bad), "missing_value");
  apply(Withdrawn{"", "chosen in error", to_gun.number}, 40, all);
  EXPECT_EQ(refusal(good), "withdrawn_before");
}

// R117
TEST_F(ConclusionOnALead, links_case_to_case_and_case_to_firearm) {
  conclude(40, conclusion(to_gun, kFirst, Conclusion::identification));
  conclude(41, conclusion(to_case, kFirst, Conclusion::inconclusive_a));
  const auto with_gun = *link_rows.find(make_key(40));
  EXPECT_EQ(with_gun.exhibit, first_case);
  EXPECT_EQ(with_gun.firearm, gun);
  EXPECT_FALSE(with_gun.other_exhibit);
  EXPECT_EQ(with_gun.level, Conclusion::identification);
  EXPECT_EQ(with_gun.examiner, kFirst);
  const auto with_case = *link_rows.find(make_key(41));
  EXPECT_EQ(with_case.exhibit, first_case);
  EXPECT_EQ(with_case.other_exhibit, second_case);
  EXPECT_FALSE(with_case.firearm);
  EXPECT_EQ(with_case.level, Conclusion::inconclusive_a);
}

TEST_F(ConclusionOnALead, is_replaced_by_a_newer_one_of_the_same_examiner_alone) {
  conclude(40, conclusion(to_gun, kFirst, Conclusion::inconclusive_b));
  auto newer = conclusion(to_gun, kFirst, Conclusion::elimination);
  EXPECT_EQ(refusal(newer), "concluded_before");
  newer.replaces = 39;
  EXPECT_EQ(refusal(newer), "not_own_conclusion");
  auto other = conclusion(to_gun, kSecond, Conclusion::elimination);
  other.replaces = 40;
  EXPECT_EQ(refusal(other), "not_own_conclusion");
  newer.replaces = 40;
  conclude(41, newer);
  EXPECT_EQ(row(to_gun, 40).replaced, 41);
  EXPECT_EQ(link_rows.find(make_key(40))->ended, 41);
  EXPECT_EQ(link_rows.find(make_key(41))->ended, 0);
  EXPECT_EQ(lead_rows.find(make_key(to_gun))->conclusions, 1);
}

TEST_F(ConclusionOnALead, is_sealed_until_every_blind_examiner_has_concluded) {
  give_blind(40, kFirst, to_gun);
  give_blind(41, kSecond, to_gun);
  EXPECT_TRUE(sealed(to_gun));
  conclude(42, conclusion(to_gun, kFirst, Conclusion::identification));
  EXPECT_TRUE(sealed(to_gun)) << "the second has not concluded";
  conclude(43, conclusion(to_gun, kSecond, Conclusion::inconclusive_a));
  EXPECT_FALSE(sealed(to_gun));
  EXPECT_TRUE(row(to_gun, 42).before_lr);
  EXPECT_FALSE(row(to_gun, 42).second);
  EXPECT_TRUE(row(to_gun, 43).before_lr);
  EXPECT_TRUE(row(to_gun, 43).second);
}

TEST_F(ConclusionOnALead, is_not_blind_of_one_who_may_have_seen) {
  EXPECT_EQ(blind_refusal(kReviewer, to_gun), "not_blind") << "he chose the lead by what the search showed";
  EXPECT_EQ(blind_refusal({}, to_gun), "missing_value");
  EXPECT_EQ(blind_refusal(kSecond, LeadId{99}), "unknown_lead");
  give_blind(40, kFirst, to_gun);
  EXPECT_EQ(blind_refusal(kFirst, to_gun), "not_blind") << "he has it already";
  conclude(41, conclusion(to_gun, kFirst, Conclusion::identification));
  EXPECT_EQ(blind_refusal(kFirst, to_gun), "not_blind");
  EXPECT_EQ(blind_refusal(kSecond, to_gun), "not_blind") << "the first conclusion lies open";
  apply(Withdrawn{"", "error", 41}, 42, all);
  EXPECT_EQ(blind_refusal(kSecond, to_gun), "not_blind") << "and has lain open";
  conclude(43, conclusion(to_gun, kSecond, Conclusion::elimination));
  EXPECT_FALSE(row(to_gun, 43).before_lr);
  EXPECT_FALSE(row(to_gun, 43).second);
}

TEST_F(ConclusionOnALead, of_an_examiner_who_was_not_given_it_blind_is_sealed_too) {
  give_blind(40, kSecond, to_gun);
  conclude(41, conclusion(to_gun, kFirst, Conclusion::identification));
  EXPECT_TRUE(sealed(to_gun));
  EXPECT_EQ(blind_refusal(kFirst, to_gun), "not_blind") << "he has concluded, though it is sealed";
  EXPECT_FALSE(row(to_gun, 41).before_lr);
  conclude(42, conclusion(to_gun, kSecond, Conclusion::identification));
  EXPECT_FALSE(sealed(to_gun));
  EXPECT_TRUE(row(to_gun, 42).second);
}

// R118
TEST_F(ConclusionOnALead, of_another_network_is_taken_in_neutral_words) {
  ForeignLinkStated stated;
  stated.network = "ibin";
  stated.reference = "IBIN-1";
  stated.state = "AR";
  stated.other_case = "AR-77";
  const auto refused = [&] { return refusal_of(decide_foreign_link(exhibits, guns, stated)); };
  EXPECT_EQ(refused(), "link_subject");
  stated.exhibit = first_case;
  stated.firearm = gun;
  EXPECT_EQ(refused(), "link_subject");
  stated.firearm = {};
  stated.exhibit = ExhibitId{99};
  EXPECT_EQ(refused(), "unknown_exhibit");
  stated.exhibit = first_case;
  stated.network.clear();
  EXPECT_EQ(refused(), "missing_value");
  stated.network = "ibin";
  stated.reference.clear();
  EXPECT_EQ(refused(), "missing_value");
  stated.reference = "IBIN-1";
  ASSERT_EQ(refused(), "");
  apply(stated, 50, conclusions);
  const auto link = *link_rows.find(make_key(50));
  EXPECT_EQ(link.other_case, "AR-77");
  EXPECT_EQ(link.level, Conclusion::none) << "a network's candidate is nobody's conclusion";
}

}  // namespace
}  // namespace lotline::seizure
