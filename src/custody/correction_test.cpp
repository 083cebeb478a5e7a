// A mistake is put right by an entry that names the one it corrects.

#include <gtest/gtest.h>

#include "custody/book_fixture.h"

namespace lotline::custody {
namespace {

struct Corrections : ::testing::Test, SimulatedBook {
  LotId x = made("X-1");
  RecordNumber given = take(out_of("STORE", of(Act::transfer, x, 500, maker, police)));

  std::string correcting(RecordNumber movement, std::optional<std::int64_t> rounds = {}) const {
    return refusal_of(decide_correct(movement, rounds));
  }
};

// R4
TEST_F(Corrections, a_movement_goes_back_whole_or_in_part_and_the_first_entry_stays) {
  const auto part = correct(given, 200);
  EXPECT_EQ(rounds(x, held(police)), 300);
  EXPECT_EQ(entries.find(make_key(x, part, 0))->corrects, given);
  EXPECT_EQ(entries.find(make_key(x, given, 0))->rounds, Rounds(500));
  EXPECT_EQ(correcting(given, 301), "already_reversed");
  correct(given);
  EXPECT_EQ(rounds(x, held(police)), 0);
  EXPECT_EQ(correcting(given), "already_reversed");
  EXPECT_EQ(correcting(given, 1), "already_reversed");
  EXPECT_EQ(correcting(given, 0), "already_reversed");
}

TEST_F(Corrections, rounds_that_went_on_are_not_taken_back) {
  take(of(Act::expend, x, 400, police));
  EXPECT_EQ(correcting(given), "not_enough_rounds");
  EXPECT_EQ(correcting(given, 100), "");
}

// R104
TEST_F(Corrections, rounds_under_a_hold_are_not_taken_back) {
  hold(x, 1, held(police));
  EXPECT_EQ(correcting(given), "not_enough_rounds");
}

TEST_F(Corrections, rounds_packed_since_are_not_taken_back_loose) {
  PackagePacked package = filling("B-1", PackageLevel::box, {{x, Rounds(450)}});
  package.possessor = police;
  package.where = "";
  pack(package);
  EXPECT_EQ(correcting(given), "rounds_in_packages");
  EXPECT_EQ(correcting(given, 50), "");
}

TEST_F(Corrections, a_production_that_never_was_leaves_the_book) {
  MovementOrder entry = of(Act::manufacture, x, 10, maker, {}, "STORE");
  entry.first_recipient = police;
  correct(take(entry));
  EXPECT_EQ(totals.find(make_key(x))->entered(), Rounds(1000));
}

TEST_F(Corrections, what_was_recovered_goes_back_to_unattributed) {
  correct(take(of_exhibit(Act::recover, 900, x, 30, {}, laboratory)));
  EXPECT_EQ(total(x, Standing::unattributed), 0);
  take(out_of("", of(Act::theft, x, 40, police)));
  take(of_exhibit(Act::recover, 900, x, 30, {}, laboratory));
  MovementOrder decision = of(Act::attribute, x, 30, police);
  decision.out_of = Standing::stolen;
  const auto decided = take(decision);
  correct(decided);
  EXPECT_EQ(total(x, Standing::unattributed), -30);
}

TEST_F(Corrections, a_correction_and_a_decided_lot_are_recorded_anew_instead) {
  EXPECT_EQ(correcting(correct(given)), "decided_anew");
  take(of_exhibit(Act::recover, 900, x, 30, {}, laboratory));
  const Side exhibit = kept(laboratory, 900);
  const Side nobody{PartyId{}, Standing::unattributed, ""};
  MovementPosted identified;
  identified.act = Act::identify;
  identified.postings = {{exhibit, x, Rounds(30), nobody}, {nobody, made("Y-1"), Rounds(30), exhibit}};
  EXPECT_EQ(correcting(post(identified)), "decided_anew");
}

// R62
TEST_F(Corrections, a_movement_of_packages_goes_back_whole_with_them) {
  const PackageId package = box("B-1", x, 100);
  const auto moved = take(out_of("STORE", of_package(Act::transfer, package, maker, army)));
  EXPECT_EQ(correcting(moved, 50), "whole_only");
  correct(moved);
  EXPECT_EQ(packages.find(make_key(package))->side(), held(maker, "STORE"));
  EXPECT_EQ(at(x, held(maker, "STORE")).packaged, Rounds(100));
  EXPECT_EQ(at(x, held(army)).packaged, Rounds(0));
}

TEST_F(Corrections, a_movement_of_several_lots_goes_back_whole) {
  const LotId y = made("Y-1");
  const auto moved = take(out_of(
      "STORE", of_package(Act::transfer, pack(filling("B-1", PackageLevel::box, {{x, Rounds(5)}, {y, Rounds(6)}})),
                          maker, army)));
  EXPECT_EQ(correcting(moved, 5), "whole_only");
  correct(moved);
  EXPECT_EQ(correcting(moved), "already_reversed");
}

TEST_F(Corrections, packages_that_moved_on_or_were_packed_away_stay) {
  const PackageId package = box("B-1", x, 100);
  const auto moved = take(out_of("STORE", of_package(Act::transfer, package, maker, maker)));
  PackagePacked crate = filling("C-1", PackageLevel::case_, {}, {package});
  crate.where = "";
  const PackageId around = pack(crate);
  EXPECT_EQ(correcting(moved), "package_inside");
  open(around);
  EXPECT_EQ(correcting(moved), "");
  take(of_package(Act::transfer, package, maker, army));
  EXPECT_EQ(correcting(moved), "package_elsewhere");
}

TEST_F(Corrections, a_package_opened_since_goes_back_while_its_rounds_lie_beside_it) {
  const PackageId package = box("B-1", x, 100);
  const auto moved = take(out_of("STORE", of_package(Act::transfer, package, maker, army)));
  open(package, LotLine{x, Rounds(30)});
  EXPECT_EQ(correcting(moved), "");
  PackagePacked other = filling("B-2", PackageLevel::box, {{x, Rounds(30)}});
  other.possessor = army;
  other.where = "";
  pack(other);
  EXPECT_EQ(correcting(moved), "rounds_in_packages");
}

TEST_F(Corrections, a_lot_made_of_another_is_undone_in_both) {
  const LotId child = lot("X-1A");
  const Side store = held(maker, "STORE");
  const auto changed = post(decide_change_of_lot(book, Act::relot, {x, Rounds(100)}, child, store).value());
  EXPECT_EQ(rounds(child, store), 100);
  EXPECT_EQ(correcting(changed, 100), "whole_only");
  correct(changed);
  EXPECT_EQ(rounds(x, store), 500);
  EXPECT_EQ(rounds(child, store), 0);
}

}  // namespace
}  // namespace lotline::custody
