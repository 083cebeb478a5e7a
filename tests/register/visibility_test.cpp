// Who sees what of a small register: two dealers who bought of one lot, a force with units, an investigator with and
// without a case number and the second factor, an auditor and the keeper of the file.

#include <algorithm>

#include "access/refusals.h"
#include "exchange/judged_marks.h"
#include "service/lead_card.h"
#include "service/list_holders.h"
#include "service/list_lots.h"
#include "service/list_movements.h"
#include "service/list_packages.h"
#include "service/list_records.h"
#include "service/list_scans.h"
#include "service/read_marks.h"
#include "service/reconcile.h"
#include "service/report.h"
#include "service/trace_seizure.h"
#include "tests/register/desk_fixture.h"

namespace lotline {
namespace {

using access::Right;
using access::Role;

class Visibility : public SmallState {
 protected:
  Visibility() {
    for (const std::string_view code : {"RIVAL", "CUSTOMER", "CLIENT"})
      done("parties", {{"code", code}, {"kind", "company"}, {"name", code}, {"country", "BR"}, {"on", "2015-01-01"}});
    done("parties", {{"code", "SHOP"},
                     {"kind", "unit"},
                     {"name", "SHOP"},
                     {"country", "BR"},
                     {"parent", "DEALER"},
                     {"on", "2015-01-01"}});
    person_ = done("parties", {{"kind", "person"},
                               {"name", "Simulated Person"},
                               {"number", "SIM-1"},
                               {"country", "BR"},
                               {"parent", "DEALER"},
                               {"on", "2015-01-01"}});
    made_lot("A17-1");
    made_lot("B17-2");
    done("movements", transfer("A17-1", "MAKER", "STORE", "DEALER", "1000"));
    done("movements", transfer("A17-1", "MAKER", "STORE", "RIVAL", "2000"));
    done("movements", transfer("A17-1", "DEALER", "VAULT", "CUSTOMER", "100"));
    done("movements", transfer("A17-1", "RIVAL", "VAULT", "CLIENT", "200"));
    done("movements", transfer("A17-1", "DEALER", "VAULT", "SHOP", "50"));
    done("movements", transfer("B17-2", "MAKER", "STORE", "DEPOT", "500"));
    done("packages", box("BOX-1", "A17-1", "10"));
    done("packages", box("BOX-2", "A17-1", "10"));
    done("movements", {{"act", "transfer"},
                       {"from", "MAKER"},
                       {"from_place", "STORE"},
                       {"to", "RIVAL"},
                       {"to_place", "VAULT"},
                       {"package", "BOX-2"},
                       {"on", "2018-02-01"}});
    desk_->acting_for = party("DEALER");
    dealers_record_ = done("movements", transfer("A17-1", "DEALER", "VAULT", "CUSTOMER", "7"));
    desk_->acting_for = party("RIVAL");
    rivals_record_ = done("movements", transfer("A17-1", "RIVAL", "VAULT", "CLIENT", "9"));
    desk_->acting_for = {};
  }

  PartyId party(std::string_view code) { return desk_->lookup.party(code).value(); }

  /// Of a role, belonging to a party; for a case when it is named.
  access::Visitor as(Role role, std::string_view of, const std::string& case_number = {}, bool stepped_up = false) {
    return {"somebody", of.empty() ? PartyId{} : party(of), access::rights_of(role), case_number, stepped_up};
  }
  access::Visitor dealer() { return as(Role::trader, "DEALER"); }
  access::Visitor rival() { return as(Role::trader, "RIVAL"); }
  access::Visitor for_case() { return as(Role::investigator, "POLICE", "C-1", true); }
  access::Visitor auditor() { return as(Role::auditor, ""); }

