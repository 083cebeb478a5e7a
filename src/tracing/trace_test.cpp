#include "tracing/trace.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "tracing/small_register_fixture.h"

namespace lotline::tracing {
namespace {

using custody::Act;

struct Trace : ::testing::Test, SmallState {
  LotId made_lot(PartyId by, const std::string& mark, ProductId of, const std::string& made,
                 const std::string& headstamp, std::int64_t rounds = 1000, const std::string& on = "2017-06-01") {
    const auto id = lot(by, mark, of, made, headstamp);
    make(id, by, rounds, police, on);
    return id;
  }

  static Question by_headstamp(const std::string& text, const std::string& found_on = "2020-06-01") {
    Question question;
    question.marks.headstamp = text;
    question.found_on = parse_when(found_on).value();
    return question;
  }

  static std::string ruled_out(const Answer& answer, std::string_view number) {
    const auto found = std::ranges::find(answer.ruled_out, number, [](const RuledOutLot& r) { return r.lot.number; });
    return found == answer.ruled_out.end() ? "" : found->reason;
  }

  static double probability(const Answer& answer, LotId lot) {
    const auto found = std::ranges::find(answer.lots, lot, [](const CandidateLot& l) { return l.lot.id; });
    return found == answer.lots.end() ? 0 : found->probability;
  }
};

TEST_F(Trace, probabilities_of_the_lots_and_of_none_on_record_sum_to_one_by_rounds_at_large) {
  const auto x = made_lot(maker, "A", rifle, "2017", "CBC 17", 3000);
  const auto y = made_lot(maker, "B", rifle, "2017", "CBC 17", 1000);
  const auto answer = ask(by_headstamp("CBC 17"));
  EXPECT_NEAR(answer.none_on_record, 0.1, 1e-9);
  EXPECT_NEAR(probability(answer, x), 0.9 * 0.75, 1e-9);
  EXPECT_NEAR(probability(answer, y), 0.9 * 0.25, 1e-9);
  EXPECT_EQ(answer.lots[0].at_large, Rounds(3000));
  EXPECT_EQ(answer.lots[0].records.front(), x.number);
}

TEST_F(Trace, what_was_destroyed_before_lowers_the_probability_of_its_lot) {
  const auto x = made_lot(maker, "A", rifle, "2017", "CBC 17", 3000);
  const auto y = made_lot(maker, "B", rifle, "2017", "CBC 17", 1000);
  act(Act::destroy, x, 2500, maker, {}, "2018-01-01");
  EXPECT_GT(probability(ask(by_headstamp("CBC 17", "2017-07-01")), x), 0.6);
  const auto after = ask(by_headstamp("CBC 17"));
  EXPECT_NEAR(probability(after, x), 0.9 / 3, 1e-9);
  EXPECT_NEAR(probability(after, y), 0.9 * 2 / 3, 1e-9);
}

// R113
TEST_F(Trace, lots_that_cannot_be_are_ruled_out_with_the_reason) {
  made_lot(maker, "A", rifle, "2017", "CBC");
  made_lot(maker, "LATER", rifle, "2021", "CBC", 1000, "2021-01-01");
  lot(maker, "NEVER", rifle, "2017", "CBC");
  const auto gone = made_lot(maker, "GONE", rifle, "2017", "CBC");
  act(Act::destroy, gone, 1000, maker, {}, "2018-01-01");
  made_lot(maker, "SMALL", rifle, "2017", "CBC", 20);
  const auto powder = lot(maker, "POWDER", product("POWDER", "", custody::ItemClass::propellant), "2017", "CBC");
  make(powder, maker, 100, police, "2017-06-01");
  auto question = by_headstamp("CBC");
  question.quantity = Rounds(50);
  const auto answer = ask(question);
  EXPECT_EQ(answer.lots_total, 1U);
  EXPECT_EQ(ruled_out(answer, "LATER"), "made 2021, after 2020-06-01");
  EXPECT_EQ(ruled_out(answer, "NEVER"), "none of it was made or imported by 2020-06-01");
  EXPECT_TRUE(ruled_out(answer, "GONE").starts_with("none of it could be at large on 2020-06-01: destroyed"));
  EXPECT_EQ(ruled_out(answer, "SMALL"), "only 20 rounds of it could be at large on 2020-06-01, 50 were found");
  EXPECT_EQ(ruled_out(answer, "POWDER"), "a lot of propellants, not of cartridges");
  EXPECT_EQ(answer.ruled_out_total, 5U);
}

// R113
TEST_F(Trace, lots_of_another_calibre_or_year_are_ruled_out_with_the_mark_that_speaks_against_them) {
  const auto x = made_lot(maker, "A", rifle, "2017", "CBC 17");
  made_lot(maker, "B", pistol, "2017", "CBC 17");
  made_lot(maker, "C", rifle, "2012", "CBC 12");
  auto question = by_headstamp("CBC 17");
  question.marks.calibre = "7.62x39";
  question.marks.year = "2017";
  const auto answer = ask(question);
  EXPECT_EQ(answer.lots_total, 1U);
  EXPECT_EQ(answer.lots[0].lot.id, x);
  EXPECT_EQ(answer.lots[0].reasons.size(), 3U);
  EXPECT_EQ(ruled_out(answer, "B"), "calibre: 7.62x39 read, 9X19 recorded");
  EXPECT_EQ(ruled_out(answer, "C"), "year: 2017 read, made 2012");
}

TEST_F(Trace, none_on_record_is_certain_when_no_lot_fits_and_grows_as_the_fit_worsens) {
  EXPECT_EQ(ask(by_headstamp("CBC 17")).none_on_record, 1);
  made_lot(maker, "A", rifle, "2017", "CBC 17");
  const double whole = ask(by_headstamp("CBC 17")).none_on_record;
  const double misread = ask(by_headstamp("CB0 17")).none_on_record;
  const double other = ask(by_headstamp("XYZW 55")).none_on_record;
  EXPECT_LT(whole, misread);
  EXPECT_LT(misread, other);
  EXPECT_GT(other, 0.99);
  TraceOptions options;
  options.none_on_record = 0.2;
  EXPECT_NEAR(ask(by_headstamp("CBC 17"), options).none_on_record, 0.2, 1e-9);
}

TEST_F(Trace, a_lot_mark_read_in_part_or_with_a_look_alike_still_finds_the_lot) {
  const auto x = made_lot(maker, "012-CBC-17", rifle, "2017", "CBC 17");
  made_lot(maker, "999-CBC-17", rifle, "2017", "CBC 17");
  EXPECT_EQ(ask(by_lot("01?-CBC-17")).lots.at(0).lot.id, x);
  EXPECT_EQ(ask(by_lot("O12-CBC-17")).lots.at(0).lot.id, x);
  EXPECT_EQ(ask(by_lot("012 cbc 17")).lots_total, 1U);
}

TEST_F(Trace, one_lot_number_of_two_makers_is_two_lots_until_the_headstamp_is_read) {
  const auto x = made_lot(maker, "012-17", rifle, "2017", "CBC 17");
  made_lot(other_maker, "012-17", rifle, "2017", "IKX 17");
  EXPECT_EQ(ask(by_lot("012-17")).lots_total, 2U);
  auto question = by_lot("012-17");
  question.marks.headstamp = "CBC 17";
  const auto answer = ask(question);
  EXPECT_EQ(answer.lots_total, 1U);
  EXPECT_EQ(answer.lots[0].lot.id, x);
}

TEST_F(Trace, a_lot_number_that_contradicts_everything_else_does_not_hide_the_makers_lots) {
  made_lot(other_maker, "012-17", pistol, "2001", "IKX 01", 1000, "2001-06-01");
  const auto x = made_lot(maker, "O12-17", rifle, "2017", "CBC 17");
  auto question = by_lot("012-17");
  question.marks.headstamp = "CBC 17";
  question.marks.calibre = "7.62x39";
  EXPECT_EQ(ask(question).lots.at(0).lot.id, x);
}

TEST_F(Trace, a_lot_whose_headstamp_is_not_recorded_is_found_by_its_makers_code) {
  const auto x = made_lot(maker, "A", rifle, "2017", "");
  const auto y = made_lot(maker, "B", rifle, "2017", "CBC 17");
  EXPECT_GT(probability(ask(by_headstamp("CBC 17")), y), 0.5);
  const auto z = made_lot(maker, "C", rifle, "1999", "", 1000, "1999-06-01");
  for (const auto* text : {"CBC 17", "CBC 2017"}) {
    const auto answer = ask(by_headstamp(text));
    EXPECT_GT(probability(answer, x), 0.1) << text;
    EXPECT_LT(probability(answer, z), probability(answer, x) / 20) << text;
  }
}

TEST_F(Trace, characters_by_clock_position_are_read_with_the_headstamp) {
  const auto x = made_lot(maker, "A", rifle, "2017", "CBC 17");
  made_lot(maker, "B", rifle, "2012", "CBC 12", 1000, "2012-06-01");
  Question question;
  question.marks.clock = "12=CBC 6=17";
  question.found_on = parse_when("2020-06-01").value();
  const auto answer = ask(question);
  EXPECT_EQ(answer.lots.at(0).lot.id, x);
  EXPECT_GT(answer.lots[0].fit, 0.9);
}

TEST_F(Trace, readings_of_the_headstamp_name_makers_with_their_sources) {
  const auto answer = ask(by_headstamp("CBC 17"));
  const auto found = std::ranges::find(answer.readings, "headstamp", &Reading::mark);
  ASSERT_NE(found, answer.readings.end());
  EXPECT_FALSE(found->maker.empty());
  EXPECT_FALSE(found->reasons.empty());
  EXPECT_FALSE(found->sources.empty());
  EXPECT_FALSE(found->trust.empty());
}

TEST_F(Trace, a_child_lot_still_carries_the_mark_of_the_lot_it_was_taken_from) {
  const auto x = made_lot(maker, "012-CBC-17", rifle, "2017", "CBC 17");
  const auto child =
      lot(maker, "012A", rifle, "2017", "CBC 17", custody::Channel::commercial, custody::LotKind::child, x);
  const auto loose =
      lot(maker, "loose-9", rifle, "2017", "CBC 17", custody::Channel::commercial, custody::LotKind::loose, x);
  custody::MovementPosted relot;
  relot.act = Act::relot;
  const custody::Side at_maker{maker, custody::Standing::held, ""};
  for (const auto to : {child, loose}) {
    relot.postings = {{at_maker, x, Rounds(200), {maker, custody::Standing::relotted_out, ""}},
                      {{maker, custody::Standing::relotted_in, ""}, to, Rounds(200), at_maker}};
    post(relot, "2018-01-01");
  }
  const auto answer = ask(by_lot("012-CBC-17"));
  EXPECT_GT(probability(answer, child), 0);
  EXPECT_GT(probability(answer, x), probability(answer, child));
  EXPECT_EQ(ruled_out(answer, "loose-9"), "lot mark: its rounds were unpacked unmarked and carry none");
}

TEST_F(Trace, a_box_found_with_another_headstamp_may_have_been_refilled) {
  const auto boxed = made_lot(maker, "A", rifle, "2017", "CBC 17");
  const auto other = made_lot(other_maker, "B", rifle, "2017", "IKX 17");
  pack("BOX-1", maker, boxed, 100);
  auto question = by_headstamp("IKX 17");
  question.marks.package = "BOX-1";
  const auto answer = ask(question);
  EXPECT_EQ(answer.lots.at(0).lot.id, other);
  EXPECT_GT(answer.none_on_record, 0.5);
}

TEST_F(Trace, a_trade_item_number_and_colours_tell_products_apart) {
  const auto red = product("RED", "7.62X39", custody::ItemClass::complete_round, "red tip", "09521234543213");
  const auto green = product("GREEN", "7.62X39", custody::ItemClass::complete_round, "green tip", "04012345678901");
  const auto x = made_lot(maker, "A", red, "2017", "CBC 17");
  const auto y = made_lot(maker, "B", green, "2017", "CBC 17");
  auto question = by_headstamp("CBC 17");
  question.marks.colours = "Red";
  EXPECT_GT(probability(ask(question), x), 10 * probability(ask(question), y));
  question.marks.colours = "";
  question.marks.package = "(01)09521234543213(21)7";
  EXPECT_EQ(ask(question).lots_total, 1U);
  EXPECT_EQ(ask(question).lots[0].lot.id, x);
}

TEST_F(Trace, a_year_guessed_one_year_beside_still_fits_a_little) {
  const auto x = made_lot(maker, "A", rifle, "2017", "CBC");
  const auto y = made_lot(maker, "B", rifle, "2016", "CBC");
  const auto z = made_lot(maker, "C", rifle, "2015", "CBC");
  auto question = by_headstamp("CBC");
  question.marks.year = "2017";
  const auto answer = ask(question);
  EXPECT_NEAR(probability(answer, y) / probability(answer, x), 0.3, 1e-9);
  EXPECT_NEAR(probability(answer, z) / probability(answer, x), 0.01, 1e-9);
}

TEST_F(Trace, a_calibre_alone_goes_through_all_lots) {
  const auto x = made_lot(maker, "A", rifle, "2017", "CBC 17");
  made_lot(other_maker, "B", pistol, "2017", "IKX 17");
  Question question;
  question.marks.calibre = "7,62 x 39";
  question.found_on = parse_when("2020-06-01").value();
  const auto answer = ask(question);
  EXPECT_EQ(answer.lots_total, 1U);
  EXPECT_EQ(answer.lots[0].lot.id, x);
}

TEST_F(Trace, only_the_likeliest_lots_are_listed_but_all_are_counted) {
  for (int i = 0; i < 6; ++i) made_lot(maker, fmt::format("A{}", i), rifle, "2017", "CBC 17");
  TraceOptions options;
  options.lots_listed = 2;
  const auto answer = ask(by_headstamp("CBC 17"), options);
  EXPECT_EQ(answer.lots.size(), 2U);
  EXPECT_EQ(answer.lots_total, 6U);
  EXPECT_NEAR(answer.lots[0].probability, 0.9 / 6, 1e-9);
  EXPECT_TRUE(std::ranges::any_of(answer.limits, [](const auto& l) { return l.kind == "more_lots"; }));
}

TEST_F(Trace, hundreds_of_lots_are_told_as_few_are) {
  for (int i = 0; i < 210; ++i) made_lot(maker, fmt::format("A{}", i), rifle, "2017", "CBC 17");
  TraceOptions options;
  options.lots_listed = 210;
  const auto answer = ask(by_headstamp("CBC 17"), options);
  ASSERT_EQ(answer.lots.size(), 210U);
  for (const auto& lot : answer.lots) EXPECT_EQ(lot.records.size(), 2U) << lot.lot.number;
  EXPECT_NEAR(answer.holders.at(0).probability, 0.9, 1e-9);
  EXPECT_EQ(answer.holders[0].rounds, Rounds(210000));
}

TEST_F(Trace, imprecise_dates_make_the_rounds_at_large_possible_only) {
  const auto x = made_lot(maker, "A", rifle, "2017", "CBC 17");
  act(Act::destroy, x, 500, maker, {}, "2020");
  EXPECT_FALSE(ask(by_headstamp("CBC 17", "2020-06-01")).lots.at(0).certain);
  EXPECT_TRUE(ask(by_headstamp("CBC 17", "2021-06-01")).lots.at(0).certain);
}

// R113, R114: the depot of the civilian police of Rio de Janeiro (para 75), with simulated lots
TEST_F(Trace, rounds_seized_together_point_to_the_one_force_that_had_their_calibre_and_lot) {
  const auto depot = party("DEPOT", Kind::unit, "BR", {}, police);
  const auto taken = lot(maker, "031-CBC-03", rifle, "2003", "CBC 03", custody::Channel::official);
  make(taken, maker, 20000, police, "2003-05-01");
  act(Act::transfer, taken, 20000, maker, depot, "2003-06-01");
  const auto elsewhere = lot(maker, "032-CBC-03", pistol, "2003", "CBC 03", custody::Channel::official);
  make(elsewhere, maker, 20000, army, "2003-05-01");
  act(Act::transfer, elsewhere, 20000, maker, army, "2003-06-01");
  auto question = by_headstamp("CBC 03", "2005-03-01");
  question.marks.calibre = "7.62x39";
  question.quantity = Rounds(10000);
  question.fired = false;
  question.found_in = "BR";
  const auto answer = ask(question);
  EXPECT_EQ(answer.holders.at(0).party.code, "DEPOT");
  EXPECT_GT(answer.holders[0].probability, 0.85);
  EXPECT_FALSE(answer.holders[0].support.empty());
  EXPECT_TRUE(std::ranges::any_of(answer.eliminated, [](const auto& e) { return e.party.code == "ARMY"; }));
  EXPECT_EQ(answer.lots[0].exclusivity, "the lot went to one recipient");
  EXPECT_EQ(answer.left_lawful_hands.at(0).kind, "unknown");
  EXPECT_TRUE(answer.words.ends_with("This is a lead, not proof."));
}

}  // namespace
}  // namespace lotline::tracing
