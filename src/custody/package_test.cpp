#include "custody/package.h"

#include <gtest/gtest.h>

#include "custody/book_fixture.h"
#include "custody/package_tree.h"

namespace lotline::custody {
namespace {

struct Packages : ::testing::Test, SimulatedBook {
  LotId x = made("X-1");
  LotId y = made("Y-1");

  std::string packing(const PackagePacked& package) const { return refusal_of(decide_packing(book, package)); }
  std::string opening(PackageId package, std::optional<LotLine> taken = {}) const {
    return refusal_of(decide_opening(book, package, taken));
  }
  static MovementOrder give(PackageId package, PartyId from, PartyId to, const std::string& place) {
    return out_of(place, of_package(Act::transfer, package, from, to));
  }
};

// R62
TEST_F(Packages, a_pallet_moves_whole_with_all_that_is_in_it) {
  const PackageId first = pack(filling("B-1", PackageLevel::box, {{x, Rounds(100)}, {y, Rounds(20)}}));
  const PackageId second = box("B-2", x, 50);
  const PackageId crate = pack(filling("C-1", PackageLevel::case_, {}, {first, second}));
  const PackageId pallet = pack(filling("P-1", PackageLevel::pallet, {{y, Rounds(5)}}, {crate}));
  const auto contents = contents_of(book, pallet);
  ASSERT_EQ(contents.size(), 2U);
  EXPECT_EQ(contents[0].rounds, Rounds(150));
  EXPECT_EQ(contents[1].rounds, Rounds(25));

  take(give(pallet, maker, police, "STORE"));
  EXPECT_EQ(rounds(x, held(police)), 150);
  EXPECT_EQ(at(y, held(police)).packaged, Rounds(25));
  EXPECT_EQ(at(x, held(maker, "STORE")).packaged, Rounds(0));
  for (const PackageId package : {first, second, crate, pallet})
    EXPECT_EQ(packages.find(make_key(package))->side(), held(police));
}

// R62
TEST_F(Packages, rounds_in_packages_do_not_move_by_themselves) {
  box("B-1", x, 900);
  const auto loose = [&](std::int64_t n) { return out_of("STORE", of(Act::transfer, x, n, maker, police)); };
  EXPECT_EQ(refusal(loose(100)), "");
  EXPECT_EQ(refusal(loose(101)), "rounds_in_packages");
  EXPECT_EQ(refusal(loose(1001)), "not_enough_rounds");
}

// R62
TEST_F(Packages, opening_a_package_in_part_leaves_a_loose_remainder) {
  const PackageId inner = box("B-1", x, 100);
  const PackageId crate = pack(filling("C-1", PackageLevel::case_, {{y, Rounds(200)}}, {inner}));
  open(crate, LotLine{y, Rounds(30)});
  EXPECT_FALSE(packages.find(make_key(crate))->sealed);
  EXPECT_EQ(package_lines.find(make_key(crate, y))->rounds, Rounds(170));
  EXPECT_EQ(at(y, held(maker, "STORE")).packaged, Rounds(170));
  EXPECT_FALSE(packages.find(make_key(inner))->parent);
  EXPECT_TRUE(packages.find(make_key(inner))->sealed);
  EXPECT_TRUE(children_of(book, crate).empty());
  EXPECT_EQ(opening(crate, LotLine{y, Rounds(171)}), "not_enough_rounds");
  open(crate);
  EXPECT_FALSE(package_lines.find(make_key(crate, y)));
  EXPECT_EQ(at(y, held(maker, "STORE")).loose(), Rounds(1000));
  EXPECT_EQ(refusal(give(crate, maker, police, "STORE")), "nothing_to_move");
}

TEST_F(Packages, only_what_is_inside_is_taken_out) {
  const PackageId inner = box("B-1", x, 100);
  EXPECT_EQ(opening(inner, LotLine{y, Rounds(1)}), "not_enough_rounds");
  EXPECT_EQ(opening(inner, LotLine{x, Rounds(101)}), "not_enough_rounds");
  EXPECT_EQ(opening(inner, LotLine{x, Rounds(0)}), "bad_quantity");
  EXPECT_EQ(opening(inner, LotLine{x, Rounds(100)}), "");
  EXPECT_EQ(opening(PackageId{9999}), "unknown_package");
  pack(filling("C-1", PackageLevel::case_, {}, {inner}));
  EXPECT_EQ(opening(inner), "package_inside");
}

TEST_F(Packages, a_package_is_filled_from_what_lies_loose) {
  box("B-1", x, 900);
  EXPECT_EQ(packing(filling("B-2", PackageLevel::box, {{x, Rounds(100)}})), "");
  EXPECT_EQ(packing(filling("B-2", PackageLevel::box, {{x, Rounds(101)}})), "not_enough_rounds");
  EXPECT_EQ(packing(filling("B-2", PackageLevel::box, {{x, Rounds(0)}})), "bad_quantity");
  EXPECT_EQ(packing(filling("B-2", PackageLevel::box, {{x, Rounds(60)}, {x, Rounds(40)}})), "lot_listed_twice");
  EXPECT_EQ(packing(filling("B-2", PackageLevel::box, {})), "package_empty");
  EXPECT_EQ(packing(filling("B-1", PackageLevel::box, {{y, Rounds(1)}})), "package_exists");
  EXPECT_EQ(packing(filling("", PackageLevel::box, {{y, Rounds(1)}})), "missing_value");
}

TEST_F(Packages, smaller_packages_go_into_larger_ones_that_stand_there) {
  const PackageId inner = box("B-1", x, 100);
  EXPECT_EQ(packing(filling("B-2", PackageLevel::box, {}, {inner})), "package_level_order");
  EXPECT_EQ(packing(filling("C-1", PackageLevel::case_, {}, {inner})), "");
  EXPECT_EQ(packing(filling("C-1", PackageLevel::case_, {}, {PackageId{9999}})), "unknown_package");
  PackagePacked elsewhere = filling("C-1", PackageLevel::case_, {}, {inner});
  elsewhere.where = "OTHER";
  EXPECT_EQ(packing(elsewhere), "package_elsewhere");
  const PackageId crate = pack(filling("C-1", PackageLevel::case_, {}, {inner}));
  EXPECT_EQ(packing(filling("P-1", PackageLevel::pallet, {}, {inner})), "package_inside");
  EXPECT_EQ(packing(filling("P-1", PackageLevel::pallet, {}, {crate})), "");
}

TEST_F(Packages, a_package_moves_from_where_it_stands_and_not_out_of_another) {
  const PackageId inner = box("B-1", x, 100);
  EXPECT_EQ(refusal(give(PackageId{9999}, maker, police, "STORE")), "unknown_package");
  EXPECT_EQ(refusal(give(inner, maker, police, "OTHER")), "package_elsewhere");
  EXPECT_EQ(refusal(give(inner, police, army, "STORE")), "package_elsewhere");
  pack(filling("C-1", PackageLevel::case_, {}, {inner}));
  EXPECT_EQ(refusal(give(inner, maker, police, "STORE")), "package_inside");
}

TEST_F(Packages, a_quantity_beside_a_package_is_what_it_holds) {
  MovementOrder order = give(box("B-1", x, 100), maker, police, "STORE");
  order.rounds = Rounds(100);
  EXPECT_EQ(refusal(order), "");
  order.rounds = Rounds(99);
  EXPECT_EQ(refusal(order), "package_quantity");
}

// R104
TEST_F(Packages, a_package_with_rounds_under_a_hold_stays) {
  const PackageId package = box("B-1", x, 100);
  hold(x, 901, held(maker, "STORE"));
  EXPECT_EQ(refusal(give(package, maker, police, "STORE")), "rounds_reserved");
}

TEST_F(Packages, a_package_may_be_seized_and_given_back_whole) {
  const PackageId package = box("B-1", x, 100);
  MovementOrder seizure = give(package, maker, police, "STORE");
  seizure.act = Act::seize;
  seizure.exhibit = ExhibitId{900};
  take(seizure);
  EXPECT_EQ(packages.find(make_key(package))->side(), kept(police, 900));
  hold(x, 40, kept(police, 900));
  MovementOrder move = of_package(Act::move_exhibit, package, police, laboratory);
  move.exhibit = ExhibitId{900};
  take(move);
  EXPECT_EQ(at(x, kept(laboratory, 900)).packaged, Rounds(100));
  EXPECT_EQ(at(x, kept(laboratory, 900)).reserved, Rounds(40));
}

}  // namespace
}  // namespace lotline::custody
