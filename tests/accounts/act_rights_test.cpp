// Who may record which act, over a register with organisations in it.

#include "service/act_rights.h"

#include "access/refusals.h"
#include "service/refusals.h"
#include "service/write_queue.h"
#include "tests/register/desk_fixture.h"

namespace lotline {

using access::Right;
using access::Role;
using access::Visitor;

TEST(ActRights, every_act_is_told_and_no_other) {
  ASSERT_EQ(service::act_rights().size(), service::acts().size());
  for (std::size_t i = 0; i < service::acts().size(); ++i)
    EXPECT_EQ(service::act_rights()[i].act, service::acts()[i].form.name) << i;
}

TEST(ActRights, a_party_is_told_by_a_field_that_the_form_has) {
  for (std::size_t i = 0; i < service::acts().size(); ++i) {
    const auto& right = service::act_rights()[i];
    EXPECT_EQ(right.whose == service::Whose::of_field, !right.field.empty()) << right.act;
    EXPECT_TRUE(right.field.empty() || service::acts()[i].form.field(right.field) != nullptr) << right.act;
  }
}

TEST(ActRights, stock_and_trade_are_somebodys_and_cases_and_registration_nobodys) {
  for (const auto& right : service::act_rights()) {
    const bool of_stock = right.right == Right::record_stock || right.right == Right::record_trade;
    EXPECT_EQ(of_stock, right.whose != service::Whose::nobodys) << right.act;
  }
}

class ActsOfVisitors : public SmallState {
 protected:
  ActsOfVisitors() {
    made_lot("A17-1");
    keeper_ = desk_->visitor;
  }

  PartyId party(std::string_view code) { return desk_->lookup.party(code).value(); }
  /// Sets who stands at the desk.
  void as(Role role, std::string_view organisation = {}) {
    desk_->visitor = {};
    desk_->visitor.name = word(role);
    desk_->visitor.rights = access::rights_of(role);
    if (!organisation.empty()) desk_->visitor.organisation = party(organisation);
  }
  void as_keeper() { desk_->visitor = keeper_; }

  static Fields sale(std::string_view from, std::string_view to) {
    return moved("sale", from, "VAULT", to, "A17-1", "10", "2018-02-01");
  }

  Visitor keeper_;
};

TEST_F(ActsOfVisitors, one_who_may_only_read_records_nothing) {
  as(Role::auditor);
  for (const auto& act : service::acts()) {
    const auto outcome = act.record(*desk_, service::Values{}, {});
    EXPECT_EQ(outcome.error().number, access::right_missing.number) << act.form.name;
  }
}

TEST_F(ActsOfVisitors, every_act_asks_for_its_right_before_anything_else) {
  for (const auto& right : service::act_rights()) {
    const auto* act = service::find_act(right.act).value();
    desk_->visitor = {};
    desk_->visitor.rights = {right.right};
    const auto with = act->record(*desk_, service::Values{}, {});
    EXPECT_TRUE(!with && with.error().number != access::right_missing.number) << right.act;
    desk_->visitor.rights = {};
    for (const auto& other : Words<Right>::all)
      if (other.value != right.right) desk_->visitor.rights = desk_->visitor.rights | access::Rights{other.value};
    const auto without = act->record(*desk_, service::Values{}, {});
    EXPECT_EQ(without.error().number, access::right_missing.number) << right.act;
  }
}

TEST_F(ActsOfVisitors, an_organisation_gives_its_own_rounds_and_no_others) {
  as(Role::stock_keeper, "MAKER");
  EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "100")), "");
  as(Role::stock_keeper, "ARMY");
  EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "100")), "not_your_act");
  EXPECT_EQ(refused("losses", {{"kind", "loss"},
                               {"holder", "MAKER"},
                               {"place", "STORE"},
                               {"maker", "MAKER"},
                               {"lot", "A17-1"},
                               {"rounds", "1"},
                               {"report", "R-1"},
                               {"on", "2018-01-02"}}),
            "not_your_act");
  EXPECT_EQ(refused("packages", {{"code", "BOX-1"},
                                 {"level", "box"},
                                 {"holder", "MAKER"},
                                 {"place", "STORE"},
                                 {"maker", "MAKER"},
                                 {"lot", "A17-1"},
                                 {"rounds", "10"},
                                 {"on", "2018-01-02"}}),
            "not_your_act");
}

TEST_F(ActsOfVisitors, a_unit_is_its_organisations_own_and_not_the_other_way_round) {
  ASSERT_NE(done("movements", transfer("A17-1", "MAKER", "STORE", "DEPOT", "100")), 0);
  const Fields out = moved("transfer", "DEPOT", "VAULT", "STATION", "A17-1", "10", "2018-02-01");
  as(Role::stock_keeper, "POLICE");
  EXPECT_EQ(refused("movements", out), "");
  as(Role::stock_keeper, "STATION");
  EXPECT_EQ(refused("movements", out), "not_your_act");
}

