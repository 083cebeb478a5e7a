// Packages filled, moved whole and opened.

#include "tests/register/desk_fixture.h"

namespace lotline {

class PackageActs : public SmallState {};

// R62
TEST_F(PackageActs, unmarked_rounds_taken_out_of_their_package_lose_their_lot) {
  made_lot("A17-1");
  const Fields marked = box("(00)095212340000000013", "A17-1", "1000");
  done("packages", marked);
  EXPECT_EQ(refused("packages", marked), "package_exists");
  EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "9001")), "rounds_in_packages");
  EXPECT_EQ(refused("movements", {{"act", "transfer"},
                                  {"from", "MAKER"},
                                  {"from_place", "STORE"},
                                  {"to", "ARMY"},
                                  {"package", "(00)095212340000000020"},
                                  {"on", "2018"}}),
            "unknown_package");
  done("unpack_unmarked",
       {{"package", "00095212340000000013"}, {"maker", "MAKER"}, {"lot", "A17-1"}, {"rounds", "100"}});
  EXPECT_EQ(held("MAKER", "STORE", "A17-1").count(), 9900);
  const auto lot = desk_->lookup.lot("MAKER", "A17-1", "").value();
  const auto loose = store_->state().book.lots.first_by("parent", lot.number);
  ASSERT_TRUE(loose.has_value());
  EXPECT_EQ(loose->kind, custody::LotKind::loose);
  done("open", {{"package", "(00)095212340000000013"}, {"maker", "MAKER"}, {"lot", "A17-1"}, {"rounds", "50"}});
  done("open", {{"package", "(00)095212340000000013"}});
  done("relot", {{"holder", "MAKER"},
                 {"place", "STORE"},
                 {"maker", "MAKER"},
                 {"lot", "A17-1"},
                 {"rounds", "9000"},
                 {"new_number", "A17-1A"}});
  EXPECT_EQ(refused("relot", {{"holder", "MAKER"},
                              {"place", "STORE"},
                              {"maker", "MAKER"},
                              {"lot", "A17-1"},
                              {"rounds", "9000"},
                              {"new_number", "A17-1B"}}),
            "not_enough_rounds");
  expect_verified();
  done("lots", {{"maker", "MAKER"},
                {"lot", "MARKED-1"},
                {"product", "BALL"},
                {"made_on", "2017"},
                {"act", "manufacture"},
                {"rounds", "10"},
                {"place", "STORE"},
                {"first_recipient", "POLICE"},
                {"licence", "MFG"},
                {"cartridge_marks", "lot"},
                {"on", "2017-04-20"}});
  done("packages", box("BOX-9", "MARKED-1", "10"));
  EXPECT_EQ(
      refused("unpack_unmarked", {{"package", "BOX-9"}, {"maker", "MAKER"}, {"lot", "MARKED-1"}, {"rounds", "1"}}),
      "not_marked_singly");
}

// R62 R104
TEST_F(PackageActs, unmarked_rounds_under_a_hold_stay_in_their_lot) {
  made_lot("A17-1");
  done("packages", box("BOX-1", "A17-1", "600"));
  done("hold", {{"holder", "MAKER"},
                {"place", "STORE"},
                {"maker", "MAKER"},
                {"lot", "A17-1"},
                {"rounds", "9500"},
                {"basis", "Order 1/2018"}});
  EXPECT_EQ(refused("unpack_unmarked", {{"package", "BOX-1"}, {"maker", "MAKER"}, {"lot", "A17-1"}, {"rounds", "501"}}),
            "rounds_reserved");
  done("unpack_unmarked", {{"package", "BOX-1"}, {"maker", "MAKER"}, {"lot", "A17-1"}, {"rounds", "500"}});
  expect_verified();
}

TEST_F(PackageActs, a_package_may_hold_several_lots) {
  made_lot("A17-1");
  made_lot("A17-2");
  const auto mixed = [](std::string_view code, std::string_view more) {
    return with(box(code, "A17-1", "600"), "more_lots", more);
  };
  EXPECT_EQ(refused("packages", mixed("MIX-1", "MAKER A17-2")), "missing_value");
  EXPECT_EQ(refused("packages", mixed("MIX-1", "MAKER A17-9 5")), "unknown_lot");
  done("packages", mixed("MIX-1", "MAKER A17-2 400"));
  done("movements", {{"act", "transfer"},
                     {"from", "MAKER"},
                     {"from_place", "STORE"},
                     {"to", "ARMY"},
                     {"package", "MIX-1"},
                     {"on", "2018"}});
  EXPECT_EQ(held("ARMY", "", "A17-1").count(), 600);
  EXPECT_EQ(held("ARMY", "", "A17-2").count(), 400);
  expect_verified();
}

}  // namespace lotline