  service::Reference seen_by(const access::Visitor& visitor) {
    return {catalogue_, *readers_, clock_.now().day(), visitor};
  }
  Result<service::LotCard> lot(const access::Visitor& visitor, const std::string& number = "A17-1",
                               const std::string& maker = "MAKER") {
    return service::lot_card(*store_, seen_by(visitor), maker, number, "", {});
  }
  Result<service::HolderCard> holder(const access::Visitor& visitor, const std::string& code) {
    return service::holder_card(*store_, seen_by(visitor), code, {});
  }
  Result<service::PackageCard> package(const access::Visitor& visitor, const std::string& code) {
    return service::package_card(*store_, seen_by(visitor), code, {});
  }
  Result<service::EntryCard> entry(const access::Visitor& visitor, RecordNumber number) {
    return service::entry_card(*store_, seen_by(visitor), number, {});
  }
  static std::set<std::string> hands(const std::vector<tracing::SupplyStep>& steps) {
    std::set<std::string> names;
    for (const auto& step : steps) names.insert({step.from.code, step.to.code});
    return names;
  }
  template <class T>
  static std::string refusal(const Result<T>& result) {
    return result ? "" : result.error().name;
  }

  RecordNumber person_ = 0, dealers_record_ = 0, rivals_record_ = 0;
};

TEST_F(Visibility, a_dealer_never_sees_anothers_customers_on_the_card_of_a_lot_both_had) {
  const auto card = lot(dealer()).value();
  EXPECT_EQ(hands(card.line_of_supply), (std::set<std::string>{"MAKER", "DEALER", "CUSTOMER", "SHOP"}));
  for (const auto& holding : card.holdings) EXPECT_TRUE(holding.party.code == "DEALER" || holding.party.code == "SHOP");
  EXPECT_EQ(card.holdings.size(), 2u);
  EXPECT_FALSE(card.whole);
  EXPECT_EQ(hands(lot(rival()).value().line_of_supply), (std::set<std::string>{"MAKER", "RIVAL", "CLIENT"}));
}

TEST_F(Visibility, a_maker_sees_whom_it_supplied_and_no_further) {
  const auto card = lot(as(Role::trader, "MAKER")).value();
  const auto names = hands(card.line_of_supply);
  EXPECT_TRUE(names.contains("DEALER") && names.contains("RIVAL"));
  EXPECT_FALSE(names.contains("CUSTOMER") || names.contains("CLIENT"));
  EXPECT_EQ(card.packages.size(), 1u) << "BOX-2 is RIVAL's now";
}

TEST_F(Visibility, a_lot_of_others_a_lot_of_nobody_and_a_maker_of_nobody_are_refused_alike) {
  const auto others = lot(dealer(), "B17-2");
  ASSERT_FALSE(others.has_value());
  EXPECT_EQ(others.error().number, access::not_your_own.number);
  EXPECT_EQ(lot(dealer(), "Z-9").error(), others.error());
  EXPECT_EQ(lot(dealer(), "A17-1", "NOBODY").error(), others.error());
  EXPECT_EQ(service::lot_card(*store_, seen_by(dealer()), "MAKER", "A17-1", "NO-PRODUCT", {}).error(), others.error());
}

TEST_F(Visibility, a_unit_of_a_force_opens_the_lots_of_its_whole_force_only_through_the_force) {
  EXPECT_TRUE(lot(as(Role::stock_keeper, "POLICE"), "B17-2").has_value());
  EXPECT_TRUE(lot(as(Role::stock_keeper, "DEPOT"), "B17-2").has_value());
  EXPECT_EQ(refusal(lot(as(Role::stock_keeper, "STATION"), "B17-2")), "not_your_own");
}

TEST_F(Visibility, the_receiver_of_a_dispatch_sees_the_lot_that_is_on_its_way) {
  EXPECT_EQ(refusal(lot(as(Role::stock_keeper, "ARMY"), "B17-2")), "not_your_own");
  done("movements", moved("dispatch", "MAKER", "STORE", "ARMY", "B17-2", "300", "2018-03-01"));
  const auto card = lot(as(Role::stock_keeper, "ARMY"), "B17-2").value();
  EXPECT_EQ(hands(card.line_of_supply), (std::set<std::string>{"MAKER", "ARMY"}));
}

TEST_F(Visibility, an_investigator_sees_the_whole_lot_for_a_case_with_the_second_factor_and_not_before) {
  EXPECT_EQ(refusal(lot(as(Role::investigator, "POLICE"))), "not_your_own");
  EXPECT_EQ(refusal(lot(as(Role::investigator, "POLICE", "C-1"))), "not_your_own");
  EXPECT_EQ(refusal(lot(as(Role::investigator, "POLICE", "", true))), "not_your_own");
  const auto card = lot(for_case()).value();
  EXPECT_TRUE(card.whole);
  EXPECT_TRUE(hands(card.line_of_supply).contains("CLIENT"));
}

TEST_F(Visibility, the_keeper_of_the_file_and_an_auditor_see_everything) {
  for (const auto& visitor : {access::keeper_of_the_file(), auditor()}) {
    const auto card = lot(visitor).value();
    EXPECT_TRUE(card.whole);
    EXPECT_FALSE(card.balance.empty());
    EXPECT_TRUE(hands(card.line_of_supply).contains("CLIENT"));
    EXPECT_EQ(refusal(lot(visitor, "Z-9")), "unknown_lot") << "one who sees all is told what is not there";
  }
}

TEST_F(Visibility, an_administrator_reads_no_card_at_all) {
  const auto administrator = as(Role::administrator, "");
  EXPECT_EQ(refusal(lot(administrator)), "right_missing");
  EXPECT_EQ(refusal(holder(administrator, "DEALER")), "right_missing");
  EXPECT_EQ(refusal(package(administrator, "BOX-1")), "right_missing");
  EXPECT_EQ(refusal(entry(administrator, 1)), "right_missing");
}

TEST_F(Visibility, a_holders_card_is_its_organisations_and_its_units) {
  EXPECT_TRUE(holder(dealer(), "DEALER").has_value());
  EXPECT_TRUE(holder(dealer(), "SHOP").has_value());
  const auto others = holder(dealer(), "RIVAL");
  EXPECT_EQ(refusal(others), "not_your_own");
  EXPECT_EQ(holder(dealer(), "NOBODY").error(), others.error());
  EXPECT_EQ(refusal(holder(as(Role::trader, "SHOP"), "DEALER")), "not_your_own");
  EXPECT_TRUE(holder(for_case(), "RIVAL").has_value());
}

TEST_F(Visibility, values_of_a_person_stand_on_a_card_that_only_its_own_and_those_who_see_all_open) {
  const auto code = store_->state().parties.parties.find(make_key(person_))->code;
  const auto named = [&](const access::Visitor& visitor) {
    const auto card = holder(visitor, code);
    return card && std::ranges::any_of(card->personal, [](const auto& p) { return p.value == "Simulated Person"; });
  };
  EXPECT_TRUE(named(dealer()));
  EXPECT_TRUE(named(for_case()));
  EXPECT_FALSE(named(rival()));
  EXPECT_EQ(refusal(holder(rival(), "SIM-1")), "not_your_own") << "a person's own number finds nobody for others";
}

TEST_F(Visibility, a_package_is_its_packers_and_its_holders) {
  EXPECT_TRUE(package(as(Role::trader, "MAKER"), "BOX-1").has_value());
  const auto gone = package(as(Role::trader, "MAKER"), "BOX-2").value();
  EXPECT_TRUE(gone.party.code.empty()) << "where it is now is the holder's";
  EXPECT_EQ(gone.line_of_supply.size(), 1u);
  EXPECT_EQ(package(rival(), "BOX-2").value().party.code, "RIVAL");
  const auto others = package(dealer(), "BOX-1");
  EXPECT_EQ(refusal(others), "not_your_own");
  EXPECT_EQ(package(dealer(), "BOX-99").error(), others.error());
}

TEST_F(Visibility, a_package_that_passed_on_stays_in_sight_of_one_who_had_it) {
  done("movements", {{"act", "transfer"},
                     {"from", "RIVAL"},
                     {"from_place", "VAULT"},
                     {"to", "CLIENT"},
                     {"package", "BOX-2"},
                     {"on", "2018-02-02"}});
  const auto card = package(rival(), "BOX-2").value();
  EXPECT_TRUE(card.party.code.empty());
  EXPECT_EQ(hands(card.line_of_supply), (std::set<std::string>{"MAKER", "RIVAL", "CLIENT"}));
}

TEST_F(Visibility, a_record_is_shown_to_whom_it_was_entered_for_to_readers_of_the_log_and_for_a_case) {
  EXPECT_TRUE(entry(dealer(), dealers_record_).has_value());
  const auto others = entry(dealer(), rivals_record_);
  EXPECT_EQ(refusal(others), "not_your_own");
  EXPECT_EQ(entry(dealer(), 100'000).error(), others.error());
  EXPECT_EQ(refusal(entry(as(Role::licensing_officer, ""), rivals_record_)), "not_your_own");
  EXPECT_TRUE(entry(auditor(), rivals_record_).has_value());
  EXPECT_TRUE(entry(for_case(), rivals_record_).has_value());
  EXPECT_EQ(refusal(entry(as(Role::investigator, "POLICE"), rivals_record_)), "not_your_own");
  EXPECT_EQ(refusal(entry(auditor(), 100'000)), "unknown_record");
}

TEST_F(Visibility, a_trace_needs_the_right_a_case_number_and_the_second_factor) {
  tracing::Question question;
  question.marks.headstamp = "MKR 17";
  const auto trace = [&](const access::Visitor& visitor) {
    return refusal(service::trace_find(*store_, seen_by(visitor), question));
  };
  EXPECT_EQ(trace(dealer()), "right_missing");
  EXPECT_EQ(trace(as(Role::investigator, "POLICE")), "case_number_missing");
  EXPECT_EQ(trace(as(Role::investigator, "POLICE", "C-1")), "step_up_needed");
  EXPECT_EQ(trace(for_case()), "");
  EXPECT_EQ(trace(as(Role::registry_officer, "")), "case_number_missing");
  EXPECT_EQ(trace(as(Role::registry_officer, "", "C-1")), "");
  EXPECT_EQ(trace(access::keeper_of_the_file()), "");
  EXPECT_EQ(refusal(service::trace_seizure(*store_, seen_by(dealer()), {})), "right_missing");
}

TEST_F(Visibility, marks_of_everybody_are_searched_by_those_who_see_everything) {
  const auto search = [&](const access::Visitor& visitor) {
    return refusal(service::search_marks(*store_, seen_by(visitor), "A17"));
  };
  EXPECT_EQ(search(dealer()), "not_your_own");
  EXPECT_EQ(search(as(Role::investigator, "POLICE")), "case_number_missing");
  EXPECT_EQ(search(for_case()), "");
  EXPECT_EQ(refusal(service::reconcile(*store_, seen_by(dealer()))), "not_your_own");
  EXPECT_EQ(refusal(service::reconcile(*store_, seen_by(auditor()))), "");
}

TEST_F(Visibility, reports_and_the_profile_of_fired_cases_need_their_rights) {
  const auto& kind = service::reports().front();
  const auto values = service::Values::of(kind.form, {}).value();
  EXPECT_EQ(refusal(service::make_report(*store_, seen_by(for_case()), kind, values)), "right_missing");
  EXPECT_EQ(refusal(service::make_report(*store_, seen_by(auditor()), kind, values)), "");
  EXPECT_EQ(refusal(service::profile_fired_cases(*store_, seen_by(dealer()), "", {}, {})), "right_missing");
  EXPECT_EQ(refusal(service::profile_fired_cases(*store_, seen_by(as(Role::examiner, "LAB")), "", {}, {})), "");
}

TEST_F(Visibility, without_any_right_nothing_is_read) {
  const access::Visitor nobody{"nobody", {}, {}, "C-1", true};
  const auto asked = seen_by(nobody);
  const std::pair<const char*, std::string> answers[] = {
      {"marks", refusal(service::read_marks(asked, {"CBC 17"}))},
      {"headstamp", refusal(service::read_headstamp(asked, {"CBC 17"}))},
      {"lot mark", refusal(service::read_lot_mark(asked, "A17-1"))},
      {"package code", refusal(service::read_package_code(asked, "BOX-1"))},
      {"calibre", refusal(service::read_calibre(asked, ".308 Win", ""))},
      {"marks on record", refusal(service::search_marks(*store_, asked, "A17"))},
      {"unmatched marks", refusal(service::reconcile(*store_, asked))},
      {"labels", refusal(exchange::judge_marks_file(asked, "nowhere.csv", {}, ""))},
      {"scans", refusal(service::list_scans(*store_, asked, {}))},
      {"scan", refusal(service::scan_card(*store_, asked, ScanId{1}))},
      {"lead", refusal(service::lead_card(*store_, asked, LeadId{1}))},
      {"lots", refusal(service::list_lots(*store_, asked, {}))},
      {"holders", refusal(service::list_holders(*store_, asked, {}))},
      {"packages", refusal(service::list_packages(*store_, asked, {}))},
      {"movements", refusal(service::list_movements(*store_, asked, {}))},
      {"records", refusal(service::list_records(*store_, asked, {}))},
      {"record", refusal(entry(nobody, dealers_record_))},
  };
  for (const auto& [what, answer] : answers) EXPECT_EQ(answer, "right_missing") << what;
}

TEST_F(Visibility, a_number_of_two_lots_in_sight_needs_the_product) {
  done("products", {{"code", "TRACER"}, {"calibre", "7.62X51"}});
  done("lots", {{"maker", "MAKER"},
                {"lot", "A17-1"},
                {"product", "TRACER"},
                {"made_on", "2017-04"},
                {"act", "manufacture"},
                {"rounds", "100"},
                {"place", "STORE"},
                {"first_recipient", "POLICE"},
                {"licence", "MFG"},
                {"headstamp", "MKR 17"},
                {"package_marks", "lot;manufacturer;calibre;type"},
                {"on", "2017-04-20"}});
  const auto maker = as(Role::trader, "MAKER");
  EXPECT_EQ(refusal(lot(maker)), "ambiguous_lot");
  EXPECT_EQ(refusal(service::lot_card(*store_, seen_by(maker), "MAKER", "A17-1", "TRACER", {})), "");
}

TEST_F(Visibility, lists_hold_ones_own) {
  const auto numbers = [&](const access::Visitor& visitor) {
    std::set<std::string> found;
    const auto page = service::list_lots(*store_, seen_by(visitor), {}).value();
    for (const auto& item : page.items) found.insert(item.lot.number);
    return found;
  };
  EXPECT_EQ(numbers(dealer()), (std::set<std::string>{"A17-1"}));
  EXPECT_EQ(numbers(as(Role::stock_keeper, "POLICE")), (std::set<std::string>{"B17-2"}));
  EXPECT_EQ(numbers(auditor()), (std::set<std::string>{"A17-1", "B17-2"}));
  EXPECT_TRUE(numbers(as(Role::stock_keeper, "ARMY")).empty());

  std::vector<std::string> codes;
  const auto parties = service::list_holders(*store_, seen_by(as(Role::stock_keeper, "POLICE")), {}).value();
  for (const auto& item : parties.items) codes.push_back(item.party.code);
  EXPECT_EQ(codes, (std::vector<std::string>{"DEPOT", "POLICE", "STATION"}));

  const auto packages = service::list_packages(*store_, seen_by(rival()), {}).value().items;
  ASSERT_EQ(packages.size(), 1u);
  EXPECT_EQ(packages.front().code, "BOX-2");

  const auto moved_by = hands(service::list_movements(*store_, seen_by(dealer()), {}).value().items);
  EXPECT_EQ(moved_by, (std::set<std::string>{"MAKER", "DEALER", "CUSTOMER", "SHOP"}));

  const auto records = service::list_records(*store_, seen_by(dealer()), {}).value().items;
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records.front().number, dealers_record_);
}

TEST_F(Visibility, a_list_asked_for_by_anothers_name_is_refused_or_empty) {
  EXPECT_EQ(refusal(service::list_lots(*store_, seen_by(dealer()), {.holder = "RIVAL"})), "not_your_own");
  EXPECT_EQ(refusal(service::list_packages(*store_, seen_by(dealer()), {.holder = "NOBODY"})), "not_your_own");
  EXPECT_EQ(refusal(service::list_movements(*store_, seen_by(dealer()), {.holder = "RIVAL"})), "not_your_own");
  EXPECT_EQ(refusal(service::list_movements(*store_, seen_by(dealer()), {.maker = "MAKER", .number = "B17-2"})),
            "not_your_own");
  EXPECT_TRUE(service::list_lots(*store_, seen_by(dealer()), {.maker = "NOBODY"}).value().items.empty());
  EXPECT_TRUE(service::list_lots(*store_, seen_by(dealer()), {.number = "B17"}).value().items.empty());
  const auto own = service::list_movements(*store_, seen_by(dealer()), {.maker = "MAKER", .number = "A17-1"}).value();
  EXPECT_FALSE(own.items.empty());
  for (const auto& step : own.items) EXPECT_TRUE(step.from.code != "RIVAL" && step.to.code != "RIVAL");
}

}  // namespace
}  // namespace lotline
