#include "stockpile/stocktake.h"

#include <gtest/gtest.h>

#include "custody/book_fixture.h"
#include "stockpile/memory_tables.h"

namespace lotline::stockpile {
namespace {

using custody::refusal_of;

struct Stocktaking : ::testing::Test, custody::SimulatedBook {
  MemoryTable<StocktakeRow> stocktake_rows;
  MemoryTable<InvestigationRow> investigations;
  MemoryTable<VarianceRow> variances;
  Stocktakes stocktakes{stocktake_rows, investigations, variances};
  LotId x = made("X-1");
  LotId y = made("Y-1");
  custody::Side store = held(maker, "STORE");
  When day{day_of(2019, 3, 10), day_of(2019, 3, 10)};

  RecordNumber count(const std::vector<Counted>& counted, bool complete = false) {
    apply(decide_stocktake(book, maker, "STORE", counted, complete).value(), ++number, day, stocktakes, book);
    return number;
  }
  DecisionOrder finding(RecordNumber investigation, std::optional<Finding> found,
                        std::vector<LotFinding> of_lots = {}) const {
    return {InvestigationId{investigation}, "simulated inquiry", found, std::move(of_lots)};
  }
  std::string deciding(const DecisionOrder& order) const {
    return refusal_of(decide_investigation(book, stocktakes, order));
  }
  void decide_and_post(const DecisionOrder& order) {
    const auto decided = decide_investigation(book, stocktakes, order).value();
    apply(decided, ++number, stocktakes, book);
    for (const auto& movement : movements_of(stocktakes, decided)) post(movement);
  }
  void decide_and_post(RecordNumber investigation, Finding found) { decide_and_post(finding(investigation, found)); }
};

// R89
TEST_F(Stocktaking, a_count_that_agrees_opens_nothing) {
  const auto counted = count({{x, Rounds(1000)}});
  EXPECT_FALSE(investigations.find(make_key(counted)));
  EXPECT_EQ(at(x, store).reserved, Rounds(0));
  EXPECT_EQ(stocktake_rows.find(make_key(counted))->lines, 1);
  EXPECT_EQ(stocktake_rows.find(make_key(counted))->differing, 0);
}

// R89
TEST_F(Stocktaking, a_difference_opens_an_investigation_freezes_the_lot_and_moves_nothing) {
  const auto counted = count({{x, Rounds(980)}, {y, Rounds(1000)}});
  EXPECT_TRUE(investigations.find(make_key(counted))->open);
  EXPECT_EQ(rounds(x, store), 1000);
  EXPECT_EQ(refusal(out_of("STORE", of(custody::Act::transfer, x, 1, maker, police))), "rounds_reserved");
  EXPECT_EQ(refusal(out_of("STORE", of(custody::Act::transfer, y, 1, maker, police))), "");
  const auto variance = variances.find(make_key(counted, x));
  EXPECT_EQ(variance->book, Rounds(1000));
  EXPECT_EQ(variance->counted, Rounds(980));
  EXPECT_EQ(variance->frozen, Rounds(1000));
}

// R89
TEST_F(Stocktaking, a_decision_lifts_the_freeze_and_posts_what_it_found) {
  decide_and_post(count({{x, Rounds(980)}}), Finding::theft);
  EXPECT_EQ(at(x, store).reserved, Rounds(0));
  EXPECT_EQ(rounds(x, store), 980);
  EXPECT_EQ(rounds(x, {maker, custody::Standing::stolen, "STORE"}), 20);
  decide_and_post(count({{x, Rounds(970)}}), Finding::loss);
  EXPECT_EQ(rounds(x, {maker, custody::Standing::lost, "STORE"}), 10);
  decide_and_post(count({{x, Rounds(975)}}), Finding::surplus);
  EXPECT_EQ(rounds(x, store), 975);
  EXPECT_EQ(total(x, custody::Standing::unattributed), -5);
  const auto last = count({{x, Rounds(1)}});
  decide_and_post(last, Finding::miscount);
  EXPECT_EQ(rounds(x, store), 975);
  EXPECT_EQ(investigations.find(make_key(last))->outcome, "miscount");
}

// R89
TEST_F(Stocktaking, an_investigation_is_decided_once_on_a_basis_by_a_finding_that_fits) {
  const auto shortage = count({{x, Rounds(980)}});
  EXPECT_EQ(deciding(finding(9999, Finding::loss)), "unknown_investigation");
  EXPECT_EQ(deciding(finding(shortage, Finding::surplus)), "finding_does_not_fit");
  const auto surplus = count({{y, Rounds(1020)}});
  for (const Finding wrong : {Finding::loss, Finding::theft})
    EXPECT_EQ(deciding(finding(surplus, wrong)), "finding_does_not_fit");
  DecisionOrder baseless = finding(shortage, Finding::loss);
  baseless.basis.clear();
  EXPECT_EQ(deciding(baseless), "missing_value");
  decide_and_post(shortage, Finding::loss);
  EXPECT_EQ(deciding(finding(shortage, Finding::miscount)), "investigation_closed");
}

// R89
TEST_F(Stocktaking, shortages_and_surpluses_of_one_count_are_decided_together_lot_by_lot) {
  const LotId z = made("Z-1");
  const auto counted = count({{x, Rounds(980)}, {y, Rounds(1030)}, {z, Rounds(960)}});
  EXPECT_EQ(deciding(finding(counted, Finding::theft)), "finding_does_not_fit");
  decide_and_post(finding(counted, Finding::theft, {{Finding::surplus, y}, {Finding::loss, z}}));
  EXPECT_EQ(rounds(x, {maker, custody::Standing::stolen, "STORE"}), 20);
  EXPECT_EQ(rounds(y, store), 1030);
  EXPECT_EQ(rounds(z, {maker, custody::Standing::lost, "STORE"}), 40);
  for (const LotId lot : {x, y, z}) EXPECT_EQ(at(lot, store).reserved, Rounds(0));
  EXPECT_FALSE(investigations.find(make_key(counted))->open);
  EXPECT_EQ(investigations.find(make_key(counted))->outcome, "loss, surplus, theft");
  EXPECT_EQ(variances.find(make_key(counted, z))->finding, "loss");
}

// R89
TEST_F(Stocktaking, what_is_not_decided_yet_stays_open_and_frozen) {
  const auto counted = count({{x, Rounds(980)}, {y, Rounds(990)}});
  decide_and_post(finding(counted, {}, {{Finding::loss, x}}));
  const auto half = number;
  EXPECT_TRUE(investigations.find(make_key(counted))->open);
  EXPECT_EQ(variances.find(make_key(counted, x))->decided, half - 1) << "the movement came after the decision";
  EXPECT_EQ(at(x, store).reserved, Rounds(0));
  EXPECT_EQ(at(y, store).reserved, Rounds(1000));
  EXPECT_EQ(deciding(finding(counted, {}, {{Finding::miscount, x}})), "no_open_difference");
  decide_and_post(finding(counted, Finding::theft));
  EXPECT_EQ(rounds(x, store), 980);
  EXPECT_EQ(rounds(y, store), 990);
  EXPECT_FALSE(investigations.find(make_key(counted))->open);
  EXPECT_EQ(investigations.find(make_key(counted))->decided, number - 1);
  EXPECT_EQ(deciding(finding(counted, Finding::theft)), "investigation_closed");
}

// R89
TEST_F(Stocktaking, a_decision_names_each_lot_once_and_only_lots_that_differed) {
  const auto counted = count({{x, Rounds(980)}, {y, Rounds(1000)}});
  EXPECT_EQ(deciding(finding(counted, {}, {{Finding::loss, y}})), "no_open_difference");
  EXPECT_EQ(deciding(finding(counted, {}, {{Finding::loss, x}, {Finding::theft, x}})), "decided_twice");
  EXPECT_EQ(deciding(finding(counted, {})), "missing_value");
  EXPECT_EQ(deciding(finding(counted, Finding::surplus, {{Finding::loss, x}})), "");
}

// R89 R104
TEST_F(Stocktaking, a_freeze_leaves_a_hold_as_it_was) {
  const auto held_back = hold(x, 300, store);
  const auto shortage = count({{x, Rounds(980)}});
  EXPECT_EQ(at(x, store).reserved, Rounds(1000));
  decide_and_post(shortage, Finding::loss);
  EXPECT_EQ(at(x, store).reserved, Rounds(300));
  lift(held_back);
  EXPECT_EQ(at(x, store).reserved, Rounds(0));
}

// R104
TEST_F(Stocktaking, rounds_under_a_hold_are_not_debited_by_a_finding) {
  hold(x, 300, store);
  const auto shortage = count({{x, Rounds(299)}});
  EXPECT_EQ(deciding(finding(shortage, Finding::loss)), "rounds_reserved");
  EXPECT_EQ(deciding(finding(shortage, Finding::miscount)), "");
  decide_and_post(shortage, Finding::miscount);
  EXPECT_EQ(deciding(finding(count({{x, Rounds(300)}}), Finding::loss)), "");
}

TEST_F(Stocktaking, packed_rounds_are_lost_as_packages) {
  box("B-1", x, 900);
  EXPECT_EQ(deciding(finding(count({{x, Rounds(899)}}), Finding::loss)), "rounds_in_packages");
  EXPECT_EQ(deciding(finding(count({{y, Rounds(899)}}), Finding::loss)), "");
}

// R89
TEST_F(Stocktaking, one_shortage_counted_twice_is_debited_once) {
  const auto first = count({{x, Rounds(980)}});
  const auto second = count({{x, Rounds(980)}});
  decide_and_post(first, Finding::loss);
  EXPECT_EQ(deciding(finding(second, Finding::loss)), "book_changed");
  decide_and_post(second, Finding::miscount);
  EXPECT_EQ(rounds(x, store), 980);
}

// R89
TEST_F(Stocktaking, a_complete_count_counts_what_was_not_found_as_nothing) {
  take(out_of("STORE", of(custody::Act::transfer, x, 10, maker, maker, "OTHER")));
  const auto counted = count({{x, Rounds(990)}}, true);
  EXPECT_EQ(variances.size(), 1U);
  EXPECT_EQ(variances.find(make_key(counted, y))->counted, Rounds(0));
  EXPECT_EQ(stocktake_rows.find(make_key(counted))->differing, 1);
}

TEST_F(Stocktaking, each_lot_is_counted_once_and_something_is_counted) {
  const auto refused = [&](const std::vector<Counted>& counted, bool complete, const std::string& place) {
    return refusal_of(decide_stocktake(book, maker, place, counted, complete));
  };
  EXPECT_EQ(refused({{x, Rounds(1)}, {x, Rounds(1)}}, false, "STORE"), "counted_twice");
  EXPECT_EQ(refused({}, false, "STORE"), "nothing_counted");
  EXPECT_EQ(refused({}, true, "EMPTY"), "nothing_counted");
  EXPECT_EQ(refused({}, true, "STORE"), "");
}

TEST_F(Stocktaking, a_freeze_of_more_than_is_there_is_a_broken_invariant) {
  StocktakeRecorded record{{{Rounds(1000), Rounds(1), Rounds(1001), x}}, "STORE", maker};
  EXPECT_THROW(apply(record, ++number, day, stocktakes, book), BrokenInvariant);
}

}  // namespace
}  // namespace lotline::stockpile