TEST_F(ActsOfVisitors, a_dispatch_is_received_by_whom_it_was_sent_to_and_voided_by_who_sent_it) {
  const RecordNumber sent =
      done("movements", moved("dispatch", "MAKER", "STORE", "ARMY", "A17-1", "100", "2018-01-01"));
  const std::string number = std::to_string(sent);
  const auto on_the_way = [&](std::string_view act, std::string_view to) -> Fields {
    Fields fields{{"act", act}, {"dispatch", number}, {"on", "2018-01-05"}};
    if (!to.empty()) fields.insert(fields.end() - 1, {{"to", to}, {"to_place", "VAULT"}});
    return fields;
  };
  as(Role::stock_keeper, "POLICE");
  EXPECT_EQ(refused("movements", on_the_way("receive", "")), "not_your_act");
  EXPECT_EQ(refused("movements", on_the_way("receive", "POLICE")), "not_your_act");
  EXPECT_EQ(refused("movements", on_the_way("void", "")), "not_your_act");
  as(Role::stock_keeper, "ARMY");
  EXPECT_EQ(refused("movements", on_the_way("void", "")), "not_your_act");
  as(Role::stock_keeper, "MAKER");
  EXPECT_EQ(refused("movements", on_the_way("receive", "")), "not_your_act");
  as(Role::stock_keeper, "ARMY");
  EXPECT_EQ(refused("movements", on_the_way("receive", "ARMY")), "");
}

TEST_F(ActsOfVisitors, selling_and_exporting_is_trade_and_keeping_stock_is_not_enough) {
  ASSERT_NE(done("movements", transfer("A17-1", "MAKER", "STORE", "DEALER", "100")), 0);
  as(Role::stock_keeper, "DEALER");
  EXPECT_EQ(refused("movements", sale("DEALER", "CARRIER")), "right_missing");
  as(Role::trader, "DEALER");
  EXPECT_NE(refused("movements", sale("DEALER", "CARRIER")), "right_missing");
  EXPECT_EQ(refused("movements", sale("MAKER", "CARRIER")), "not_your_act");
}

TEST_F(ActsOfVisitors, rounds_enter_by_the_hand_of_their_maker_or_importer) {
  const auto lot = [](std::string_view act, std::string_view importer) -> Fields {
    return {{"maker", "MAKER"},     {"lot", "B17-1"},
            {"product", "BALL"},    {"made_on", "2017-04"},
            {"act", act},           {"rounds", "1000"},
            {"importer", importer}, {"place", "STORE"},
            {"licence", "MFG"},     {"first_recipient", "DEALER"},
            {"on", "2017-04-20"}};
  };
  as(Role::trader, "DEALER");
  EXPECT_EQ(refused("lots", lot("manufacture", "")), "not_your_act");
  EXPECT_EQ(refused("lots", lot("manufacture", "DEALER")), "not_your_act");
  EXPECT_NE(refused("lots", lot("import", "DEALER")), "not_your_act");
  as(Role::trader, "MAKER");
  EXPECT_NE(refused("lots", lot("manufacture", "")), "not_your_act");
}

TEST_F(ActsOfVisitors, a_package_is_opened_by_whoever_has_it) {
  ASSERT_NE(done("packages", {{"code", "BOX-1"},
                              {"level", "box"},
                              {"holder", "MAKER"},
                              {"place", "STORE"},
                              {"maker", "MAKER"},
                              {"lot", "A17-1"},
                              {"rounds", "10"},
                              {"on", "2018-01-02"}}),
            0);
  as(Role::stock_keeper, "ARMY");
  EXPECT_EQ(refused("open", {{"package", "BOX-1"}, {"on", "2018-01-03"}}), "not_your_act");
  as(Role::stock_keeper, "MAKER");
  EXPECT_EQ(refused("open", {{"package", "BOX-1"}, {"on", "2018-01-03"}}), "");
}

TEST_F(ActsOfVisitors, a_lot_is_inspected_by_who_holds_rounds_of_it) {
  const Fields inspected{{"maker", "MAKER"}, {"lot", "A17-1"}, {"code", "A"}, {"on", "2018-01-03"}};
  as(Role::stock_keeper, "ARMY");
  EXPECT_EQ(refused("condition", inspected), "not_your_act");
  as(Role::stock_keeper, "MAKER");
  EXPECT_EQ(refused("condition", inspected), "");
}

TEST_F(ActsOfVisitors, no_organisation_sets_a_rule_aside) {
  as(Role::stock_keeper, "MAKER");
  EXPECT_EQ(refused("movements", with(transfer("A17-1", "MAKER", "STORE", "ARMY", "100"), "override", "hurry")),
            "right_missing");
}

TEST_F(ActsOfVisitors, no_organisation_acts_for_another) {
  as(Role::stock_keeper, "MAKER");
  desk_->acting_for = party("ARMY");
  EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "100")), "not_your_act");
  desk_->acting_for = party("MAKER");
  EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "100")), "");
}

TEST_F(ActsOfVisitors, a_registry_officer_records_for_anybody) {
  as(Role::registry_officer, "COURT");
  EXPECT_EQ(refused("movements", transfer("A17-1", "MAKER", "STORE", "ARMY", "100")), "");
}

TEST_F(ActsOfVisitors, what_is_not_registered_is_refused_by_the_act_itself) {
  as(Role::stock_keeper, "MAKER");
  EXPECT_EQ(refused("movements", transfer("A17-1", "NOBODY", "STORE", "ARMY", "100")), "unknown_party");
}

TEST_F(ActsOfVisitors, acts_of_a_queue_are_asked_as_well_and_each_for_its_own_visitor) {
  const auto passed_on = [](service::Desk& desk) -> Result<RecordNumber> {
    const auto* kind = TRY(service::find_act("movements"));
    return kind->record(desk, TRY(service::Values::of(kind->form, transfer("A17-1", "MAKER", "STORE", "ARMY", "1"))),
                        {});
  };
  service::WriteQueue queue(*desk_);
  auto nobodys = queue.submit([&](service::Desk& desk) {
    desk.visitor = Visitor{};
    return passed_on(desk);
  });
  auto keepers = queue.submit(passed_on);
  EXPECT_EQ(nobodys.get().error().number, access::right_missing.number);
  EXPECT_TRUE(keepers.get().has_value());
}

}  // namespace lotline
