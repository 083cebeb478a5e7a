#include "marking/regime.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "catalogue/regime.h"

namespace lotline::marking {
namespace {

using catalogue::Consequence;
using catalogue::RegimeItem;
using Words = std::vector<std::string>;

const std::vector<catalogue::Regime>& shipped() {
  static const auto regimes = catalogue::read_regimes(LOTLINE_SOURCE_DIR "/data/marking_regimes.csv");
  EXPECT_TRUE(regimes.has_value()) << (regimes ? "" : regimes.error().text);
  return *regimes;
}

Judgement judged(std::string_view id, RegimeItem where, const MarkedItem& item) {
  for (const auto& regime : shipped())
    if (regime.id == id && regime.item == where) return judge(regime, item);
  ADD_FAILURE() << id << " is not among the shipped regimes";
  return {};
}

MarkedItem marked(Words cartridge, Words package = {}) {
  MarkedItem item;
  item.cartridge_marks = std::move(cartridge);
  item.package_marks = std::move(package);
  return item;
}

// R56
TEST(Regime, ecowas_and_kinshasa_want_lot_manufacturer_country_and_year_on_the_cartridge) {
  for (const auto* id : {"ecowas", "kinshasa"}) {
    const auto whole = judged(id, RegimeItem::cartridge, marked({"lot", "manufacturer", "country", "year"}));
    EXPECT_TRUE(whole.applies);
    EXPECT_TRUE(whole.satisfied) << id << ": " << whole.words;
    EXPECT_EQ(whole.consequence, Consequence::none_stated);
    const auto part = judged(id, RegimeItem::cartridge, marked({"manufacturer", "year"}));
    EXPECT_FALSE(part.satisfied);
    EXPECT_EQ(part.missing, (Words{"lot", "country"}));
    EXPECT_EQ(part.source, "CTOC/COP/WG.6/2022/2 para 43");
    EXPECT_EQ(part.trust, catalogue::Trust::stated);
  }
}

// R56
TEST(Regime, purchaser_and_destination_are_due_only_when_known_at_manufacture) {
  auto item = marked({"lot", "manufacturer", "country", "year"});
  const auto unknown = judged("ecowas", RegimeItem::cartridge, item);
  EXPECT_TRUE(unknown.satisfied);
  EXPECT_TRUE(
      std::ranges::any_of(unknown.reasons, [](const auto& r) { return r.contains("purchaser was not known"); }));
  item.purchaser_known = true;
  EXPECT_EQ(judged("ecowas", RegimeItem::cartridge, item).missing, Words{"purchaser"});
  item.destination_known = true;
  EXPECT_EQ(judged("ecowas", RegimeItem::cartridge, item).missing, (Words{"purchaser", "destination"}));
  item.cartridge_marks.insert(item.cartridge_marks.end(), {"purchaser", "destination"});
  EXPECT_TRUE(judged("ecowas", RegimeItem::cartridge, item).satisfied);
}

// R57
TEST(Regime, ecowas_and_the_european_union_want_manufacturer_lot_calibre_and_type_on_the_smallest_package) {
  for (const auto* id : {"ecowas", "eu_2021_555"}) {
    EXPECT_TRUE(judged(id, RegimeItem::package, marked({}, {"manufacturer", "lot", "calibre", "type"})).satisfied)
        << id;
    const auto on_the_case =
        judged(id, RegimeItem::package, marked({"manufacturer", "lot", "calibre", "type"}, {"lot"}));
    EXPECT_EQ(on_the_case.missing, (Words{"manufacturer", "calibre", "type"})) << id;
    EXPECT_TRUE(on_the_case.words.contains("missing on the smallest package")) << on_the_case.words;
  }
}

// R58
TEST(Regime, unmarked_ammunition_is_illicit_under_kinshasa_but_evidence_is_kept_first) {
  const auto unmarked = judged("kinshasa", RegimeItem::cartridge, marked({"calibre"}));
  EXPECT_TRUE(unmarked.unmarked);
  EXPECT_EQ(unmarked.consequence, Consequence::illicit_destroy);
  EXPECT_TRUE(unmarked.words.contains("illicit and to be destroyed"));
  EXPECT_TRUE(unmarked.words.contains("evidence hold"));
  EXPECT_TRUE(unmarked.words.contains("para 69"));
}

// R58
TEST(Regime, incompletely_marked_ammunition_is_not_condemned_by_the_program) {
  const auto part = judged("kinshasa", RegimeItem::cartridge, marked({"manufacturer", "year"}));
  EXPECT_FALSE(part.unmarked);
  EXPECT_EQ(part.consequence, Consequence::none_stated);
  EXPECT_TRUE(part.words.contains("for the competent authority")) << part.words;
  EXPECT_FALSE(part.words.contains("evidence hold"));
}

// R59
TEST(Regime, each_regime_judges_for_itself_and_lists_what_it_misses) {
  const auto item = marked({"manufacturer", "lot"}, {"manufacturer", "lot", "calibre", "type"});
  const auto all = judge_all(shipped(), {"ecowas", "kinshasa", "eu_2021_555", "nowhere"}, item);
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[0].regime, "ecowas");
  EXPECT_EQ(all[0].missing, (Words{"country", "year"}));
  EXPECT_EQ(all[1].item, RegimeItem::package);
  EXPECT_TRUE(all[1].satisfied);
  EXPECT_EQ(all[2].regime, "kinshasa");
  EXPECT_EQ(all[2].missing, (Words{"country", "year"}));
  EXPECT_EQ(all[3].regime, "eu_2021_555");
  EXPECT_TRUE(all[3].satisfied);
  EXPECT_TRUE(judge_all(shipped(), {}, item).empty());
}

// R64
TEST(Regime, the_dominican_republic_prohibits_the_import_of_ammunition_without_a_lot_number) {
  auto item = marked({"manufacturer"}, {"manufacturer"});
  item.imported = true;
  const auto refused = judged("dominican", RegimeItem::import, item);
  EXPECT_EQ(refused.missing, Words{"lot"});
  EXPECT_EQ(refused.consequence, Consequence::import_prohibited);
  EXPECT_TRUE(refused.words.contains("import is prohibited"));
  for (auto* marks : {&item.cartridge_marks, &item.package_marks}) {
    marks->push_back("lot");
    EXPECT_TRUE(judged("dominican", RegimeItem::import, item).satisfied);
    marks->pop_back();
  }
  item.imported = false;
  const auto home_made = judged("dominican", RegimeItem::import, item);
  EXPECT_FALSE(home_made.applies);
  EXPECT_TRUE(home_made.satisfied);
  EXPECT_EQ(home_made.words, "only for imports");
}

// R65
TEST(Regime, brazil_wants_lot_and_purchaser_on_each_cartridge_of_its_security_bodies) {
  auto item = marked({"lot"});
  EXPECT_FALSE(judged("brazil", RegimeItem::cartridge, item).applies);
  item.official = true;
  const auto without = judged("brazil", RegimeItem::cartridge, item);
  EXPECT_TRUE(without.applies);
  EXPECT_EQ(without.missing, Words{"purchaser"});
  EXPECT_EQ(without.consequence, Consequence::no_authorization);
  item.cartridge_marks.emplace_back("purchaser");
  EXPECT_TRUE(judged("brazil", RegimeItem::cartridge, item).satisfied);
}

// R66
TEST(Regime, a_lot_for_named_units_above_25000_rounds_is_flagged) {
  auto item = marked({"lot", "purchaser"});
  item.official = true;
  for (const auto* id : {"brazil", "colombia"}) {
    item.lot_size = 25000;
    EXPECT_TRUE(judged(id, RegimeItem::cartridge, item).satisfied);
    item.lot_size = 25001;
    const auto large = judged(id, RegimeItem::cartridge, item);
    EXPECT_TRUE(large.too_large);
    EXPECT_FALSE(large.satisfied);
    EXPECT_EQ(large.consequence, Consequence::none_stated);
    EXPECT_EQ(large.words, "the lot is larger than 25000 rounds");
  }
  EXPECT_FALSE(judged("ecowas", RegimeItem::cartridge, item).too_large);
}

// R73
TEST(Regime, the_papers_mark_set_is_wanted_on_the_item_and_on_the_smallest_package) {
  auto item = marked({"manufacturer", "country", "year", "lot"}, {"manufacturer", "lot"});
  EXPECT_TRUE(judged("un_50a", RegimeItem::cartridge, item).satisfied);
  EXPECT_EQ(judged("un_50a", RegimeItem::package, item).missing, (Words{"country", "year"}));
  item.purchaser_known = true;
  EXPECT_EQ(judged("un_50a", RegimeItem::cartridge, item).missing, Words{"purchaser"});
  EXPECT_EQ(judged("un_50a", RegimeItem::cartridge, item).nature, "recommendation");
}

TEST(Regime, calibre_or_type_is_met_by_either) {
  for (const auto* mark : {"calibre", "type"})
    EXPECT_TRUE(
        judged("global_framework", RegimeItem::package, marked({}, {"manufacturer", mark, "year", "lot"})).satisfied);
  EXPECT_EQ(judged("global_framework", RegimeItem::package, marked({}, {"manufacturer", "year", "lot"})).missing,
            Words{"calibre|type"});
}

TEST(Regime, the_law_of_another_state_does_not_apply) {
  auto item = marked({});
  item.official = true;
  item.state = "BR";
  EXPECT_TRUE(judged("brazil", RegimeItem::cartridge, item).applies);
  EXPECT_TRUE(judged("ecowas", RegimeItem::cartridge, item).applies);
  item.state = "CO";
  const auto foreign = judged("brazil", RegimeItem::cartridge, item);
  EXPECT_FALSE(foreign.applies);
  EXPECT_EQ(foreign.words, "law of BR, not of CO");
}

TEST(Regime, a_row_from_memory_says_so_in_its_judgement) {
  EXPECT_EQ(judged("germany", RegimeItem::package, marked({})).trust, catalogue::Trust::unverified);
}

}  // namespace
}  // namespace lotline::marking
