// What the register shows: cards of lots, holders, packages and records, marks held against records, and a trace from
// an exhibit.

#include "service/reconcile.h"
#include "tests/register/every_kind_fixture.h"

namespace lotline {

class Cards : public EveryKind {
 protected:
  service::LotCard lot(const service::AsOf& as_of = {}, const std::string& number = "A17-1") {
    return service::lot_card(*store_, reference(), "MAKER", number, "", as_of).value();
  }
  /// Rounds of the card's holdings with a party.
  static std::int64_t with(const service::LotCard& card, std::string_view party, std::string_view standing = "held") {
    std::int64_t rounds = 0;
    for (const auto& holding : card.holdings)
      if (holding.party.code == party && holding.standing == standing) rounds += holding.rounds.count();
    return rounds;
  }
  static std::int64_t balance(const service::LotCard& card, std::string_view standing) {
    for (const auto& [name, rounds] : card.balance)
      if (name == standing) return rounds.count();
    ADD_FAILURE() << "no standing " << standing;
    return -1;
  }
  static const service::Duty& duty(const service::LotCard& card, std::string_view name) {
    for (const auto& duty : card.duties)
      if (duty.duty == name) return duty;
    ADD_FAILURE() << "no duty " << name;
    return card.duties.front();
  }
};

TEST_F(Cards, an_observation_stands_on_the_cards_of_what_it_names) {
  const auto observations = lot().observations;
  ASSERT_EQ(observations.size(), 1u);
  EXPECT_EQ(observations.front().record, observation_);
  EXPECT_EQ(observations.front().on, "2019-01-02");
  EXPECT_EQ(observations.front().words, "ObjectEvent OBSERVE inspecting");
  EXPECT_TRUE(lot({day_of(2019, 1, 1), {}}).observations.empty());
  EXPECT_TRUE(lot({}, "B17-2").observations.empty());
  EXPECT_EQ(service::package_card(*store_, reference(), "BOX-1", {}).value().observations.size(), 1u);
  EXPECT_TRUE(service::package_card(*store_, reference(), "CASE-1", {}).value().observations.empty());
}

TEST_F(Cards, a_lots_card_adds_up_and_names_where_its_rounds_are) {
  const auto card = lot();
  EXPECT_EQ(card.lot.number, "A17-1");
  EXPECT_EQ(card.lot.maker.code, "MAKER");
  EXPECT_EQ(card.calibre, "7.62X51");
  EXPECT_EQ(card.made_on, "2017-04");
  EXPECT_EQ(card.channel, "commercial");
  EXPECT_EQ(card.kind, "registered");
  EXPECT_EQ(card.headstamp, "MKR 17");
  EXPECT_EQ(balance(card, "made"), 10'000);
  EXPECT_EQ(balance(card, "stolen"), 70);
  EXPECT_EQ(balance(card, "destroyed"), 1);
  EXPECT_EQ(with(card, "MAKER"), 4500);
  // 4,000 received, 200 passed on, 70 stolen, and 3,600 counted of the 3,730 that were left.
  EXPECT_EQ(with(card, "ARMY"), 3600);
  EXPECT_EQ(with(card, "LAB", "exhibit"), 4);
  EXPECT_EQ(card.exhibits, std::vector<RecordNumber>{live_});
  ASSERT_EQ(card.packages.size(), 1u);
  EXPECT_NE(card.packages.front().find("BOX-1"), std::string::npos);
  EXPECT_FALSE(card.conditions.empty());
  EXPECT_GT(card.traceability, 0);
  EXPECT_FALSE(card.line_of_supply.empty());
  EXPECT_TRUE(card.late.empty());
  EXPECT_EQ(lot({}, "A17-1A").parent, "A17-1");
}

TEST_F(Cards, of_a_lots_card_only_the_parts_asked_for_are_worked_out) {
  const auto part_of = [&](std::string_view parts, const service::AsOf& as_of = {}) {
    return service::lot_card(*store_, reference(), "MAKER", "A17-1", "", as_of, service::LotParts::of(parts).value())
        .value();
  };
  const auto whole = lot();
  const auto where = part_of("balance, holdings");
  EXPECT_EQ(where.balance, whole.balance);
  EXPECT_EQ(where.holdings.size(), whole.holdings.size());
  EXPECT_TRUE(where.line_of_supply.empty() && where.packages.empty() && where.exhibits.empty() && where.duties.empty());
  EXPECT_EQ(where.calibre, whole.calibre);
  const service::AsOf then{day_of(2017, 5, 2), {}};
  EXPECT_EQ(part_of("balance", then).balance, lot(then).balance);
  EXPECT_NE(part_of("balance", then).balance, whole.balance);
  EXPECT_EQ(duty(part_of("duties"), "seizure").records, whole.exhibits);
  EXPECT_EQ(part_of("traceability").traceability_reasons, whole.traceability_reasons);
  EXPECT_EQ(part_of("line_of_supply").line_of_supply.size(), whole.line_of_supply.size());
  EXPECT_EQ(part_of("").late, whole.late);
  EXPECT_EQ(service::LotParts::of("balance,holding").error().name, "unknown_word");
}

TEST_F(Cards, a_card_of_another_day_shows_what_had_happened_by_then) {
  const auto on_the_way = lot({day_of(2017, 5, 2), {}});
  EXPECT_EQ(with(on_the_way, "MAKER"), 6000);
  EXPECT_EQ(with(on_the_way, "ARMY"), 0);
  EXPECT_EQ(balance(on_the_way, "made"), 10'000);
  EXPECT_EQ(balance(on_the_way, "stolen"), 0);
  const auto arrived = lot({day_of(2017, 5, 3), {}});
  EXPECT_EQ(with(arrived, "ARMY"), 4000);
  EXPECT_TRUE(lot({day_of(2017, 4, 19), {}}).holdings.empty());
  EXPECT_EQ(lot({day_of(2018, 12, 1), {}}).line_of_supply.size() < lot().line_of_supply.size(), true);
}

TEST_F(Cards, a_card_of_what_was_known_leaves_out_what_was_recorded_later) {
  // Recorded years after it happened.
  done("movements", move("transfer", "MAKER", "STORE", "DEALER", "7", "2017-05-10"));
  EXPECT_EQ(with(lot(), "MAKER"), 4493);
  EXPECT_EQ(with(lot({{}, day_of(2030, 1, 1)}), "MAKER"), 4500);
  EXPECT_EQ(with(lot({{}, clock_.now().day()}), "MAKER"), 4493);
  EXPECT_EQ(service::lot_card(*store_, reference(), "MAKER", "A17-1", "", {{}, day_of(2026, 5, 31)}).error().name,
            "not_on_record_yet");
}

TEST_F(Cards, a_late_record_is_told_on_the_lots_card) {
  done("movements", move("expend", "ARMY", "VAULT", "", "10", "2017-05-02"));
  const auto card = lot();
  ASSERT_EQ(card.late.size(), 1u);
  EXPECT_NE(card.late.front().find("stood at -10 on 2017-05-02"), std::string::npos) << card.late.front();
}

// R51
TEST_F(Cards, the_four_duties_are_shown_by_the_records_that_show_them) {
  const auto card = lot();
  ASSERT_EQ(card.duties.size(), 4u);
  EXPECT_EQ(duty(card, "seizure").records, std::vector<RecordNumber>{live_});
  EXPECT_TRUE(duty(card, "seizure").shown);
  EXPECT_TRUE(duty(card, "information").shown);
  EXPECT_EQ(duty(card, "transfer_authorization").records.size(), 1u);
  EXPECT_TRUE(duty(card, "security").shown);
  EXPECT_NE(std::ranges::find(duty(card, "security").records, stocktake_), duty(card, "security").records.end());
  const auto other = lot({}, "B17-2");
  EXPECT_FALSE(duty(other, "seizure").shown);
  EXPECT_FALSE(duty(other, "security").shown);
  EXPECT_FALSE(duty(lot({}, "A17-1A"), "transfer_authorization").shown);
}

TEST_F(Cards, a_holders_card_lists_what_it_holds_and_may_do) {
  const auto maker = service::holder_card(*store_, reference(), "MAKER", {}).value();
  EXPECT_EQ(maker.kind, "manufacturer");
  ASSERT_EQ(maker.licences.size(), 1u);
  EXPECT_EQ(maker.licences.front(), "MFG to manufacture from 2016-01-01 to 2020-12-31");
  EXPECT_EQ(std::ranges::count_if(maker.holdings, [](const auto& one) { return one.standing == "held"; }), 3);
  const auto police = service::holder_card(*store_, reference(), "POLICE", {}).value();
  EXPECT_EQ(police.units.size(), 2u);
  EXPECT_TRUE(police.holdings.empty());
  const auto station = service::holder_card(*store_, reference(), "STATION", {}).value();
  EXPECT_NE(station.parent.find("POLICE"), std::string::npos);
  const auto army = service::holder_card(*store_, reference(), "ARMY", {}).value();
  EXPECT_TRUE(army.open_investigations.empty());
  done("stocktake", {{"holder", "ARMY"}, {"place", "VAULT"}, {"counts", "MAKER A17-1 3500"}, {"on", "2019-08-01"}});
  EXPECT_EQ(service::holder_card(*store_, reference(), "ARMY", {}).value().open_investigations.size(), 1u);
  const auto before = service::holder_card(*store_, reference(), "ARMY", {day_of(2017, 5, 1), {}}).value();
  EXPECT_TRUE(before.holdings.empty());
}

TEST_F(Cards, a_packages_card_says_where_it_is_what_it_holds_and_how_it_came) {
  const auto box = service::package_card(*store_, reference(), "BOX-1", {}).value();
  EXPECT_EQ(box.level, "box");
  EXPECT_EQ(box.party.code, "DEALER");
  EXPECT_EQ(box.place, "SHOP");
  EXPECT_EQ(box.marks, "lot;type");
  EXPECT_EQ(box.record, box_);
  EXPECT_FALSE(box.sealed);
  ASSERT_EQ(box.contents.size(), 1u);
  EXPECT_EQ(box.contents.front().rounds.count(), 900);
  const auto outer = service::package_card(*store_, reference(), "CASE-1", {}).value();
  EXPECT_FALSE(outer.sealed);
  EXPECT_TRUE(outer.contains.empty());
}

TEST_F(Cards, a_sealed_package_keeps_what_is_inside_and_the_movements_that_named_it) {
  done("packages", {{"code", "BOX-2"},
                    {"level", "box"},
                    {"holder", "MAKER"},
                    {"place", "STORE"},
                    {"maker", "MAKER"},
                    {"lot", "A17-1"},
                    {"rounds", "50"},
                    {"on", "2019-01-01"}});
  done("packages",
       {{"code", "CASE-2"}, {"level", "case"}, {"holder", "MAKER"}, {"place", "STORE"}, {"contains", "BOX-2"}});
  const auto moved = done("movements", {{"act", "transfer"},
                                        {"from", "MAKER"},
                                        {"from_place", "STORE"},
                                        {"to", "DEALER"},
                                        {"package", "CASE-2"},
                                        {"on", "2019-02-01"}});
  const auto outer = service::package_card(*store_, reference(), "CASE-2", {}).value();
  EXPECT_EQ(outer.contains, std::vector<std::string>{"box BOX-2"});
  ASSERT_EQ(outer.line_of_supply.size(), 1u);
  EXPECT_EQ(outer.line_of_supply.front().records, std::vector<RecordNumber>{moved});
  ASSERT_EQ(outer.contents.size(), 1u);
  EXPECT_EQ(outer.contents.front().rounds.count(), 50);
  EXPECT_EQ(service::package_card(*store_, reference(), "BOX-2", {}).value().parent, "case CASE-2");
}

TEST_F(Cards, a_records_card_shows_what_was_recorded_and_what_corrected_it) {
  const auto card = service::entry_card(*store_, reference(), wrong_, {}).value();
  EXPECT_EQ(card.kind, "movement");
  EXPECT_EQ(card.actor, "tester");
  EXPECT_EQ(card.happened_on, "2017-06-01");
  EXPECT_EQ(card.recorded_at.substr(0, 10), "2026-06-01");
  EXPECT_EQ(card.corrected_by, std::vector<RecordNumber>{wrong_ + 1});
  ASSERT_FALSE(card.postings.empty());
  EXPECT_EQ(card.postings.front().corrected.count(), 100);
  EXPECT_EQ(card.salt.size(), 64u);
  EXPECT_EQ(card.leaf_hash.size(), 64u);
  EXPECT_EQ(card.body, store_->read(wrong_)->body);
  EXPECT_EQ(service::entry_card(*store_, reference(), 1, {}).value().kind, "register_opened");
}

TEST_F(Cards, what_is_not_on_record_is_refused_by_name) {
  const auto last = store_->head().records;
  EXPECT_EQ(service::lot_card(*store_, reference(), "MAKER", "Z-9", "", {}).error().name, "unknown_lot");
  EXPECT_EQ(service::lot_card(*store_, reference(), "NOBODY", "A17-1", "", {}).error().name, "unknown_party");
  EXPECT_EQ(service::holder_card(*store_, reference(), "NOBODY", {}).error().name, "unknown_party");
  EXPECT_EQ(service::package_card(*store_, reference(), "BOX-99", {}).error().name, "unknown_package");
  EXPECT_EQ(service::entry_card(*store_, reference(), last + 1, {}).error().name, "unknown_record");
  EXPECT_EQ(service::entry_card(*store_, reference(), 0, {}).error().name, "unknown_record");
  EXPECT_EQ(service::question_of(*store_, ExhibitId{last + 1}).error().name, "unknown_exhibit");
}

// R75
TEST_F(Cards, marks_without_records_and_records_without_marks_are_listed) {
  const auto found = service::reconcile(*store_, reference()).value();
  const auto has = [&](std::string_view kind, std::string_view what, std::string_view words) {
    return std::ranges::any_of(found, [&](const auto& line) {
      return line.kind == kind && line.what.find(what) != std::string::npos &&
             line.words.find(words) != std::string::npos;
    });
  };
  EXPECT_TRUE(has("mark_without_record", "exhibit " + text(case_), "lot mark X99-9"));
  EXPECT_TRUE(has("mark_without_record", "exhibit " + text(case_), "package code BOX-77"));
  EXPECT_TRUE(has("mark_without_record", "exhibit " + text(case_), "retailer code QXW"));
  EXPECT_FALSE(has("mark_without_record", "exhibit " + text(live_), ""));
  EXPECT_TRUE(has("record_without_mark", "lot A17-1 of", "stands on no cartridge"));
  EXPECT_FALSE(has("record_without_mark", "lot A17-1 of", "stands on no package"));
  EXPECT_TRUE(has("record_without_mark", "lot A17-1A of", "stands on no package"));
  EXPECT_TRUE(has("record_without_mark", "", "lost their lot number"));
  EXPECT_TRUE(has("record_without_mark", "case CASE-1", "nothing is recorded of what its label says"));
  EXPECT_FALSE(has("record_without_mark", "box BOX-1", ""));
}

// R121
TEST_F(Cards, the_marks_are_searched_by_part_of_what_was_read) {
  const auto on = [&](const std::string& read, std::string_view where, std::string_view mark) {
    const auto found = service::search_marks(*store_, reference(), read).value();
    return std::ranges::any_of(found, [&](const auto& one) { return one.on == where && one.mark == mark; });
  };
  EXPECT_TRUE(on("A17-1", "lot", "A17-1"));
  EXPECT_TRUE(on("A1?-1", "lot", "A17-1"));
  EXPECT_FALSE(on("A17-1", "lot", "B17-2"));
  EXPECT_TRUE(on("MKR ?7", "headstamp", "MKR 17"));
  EXPECT_TRUE(on("MKR 17", "exhibit", "MKR 17"));
  EXPECT_TRUE(on("X99-*", "exhibit", "X99-9"));
  EXPECT_TRUE(on("BOX?1", "package", "BOX-1"));
  EXPECT_TRUE(on("QX?", "retailer_mark", "QXV"));
  const auto best = service::search_marks(*store_, reference(), "A17-1", 1).value();
  ASSERT_EQ(best.size(), 1u);
  EXPECT_EQ(best.front().record, lot_);
  EXPECT_TRUE(service::search_marks(*store_, reference(), "ZZZZZZZZ").value().empty());
}

// R108
TEST_F(Cards, fired_cases_are_counted_by_what_is_known_of_them) {
  Fields same{{"case_number", "C-9"},     {"kind", "fired_case"}, {"count", "4"},        {"country", "BR"},
              {"circumstances", "found"}, {"custodian", "LAB"},   {"headstamp", "FC 9"}, {"calibre", "9x19"},
              {"trace", "yes"},           {"on", "2019-07-02"}};
  done("recoveries", same);
  done("recoveries", same);
  same[3].second = "AR";
  done("recoveries", same);
  const auto all = service::profile_fired_cases(*store_, reference(), "", {}, {}).value();
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all.front().cases.count(), 8);
  EXPECT_EQ(all.front().exhibits, 2);
  EXPECT_EQ(all.front().found_in_year, 2019);
  EXPECT_EQ(service::profile_fired_cases(*store_, reference(), "AR", {}, {}).value().size(), 1u);
  const auto homicide = service::profile_fired_cases(*store_, reference(), "BR", {}, day_of(2019, 2, 2)).value();
  ASSERT_EQ(homicide.size(), 1u);
  EXPECT_EQ(homicide.front().incident, "homicide");
  EXPECT_EQ(homicide.front().headstamp, "MKR 17");
  EXPECT_EQ(homicide.front().year, "2017");
  EXPECT_EQ(service::profile_fired_cases(*store_, reference(), "BR", day_of(2019, 2, 3), {}).value().size(), 1u);
  EXPECT_TRUE(service::profile_fired_cases(*store_, reference(), "", {}, day_of(2019, 2, 1)).value().empty());
}

TEST_F(Cards, a_trace_from_an_exhibit_asks_what_the_exhibit_shows) {
  const auto question = service::question_of(*store_, ExhibitId{case_}).value();
  EXPECT_TRUE(question.fired);
  EXPECT_EQ(question.marks.headstamp, "MKR 17");
  EXPECT_EQ(question.quantity->count(), 3);
  EXPECT_EQ(question.found_in, "BR");
  EXPECT_EQ(to_text(*question.found_on), "2019-02-02");
  const auto live = service::question_of(*store_, ExhibitId{live_}).value();
  EXPECT_FALSE(live.fired);
  const std::string before = root();
  const auto found = service::trace_find(*store_, reference(), live).value();
  EXPECT_EQ(found.head.root, store_->head().root);
  EXPECT_EQ(found.head.records, store_->head().records);
  ASSERT_FALSE(found.answer.lots.empty());
  EXPECT_EQ(found.answer.lots.front().lot.maker.code, "MAKER");
  double sum = found.answer.none_on_record;
  for (const auto& one : found.answer.lots) sum += one.probability;
  EXPECT_NEAR(sum, 1.0, 1e-6);
  EXPECT_EQ(root(), before);
}

}  // namespace lotline
