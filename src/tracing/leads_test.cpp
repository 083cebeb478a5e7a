#include "tracing/leads.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tracing/small_register_fixture.h"

namespace lotline::tracing {
namespace {

using custody::Act;

struct Leads : ::testing::Test, SmallState {
  LotId x = lot(maker, "012-CBC-17", rifle, "2017-03", "CBC 17");

  void SetUp() override { make(x, maker, 1000, dealer, "2017-03-10"); }

  Answer by_microstamp(const std::string& read) {
    Question question;
    question.marks.microstamp = read;
    question.found_on = parse_when("2020-06-01").value();
    return ask(question);
  }
  Answer by_retailer(const std::string& read) {
    Question question;
    question.marks.retailer_code = read;
    question.found_on = parse_when("2020-06-01").value();
    return ask(question);
  }
};

// R70
TEST_F(Leads, a_microstamp_points_at_a_firearm_and_its_last_registered_owner) {
  const auto gun = firearm("S-77", "AX7Q", dealer);
  const auto answer = by_microstamp(" ax7q ");
  ASSERT_EQ(answer.leads.size(), 1U);
  const auto& lead = answer.leads[0];
  EXPECT_EQ(lead.kind, "firearm");
  EXPECT_EQ(lead.status, "found");
  EXPECT_EQ(lead.text,
            "microstamp AX7Q: Simulated Arms S1, serial S-77, last registered owner Simulated DEALER (DEALER)");
  EXPECT_EQ(lead.party->code, "DEALER");
  EXPECT_EQ(lead.records, std::vector<RecordNumber>{gun.number});
}

// R71
TEST_F(Leads, a_microstamp_alone_closes_no_trace_and_says_how_far_it_can_be_relied_on) {
  firearm("S-77", "AX7Q", dealer);
  const auto answer = by_microstamp("AX7Q");
  EXPECT_TRUE(answer.lots.empty());
  EXPECT_TRUE(answer.holders.empty());
  EXPECT_TRUE(answer.left_lawful_hands.empty());
  EXPECT_EQ(answer.none_on_record, 1);
  EXPECT_TRUE(answer.leads[0].caution.contains("closes no trace"));
  EXPECT_TRUE(answer.leads[0].caution.contains("reliability"));
  EXPECT_TRUE(answer.leads[0].caution.contains("firing pin can be changed"));
  EXPECT_TRUE(std::ranges::any_of(answer.limits, [](const auto& l) { return l.kind == "no_marks"; }));
}

// R70
TEST_F(Leads, a_microstamp_read_in_part_names_every_firearm_it_may_be) {
  firearm("S-77", "AX7Q", dealer);
  firearm("S-78", "AX9Q", dealer);
  firearm("S-79", "BX9Q", dealer);
  const auto answer = by_microstamp("ax?q");
  ASSERT_EQ(answer.leads.size(), 2U);
  EXPECT_TRUE(answer.leads[0].text.contains("S-77"));
  EXPECT_TRUE(answer.leads[1].text.contains("S-78"));
}

// R5 R43
TEST_F(Leads, a_firearm_of_the_same_case_is_a_lead_that_says_nothing_of_the_source) {
  const auto gun = firearm("S-77", "", dealer);
  Question question;
  question.firearms = {gun};
  const auto answer = ask(question);
  ASSERT_EQ(answer.leads.size(), 1U);
  EXPECT_EQ(answer.leads[0].kind, "firearm");
  EXPECT_TRUE(answer.leads[0].text.starts_with("of the same case: Simulated Arms S1, serial S-77"));
  EXPECT_TRUE(answer.leads[0].caution.contains("is not said"));
  EXPECT_EQ(answer.leads[0].records, std::vector<RecordNumber>{gun.number});
  EXPECT_TRUE(answer.lots.empty());
}

// R70
TEST_F(Leads, a_microstamp_nobody_registered_is_said_to_be_unknown) {
  firearm("S-77", "AX7Q", {});
  EXPECT_EQ(by_microstamp("ZZZZ").leads[0].status, "unknown");
  EXPECT_TRUE(by_microstamp("AX7Q").leads[0].text.ends_with("owner not known"));
}

// R68
TEST_F(Leads, a_retailers_code_leads_to_the_retailer_and_the_last_legal_transaction) {
  act(Act::transfer, x, 500, maker, dealer, "2017-04-01");
  const auto sale = act(Act::sale, x, 50, dealer, {}, "2018-05-02");
  retailer_mark("QXV", dealer, x, sale);
  const auto answer = by_retailer("qxv");
  ASSERT_EQ(answer.leads.size(), 1U);
  EXPECT_EQ(answer.leads[0].kind, "retailer");
  EXPECT_EQ(answer.leads[0].status, "found");
  EXPECT_EQ(answer.leads[0].party->code, "DEALER");
  EXPECT_EQ(answer.leads[0].text,
            "retailer code QXV: Simulated DEALER (DEALER); last legal transaction: sale of 50 rounds to a buyer not "
            "recorded on 2018-05-02");
  EXPECT_EQ(answer.leads[0].records.back(), sale);
  ASSERT_EQ(answer.lots.size(), 1U);
  EXPECT_EQ(answer.lots[0].lot.id, x);
}

// R68
TEST_F(Leads, a_known_code_without_a_record_and_an_unknown_code_are_told_apart) {
  retailer_mark("QXV", dealer, {}, 0);
  EXPECT_EQ(by_retailer("QXV").leads[0].status, "record_absent");
  EXPECT_TRUE(by_retailer("QXV").leads[0].text.ends_with("code known, record absent"));
  EXPECT_EQ(by_retailer("ABC").leads[0].status, "unknown");
  EXPECT_EQ(by_retailer("ABC").leads[0].text, "retailer code ABC: code unknown");
}

TEST_F(Leads, a_text_that_is_no_retailers_code_is_said_and_not_used) {
  const auto answer = by_retailer("123");
  EXPECT_TRUE(answer.leads.empty());
  EXPECT_TRUE(std::ranges::any_of(answer.limits, [](const auto& l) { return l.kind == "retailer_code_unread"; }));
}

TEST_F(Leads, a_code_without_a_lot_leads_to_the_lots_its_retailer_had) {
  const auto y = lot(maker, "013-CBC-17", rifle, "2017-03", "CBC 17");
  make(y, maker, 1000, army, "2017-03-10");
  act(Act::transfer, x, 500, maker, dealer, "2017-04-01");
  retailer_mark("QXV", dealer, {}, 0);
  const auto answer = by_retailer("QXV");
  ASSERT_EQ(answer.lots.size(), 1U);
  EXPECT_EQ(answer.lots[0].lot.id, x);
}

// R52
TEST_F(Leads, a_package_leads_to_where_it_was_last_recorded_and_to_the_lots_in_it) {
  pack("BOX-1", maker, x, 100);
  Question question;
  question.marks.package = "BOX-1";
  question.found_on = parse_when("2020-06-01").value();
  const auto answer = ask(question);
  ASSERT_EQ(answer.leads.size(), 1U);
  EXPECT_EQ(answer.leads[0].status, "found");
  EXPECT_EQ(answer.leads[0].text, "package BOX-1: held by Simulated MAKER (MAKER)");
  ASSERT_EQ(answer.lots.size(), 1U);
  EXPECT_EQ(answer.lots[0].lot.id, x);
  question.marks.package = "BOX-2";
  EXPECT_EQ(ask(question).leads[0].status, "unknown");
}

TEST_F(Leads, a_package_code_tampered_with_is_said_and_not_used) {
  Question question;
  question.marks.package = "(01)09521234543214";
  const auto answer = ask(question);
  EXPECT_TRUE(answer.leads.empty());
  EXPECT_TRUE(std::ranges::any_of(answer.limits, [](const auto& l) { return l.kind == "package_unread"; }));
}

TEST_F(Leads, a_lot_in_a_package_code_is_used_as_its_lot_mark) {
  Question question;
  question.marks.package = "(01)09521234543213(10)012-CBC-17";
  question.found_on = parse_when("2020-06-01").value();
  const auto answer = ask(question);
  EXPECT_EQ(answer.leads[0].status, "unknown");
  ASSERT_EQ(answer.lots.size(), 1U);
  EXPECT_EQ(answer.lots[0].lot.id, x);
}

}  // namespace
}  // namespace lotline::tracing
