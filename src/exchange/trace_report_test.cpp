// The report of a trace: the same answer gives the same PDF, of as many pages as it takes.

#include "exchange/trace_report.h"

#include <gtest/gtest.h>

#include "exchange/report_fixture.h"
#include "exchange/supply_layout.h"

namespace lotline::exchange {
namespace {

const tracing::PartyRef kMaker{PartyId{1}, "MAKER-1", "Simulated Works", "BR"};
const tracing::PartyRef kForce{PartyId{2}, "POLICE-1", "Simulated Police", "BR"};
const tracing::PartyRef kUnit{PartyId{3}, "UNIT-1", "\u0645\u0631\u0643\u0632", "BR"};
const tracing::PartyRef kNobody{{}, "", "production", ""};

tracing::SupplyStep step(const tracing::PartyRef& from, const tracing::PartyRef& to, std::int64_t rounds,
                         std::string kind, std::vector<RecordNumber> records, std::string gap = "") {
  tracing::SupplyStep made;
  made.lot = {LotId{5}, kMaker, "A-1"};
  made.from = from;
  made.to = to;
  made.rounds = Rounds{rounds};
  made.on = "2017-05-02";
  made.kind = std::move(kind);
  made.gap = std::move(gap);
  made.records = std::move(records);
  return made;
}

std::vector<tracing::SupplyStep> steps() {
  return {step(kNobody, kMaker, 10'000, "manufacture", {5}), step(kMaker, kForce, 6'000, "dispatch", {6}),
          step(kMaker, kForce, 6'000, "receive", {7, 6}), step(kForce, kUnit, 500, "dispatch", {8}, "never received"),
          step(kUnit, kForce, 20, "transfer", {9})};
}

service::TraceFound found(std::size_t holders) {
  service::TraceFound made;
  made.head = {"0123456789abcdef0123456789abcdef", 12, {}, true};
  made.answer.words = "what was read points to lot A-1";
  made.answer.line_of_supply = steps();
  for (std::size_t i = 0; i < holders; ++i)
    made.answer.holders.push_back({.party = kForce,
                                   .probability = 0.5,
                                   .reasons = std::vector<std::string>(6, "it had them last"),
                                   .records = {7}});
  made.answer.limits.push_back({"x", "a limit"});
  return made;
}

const TraceAskedFor kAsked{
    {{"headstamp", "CBC 17"}, {"found_on", "2021-08-15"}}, "amara.diallo", "K-1", day_of(2026, 6, 1)};

TEST(TraceReport, is_the_same_for_the_same_answer_and_another_for_another) {
  const auto once = trace_report(found(2), kAsked);
  EXPECT_TRUE(once.starts_with("%PDF-"));
  EXPECT_EQ(once, trace_report(found(2), kAsked));
  EXPECT_NE(once, trace_report(found(3), kAsked));
  EXPECT_NE(once.find("/CreationDate (20260601"), std::string::npos) << "dated by the day it was asked on";
}

TEST(TraceReport, takes_the_pages_it_needs) {
  EXPECT_GT(pages_of(trace_report(found(20), kAsked)), pages_of(trace_report(found(1), kAsked)));
}

TEST(TraceReport, of_an_empty_answer_is_a_page) {
  service::TraceFound nothing;
  EXPECT_EQ(pages_of(trace_report(nothing, {{}, "", "", day_of(2026, 6, 1)})), 1);
}

TEST(SupplyLayout, puts_each_party_behind_those_it_had_rounds_from) {
  const auto all = steps();
  const auto laid = lay_supply(all, {100, 10, 1, 5, 2, 2});
  ASSERT_EQ(laid.parties.size(), 4U);
  EXPECT_EQ(laid.layers, 4);
  for (const auto& way : laid.ways) {
    const auto &from = laid.parties[way.from], &to = laid.parties[way.to];
    EXPECT_EQ(way.leads_back, to.layer <= from.layer);
    EXPECT_GE(way.y_from, from.y);
    EXPECT_LE(way.y_from + way.width / 2, from.y + from.height + 1e-9);
  }
}

TEST(SupplyLayout, draws_a_dispatch_once_and_a_break_as_one) {
  const auto all = steps();
  const auto laid = lay_supply(all, {100, 10, 1, 5, 2, 2});
  int to_force = 0, broken = 0;
  for (const auto& way : laid.ways) {
    if (laid.parties[way.from].name == "MAKER-1") to_force += static_cast<int>(way.rounds.count());
    broken += way.broken ? 1 : 0;
  }
  EXPECT_EQ(to_force, 6'000);
  EXPECT_EQ(broken, 1);
  for (const auto& party : laid.parties) EXPECT_EQ(party.broken, party.name == "UNIT-1") << party.name;
}

TEST(SupplyLayout, is_as_wide_as_the_rounds_that_stand_after_corrections) {
  auto all = steps();
  all[3].corrected = Rounds{500};
  const auto laid = lay_supply(all, {100, 10, 1, 5, 2, 2});
  for (const auto& way : laid.ways) {
    if (way.broken) {
      EXPECT_EQ(way.width, 1) << "the least that is seen";
    }
    if (laid.parties[way.from].name == "production") {
      EXPECT_EQ(way.width, 10);
    }
  }
}

TEST(SupplyLayout, of_nothing_is_nothing) { EXPECT_TRUE(lay_supply({}, {100, 10, 1, 5, 2, 2}).parties.empty()); }

}  // namespace
}  // namespace lotline::exchange
