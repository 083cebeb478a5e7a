// Cards of another day: what had happened by it, what had been recorded by it, and what was not on record yet.

#include "tests/register/desk_fixture.h"

namespace lotline {

/// Everything happened in 2017 and 2018 and was recorded in 2026, one thing a month.
class DatedCards : public SmallState {
 protected:
  DatedCards() {
    recorded(6);
    lot_ = made_lot("A17-1");
    recorded(7);
    done("packages", box("BOX-1", "A17-1", "600"));
    done("packages", {{"code", "CASE-1"},
                      {"level", "case"},
                      {"holder", "MAKER"},
                      {"place", "STORE"},
                      {"contains", "BOX-1"},
                      {"on", "2017-05-01"}});
    recorded(8);
    moved_ = done("movements", {{"act", "transfer"},
                                {"from", "MAKER"},
                                {"from_place", "STORE"},
                                {"to", "DEALER"},
                                {"to_place", "SHOP"},
                                {"package", "CASE-1"},
                                {"on", "2017-09-01"}});
    recorded(9);
    done("open", {{"package", "CASE-1"}, {"on", "2018-01-01"}});
    done("open", {{"package", "BOX-1"}, {"maker", "MAKER"}, {"lot", "A17-1"}, {"rounds", "600"}, {"on", "2018-02-01"}});
    recorded(10);
  }

  void recorded(unsigned month) {
    clock_.moment.seconds = std::int64_t{day_of(2026, month, 1).count} * 86400;
    reopen();
  }
  static service::AsOf known(unsigned month, unsigned day = 1) { return {{}, day_of(2026, month, day)}; }
  static service::AsOf happened(int year, unsigned month, unsigned day) { return {day_of(year, month, day), {}}; }
  Result<service::PackageCard> package(const std::string& code, const service::AsOf& as_of) {
    return service::package_card(*store_, reference(), code, as_of);
  }
  template <class Card>
  static std::string refusal(const Result<Card>& card) {
    return card ? "" : card.error().name;
  }

