#include "tracing/recipients.h"

#include <gtest/gtest.h>

#include "tracing/small_register_fixture.h"

namespace lotline::tracing {
namespace {

using custody::Act;
using custody::Channel;

struct RecipientsOfALot : ::testing::Test, SmallState {
  CandidateLot told(LotId asked) {
    const auto answer = ask(by_lot(sources().book.lots.find(make_key(asked))->number));
    return answer.lots.at(0);
  }
};

// R63
TEST_F(RecipientsOfALot, a_lot_of_one_recipient_tells_more_than_one_split_among_buyers) {
  const auto whole = lot(maker, "O-1", rifle, "2017", "CBC 17", Channel::official);
  make(whole, maker, 1000, police, "2017-03-10");
  act(Act::transfer, whole, 1000, maker, police, "2017-04-01");
  act(Act::issue, whole, 100, police, unit, "2017-05-01");
  act(Act::transfer, whole, 1, police, laboratory, "2017-05-02");
  const auto split = lot(maker, "R-1", rifle, "2017", "CBC 17");
  make(split, maker, 1000, dealer, "2017-03-10");
  act(Act::transfer, split, 1000, maker, dealer, "2017-04-01");
  act(Act::sale, split, 100, dealer, army, "2017-05-01");
  for (int day = 1; day <= 3; ++day) act(Act::sale, split, 100, dealer, {}, fmt::format("2018-01-{:02}", day));
  EXPECT_EQ(told(whole).recipients, 1);
  EXPECT_EQ(told(whole).exclusivity, "the lot went to one recipient");
  EXPECT_EQ(told(whole).information_value, "high");
  EXPECT_EQ(told(split).recipients, 2);
  EXPECT_EQ(told(split).exclusivity, "the lot went to 2 recipients, and 300 rounds in 3 sales to buyers not recorded");
  EXPECT_EQ(told(split).information_value, "low");
}

// R63
TEST_F(RecipientsOfALot, of_two_lots_that_fit_alike_the_exclusive_ones_holder_ranks_first) {
  const auto whole = lot(maker, "O-1", rifle, "2017", "CBC 17", Channel::official);
  const auto split = lot(maker, "R-1", rifle, "2017", "CBC 17");
  make(whole, maker, 1000, police, "2017-03-10");
  act(Act::transfer, whole, 1000, maker, police, "2017-04-01");
  make(split, maker, 1000, dealer, "2017-03-10");
  act(Act::transfer, split, 500, maker, dealer, "2017-04-01");
  act(Act::transfer, split, 500, maker, army, "2017-04-01");
  Question question;
  question.marks.headstamp = "CBC 17";
  question.found_on = parse_when("2020-06-01").value();
  EXPECT_EQ(ask(question).holders[0].party.code, "POLICE");
}

// R81
TEST_F(RecipientsOfALot, channel_and_informative_value_of_the_lot_are_shown) {
  const auto contract = lot(maker, "O-1", rifle, "2017", "CBC 17", Channel::official);
  make(contract, maker, 1000, police, "2017-03-10");
  EXPECT_EQ(told(contract).channel, "official");
  EXPECT_EQ(told(contract).information_value, "low");
  EXPECT_EQ(told(contract).exclusivity, "no recipient of the lot is on record");
  const auto market = lot(maker, "R-1", rifle, "2017", "CBC 17");
  make(market, maker, 1000, dealer, "2017-03-10");
  act(Act::transfer, market, 100, maker, dealer, "2017-04-01");
  act(Act::transfer, market, 100, maker, army, "2017-04-01");
  EXPECT_EQ(told(market).channel, "commercial");
  EXPECT_EQ(told(market).information_value, "medium");
}

// R53, R63
TEST_F(RecipientsOfALot, the_traceability_score_counts_marks_and_recipients) {
  const auto x = lot(maker, "O-1", rifle, "2017", "CBC 17");
  make(x, maker, 1000, police, "2017-03-10");
  act(Act::transfer, x, 500, maker, police, "2017-04-01");
  const int exclusive = told(x).traceability;
  act(Act::transfer, x, 100, maker, army, "2017-04-02");
  const int shared = told(x).traceability;
  act(Act::sale, x, 100, army, {}, "2017-04-03");
  EXPECT_GT(exclusive, shared);
  EXPECT_GT(shared, told(x).traceability);
}

// R81
TEST(InformationValue, falls_with_the_number_of_recipients) {
  Recipients recipients;
  EXPECT_EQ(information_value_of(recipients, Channel::official), "low");
  for (int i = 1; i <= 6; ++i) recipients.organisations.push_back(PartyId{i});
  EXPECT_EQ(information_value_of(recipients, Channel::official), "medium");
  EXPECT_EQ(information_value_of(recipients, Channel::commercial), "low");
  recipients.organisations.resize(5);
  EXPECT_EQ(information_value_of(recipients, Channel::commercial), "medium");
  recipients.unrecorded_sales = 1;
  recipients.organisations.resize(1);
  EXPECT_EQ(information_value_of(recipients, Channel::official), "low");
}

}  // namespace
}  // namespace lotline::tracing
