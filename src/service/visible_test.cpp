// What is cut from a card for one who sees only its own.

#include "service/visible.h"

#include <gtest/gtest.h>

#include "access/refusals.h"

namespace lotline::service {

namespace {

tracing::PartyRef party(std::int64_t id, const std::string& code) { return {PartyId{id}, code, code, "BR"}; }

const tracing::PartyRef kMaker = party(1, "MAKER");
const tracing::PartyRef kDealer = party(2, "DEALER");
const tracing::PartyRef kShop = party(3, "SHOP");
const tracing::PartyRef kOther = party(4, "OTHER");
const tracing::PartyRef kCustomer = party(5, "CUSTOMER");
const tracing::PartyRef kBuyer{{}, {}, "buyer not recorded", {}};

/// DEALER and its unit SHOP.
Sight dealers() {
  return Sight([](PartyId id) { return id == kDealer.id || id == kShop.id; });
}
Sight everything() { return Sight(std::function<bool(PartyId)>{}); }

tracing::SupplyStep step(const tracing::PartyRef& from, const tracing::PartyRef& to) {
  tracing::SupplyStep made{};
  made.from = from;
  made.to = to;
  return made;
}

LotCard card() {
  LotCard made;
  made.balance = {{"made", Rounds{10'000}}};
  made.holdings = {{{}, kDealer, "STORE", "held", Rounds{10}, {}, {}},
                   {{}, kOther, "STORE", "held", Rounds{20}, {}, {}}};
  made.line_of_supply = {step(kMaker, kDealer), step(kMaker, kOther), step(kDealer, kShop), step(kShop, kBuyer),
                         step(kOther, kCustomer)};
  made.duties = {{"seizure", true, "2 exhibits on record", {7}}};
  made.traceability = 80;
  made.traceability_level = "high";
  made.traceability_reasons = {"it went to two recipients"};
  return made;
}

access::Visitor visitor(access::Rights rights, const std::string& case_number = {}, bool stepped_up = false) {
  return {"somebody", kDealer.id, rights, case_number, stepped_up};
}

}  // namespace

TEST(Visible, a_dealer_sees_the_steps_it_stands_in_and_never_anothers_customers) {
  LotCard seen = card();
  cut(seen, dealers());
  ASSERT_EQ(seen.line_of_supply.size(), 3u);
  for (const auto& left : seen.line_of_supply) EXPECT_TRUE(left.from.id != kOther.id && left.to.id != kOther.id);
  ASSERT_EQ(seen.holdings.size(), 1u);
  EXPECT_EQ(seen.holdings.front().party.code, "DEALER");
}

TEST(Visible, what_is_said_of_the_whole_lot_is_not_said_to_one_who_sees_a_part) {
  LotCard seen = card();
  cut(seen, dealers());
  EXPECT_FALSE(seen.whole);
  EXPECT_TRUE(seen.balance.empty());
  EXPECT_TRUE(seen.duties.empty());
  EXPECT_EQ(seen.traceability, 0);
  EXPECT_TRUE(seen.traceability_level.empty());
  EXPECT_TRUE(seen.traceability_reasons.empty());
}

TEST(Visible, one_who_sees_everything_sees_the_card_whole) {
  LotCard seen = card();
  cut(seen, everything());
  EXPECT_TRUE(seen.whole);
  EXPECT_EQ(seen.line_of_supply.size(), 5u);
  EXPECT_EQ(seen.holdings.size(), 2u);
  EXPECT_EQ(seen.balance.size(), 1u);
  EXPECT_EQ(seen.duties.size(), 1u);
}

TEST(Visible, a_package_that_went_to_another_is_known_by_its_code_and_the_steps_of_ones_own) {
  PackageCard seen;
  seen.code = "BOX-1";
  seen.parent = "case CASE-9";
  seen.contains = {"box BOX-2"};
  seen.contents = {{{}, kOther, "STORE", "held", Rounds{20}, {}, {}}};
  seen.party = kOther;
  seen.place = "STORE";
  seen.line_of_supply = {step(kDealer, kOther), step(kOther, kCustomer)};
  cut(seen, dealers());
  EXPECT_EQ(seen.code, "BOX-1");
  EXPECT_FALSE(seen.whole);
  EXPECT_TRUE(seen.parent.empty() && seen.contains.empty() && seen.contents.empty() && seen.place.empty());
  EXPECT_EQ(seen.party.text(), "");
  EXPECT_EQ(seen.line_of_supply.size(), 1u);
}

TEST(Visible, a_package_at_hand_is_seen_with_what_is_in_it) {
  PackageCard seen;
  seen.party = kShop;
  seen.place = "STORE";
  seen.contents = {{{}, kShop, "STORE", "held", Rounds{20}, {}, {}}};
  cut(seen, dealers());
  EXPECT_EQ(seen.place, "STORE");
  EXPECT_EQ(seen.contents.size(), 1u);
}

TEST(Visible, no_party_is_nobodys_own) {
  EXPECT_FALSE(dealers().of(PartyId{}));
  EXPECT_TRUE(everything().of(PartyId{}));
}

TEST(Visible, reading_needs_a_right_and_searching_everything_sight_of_everything) {
  using access::Right;
  EXPECT_TRUE(require_reading(visitor({Right::read_own})).has_value());
  EXPECT_TRUE(require_reading(visitor({Right::read_all})).has_value());
  EXPECT_EQ(require_reading(visitor({Right::manage_accounts})).error().number, access::right_missing.number);
  EXPECT_EQ(require_sight_of_all(visitor({Right::read_own})).error().number, access::not_your_own.number);
  EXPECT_EQ(require_sight_of_all(visitor({Right::trace})).error().number, access::case_number_missing.number);
  EXPECT_EQ(require_sight_of_all(visitor({Right::trace}, "C-1")).error().number, access::step_up_needed.number);
  EXPECT_TRUE(require_sight_of_all(visitor({Right::trace}, "C-1", true)).has_value());
  EXPECT_TRUE(require_sight_of_all(visitor({Right::read_all})).has_value());
}

}  // namespace lotline::service