  RecordNumber lot_ = 0, moved_ = 0;
};

// R80
TEST_F(DatedCards, what_was_recorded_later_was_not_on_record) {
  const auto lot = [&](const service::AsOf& as_of) {
    return refusal(service::lot_card(*store_, reference(), "MAKER", "A17-1", "", as_of));
  };
  EXPECT_EQ(lot(known(5, 31)), "not_on_record_yet");
  EXPECT_EQ(lot(known(6)), "");
  EXPECT_EQ(lot(happened(2010, 1, 1)), "") << "on record, though nothing had happened";
  const auto holder = [&](const service::AsOf& as_of) {
    return refusal(service::holder_card(*store_, reference(), "DEALER", as_of));
  };
  EXPECT_EQ(holder(known(5, 31)), "not_on_record_yet");
  EXPECT_EQ(holder(known(6)), "");
  const auto entry = [&](RecordNumber number, const service::AsOf& as_of) {
    return refusal(service::entry_card(*store_, reference(), number, as_of));
  };
  EXPECT_EQ(entry(moved_, known(7, 31)), "not_on_record_yet");
  EXPECT_EQ(entry(moved_, known(8)), "");
  EXPECT_EQ(refusal(package("BOX-1", known(6, 30))), "not_on_record_yet");
  EXPECT_EQ(refusal(package("BOX-1", known(7))), "");
  EXPECT_EQ(refusal(package("BOX-1", happened(2017, 4, 30))), "not_packed_yet");
  EXPECT_EQ(refusal(package("BOX-1", happened(2017, 5, 1))), "");
}

TEST_F(DatedCards, a_package_is_shown_as_it_was_known) {
  const auto packed = package("CASE-1", known(7)).value();
  EXPECT_TRUE(packed.sealed);
  EXPECT_EQ(packed.party.code, "MAKER");
  EXPECT_EQ(packed.place, "STORE");
  EXPECT_EQ(packed.contains, std::vector<std::string>{"box BOX-1"});
  ASSERT_EQ(packed.contents.size(), 1u);
  EXPECT_EQ(packed.contents.front().rounds.count(), 600);
  EXPECT_TRUE(packed.line_of_supply.empty());
  const auto inner = package("BOX-1", known(8)).value();
  EXPECT_EQ(inner.parent, "case CASE-1");
  EXPECT_EQ(inner.party.code, "DEALER") << "it went with the case around it";
  EXPECT_EQ(inner.place, "SHOP");
  EXPECT_EQ(package("CASE-1", known(8)).value().line_of_supply.size(), 1u);
  const auto opened = package("CASE-1", known(9)).value();
  EXPECT_FALSE(opened.sealed);
  EXPECT_TRUE(opened.contains.empty());
  EXPECT_TRUE(opened.contents.empty());
  const auto emptied = package("BOX-1", known(9)).value();
  EXPECT_EQ(emptied.parent, "");
  EXPECT_TRUE(emptied.contents.empty());
  EXPECT_FALSE(emptied.sealed);
}

TEST_F(DatedCards, a_package_is_shown_as_it_had_come_to_be) {
  EXPECT_EQ(package("BOX-1", happened(2017, 8, 31)).value().party.code, "MAKER");
  EXPECT_EQ(package("BOX-1", happened(2017, 9, 1)).value().party.code, "DEALER");
  const auto between = package("BOX-1", happened(2018, 1, 31)).value();
  EXPECT_EQ(between.parent, "");
  ASSERT_EQ(between.contents.size(), 1u);
  EXPECT_EQ(between.contents.front().rounds.count(), 600);
  EXPECT_TRUE(package("BOX-1", happened(2018, 2, 1)).value().contents.empty());
  // As of the day on which all is known and done it is what the tables say.
  for (const std::string code : {"BOX-1", "CASE-1"}) {
    const auto now = package(code, {}).value();
    const auto then = package(code, known(10)).value();
    EXPECT_EQ(now.sealed, then.sealed);
    EXPECT_EQ(now.marks, then.marks);
    EXPECT_EQ(now.level, then.level);
    EXPECT_EQ(now.party.code, then.party.code);
    EXPECT_EQ(now.contents.size(), then.contents.size());
  }
}

TEST_F(DatedCards, a_case_that_was_partly_emptied_keeps_the_rest) {
  done("packages", box("BOX-2", "A17-1", "50"));
  recorded(11);
  done("open", {{"package", "BOX-2"}, {"maker", "MAKER"}, {"lot", "A17-1"}, {"rounds", "20"}, {"on", "2018-03-01"}});
  EXPECT_EQ(package("BOX-2", known(10)).value().contents.front().rounds.count(), 50);
  EXPECT_EQ(package("BOX-2", known(11)).value().contents.front().rounds.count(), 30);
}

TEST_F(DatedCards, a_holders_units_licences_and_investigations_are_those_known) {
  done("licences", {{"number", "T-1"},
                    {"kind", "trade"},
                    {"holder", "POLICE"},
                    {"issued_on", "2017-01-01"},
                    {"expires_on", "2027-01-01"}});
  done("parties", {{"code", "ANNEX"}, {"kind", "unit"}, {"name", "Annex"}, {"country", "BR"}, {"parent", "POLICE"}});
  const auto stocktake = std::to_string(
      done("stocktake", {{"holder", "POLICE"}, {"place", "VAULT"}, {"counts", "MAKER A17-1 7"}, {"on", "2018-05-01"}}));
  recorded(11);
  done("decide", {{"investigation", stocktake}, {"finding", "surplus"}, {"basis", "b"}, {"on", "2018-06-01"}});
  const auto card = [&](const service::AsOf& as_of) {
    return service::holder_card(*store_, reference(), "POLICE", as_of).value();
  };
  EXPECT_EQ(card(known(9)).licences.size(), 0u);
  EXPECT_EQ(card(known(10)).licences.size(), 1u);
  EXPECT_EQ(card(happened(2016, 12, 31)).licences.size(), 0u);
  EXPECT_EQ(card(happened(2017, 1, 1)).licences.size(), 1u);
  EXPECT_EQ(card(known(9)).units.size(), 2u);
  EXPECT_EQ(card(known(10)).units.size(), 3u);
  EXPECT_EQ(card(known(9)).open_investigations.size(), 0u);
  EXPECT_EQ(card(known(10)).open_investigations.size(), 1u) << "decided later";
  EXPECT_EQ(card(known(11)).open_investigations.size(), 0u);
  EXPECT_EQ(card(happened(2018, 4, 30)).open_investigations.size(), 0u);
  EXPECT_EQ(card(happened(2018, 5, 31)).open_investigations.size(), 1u);
  EXPECT_EQ(card({}).open_investigations.size(), 0u);
}

TEST_F(DatedCards, a_correction_recorded_later_is_not_on_the_card_of_an_earlier_day) {
  const auto wrong = done("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "300"));
  recorded(11);
  done("correct", {{"movement", std::to_string(wrong)}, {"rounds", "200"}, {"note", "misread"}});
  const auto card = [&](const service::AsOf& as_of) {
    return service::entry_card(*store_, reference(), wrong, as_of).value();
  };
  EXPECT_TRUE(card(known(10)).corrected_by.empty());
  EXPECT_EQ(card(known(10)).postings.front().corrected.count(), 0);
  EXPECT_EQ(card(known(11)).corrected_by.size(), 1u);
  EXPECT_EQ(card({}).corrected_by.size(), 1u);
}

TEST_F(DatedCards, what_was_recorded_late_is_not_told_of_before_it_was_recorded) {
  const auto late = [&](const service::AsOf& as_of) {
    return service::lot_card(*store_, reference(), "MAKER", "A17-1", "", as_of).value().late.size();
  };
  done("movements", moved("transfer", "MAKER", "STORE", "ARMY", "A17-1", "300", "2018-01-01"));
  recorded(11);
  done("movements", moved("expend", "ARMY", "", "", "A17-1", "10", "2017-12-01"));
  EXPECT_EQ(late(known(10)), 0u);
  EXPECT_EQ(late(known(11)), 1u);
}

}  // namespace lotline
