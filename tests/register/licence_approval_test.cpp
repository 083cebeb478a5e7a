// Licences that one person prepares and another approves, at the desk: whose licence awaits approval, who decides, what
// may rest on it meanwhile, and what cards and reports say of it.

#include "service/logged.h"
#include "service/report.h"
#include "tests/register/desk_fixture.h"

namespace lotline {

using access::Role;
using licensing::Approval;

class LicenceApproval : public SmallState {
 protected:
  LicenceApproval() { keeper_ = desk_->visitor; }

  /// Sets who stands at the desk.
  void as(const std::string& name, Role role) {
    desk_->actor = name;
    desk_->visitor = {};
    desk_->visitor.name = name;
    desk_->visitor.rights = access::rights_of(role);
  }
  void as_keeper() {
    desk_->actor = "tester";
    desk_->visitor = keeper_;
  }
  /// On a day of 2026.
  void today(unsigned month, unsigned day) {
    clock_.moment.seconds = std::int64_t{day_of(2026, month, day).count} * 86400;
    reopen();
  }
  RecordNumber prepared(const std::string& by = "ana") {
    as(by, Role::licensing_officer);
    return done("licences", kLicence);
  }
  static Fields decision(std::string_view decided) {
    return {{"licence", "MFG-2"}, {"decision", decided}, {"reason", "use confirmed"}, {"basis", "Decision 1"}};
  }
  /// What is refused of making a lot under it, on a day of 2026; a lot that is made has this number.
  std::string making(std::string_view on, std::string_view lot, std::string_view override_reason = "") {
    as_keeper();
    return refused("lots", {{"maker", "MAKER"},
                            {"lot", lot},
                            {"product", "BALL"},
                            {"made_on", "2026-05"},
                            {"act", "manufacture"},
                            {"rounds", "100"},
                            {"place", "STORE"},
                            {"first_recipient", "DEALER"},
                            {"licence", "MFG-2"},
                            {"channel", "commercial"},
                            {"override", override_reason},
                            {"on", on}});
  }
  licensing::LicenceRow row(std::string_view number = "MFG-2") {
    return store_->state().licences.licences.first_by("number", std::string{number}).value();
  }
  service::Report report(const Fields& fields = {}) {
    const auto* kind = service::find_report("licence_approvals").value();
    return service::make_report(*store_, reference(), *kind, service::Values::of(kind->form, fields).value()).value();
  }
  std::vector<std::string> statuses(const Fields& fields = {}) {
    const auto made = report(fields);
    std::vector<std::string> all;
    for (const auto& line : made.tables.front().rows) all.push_back(std::get<std::string>(line.at(15)));
    return all;
  }
  service::EntryCard entry(RecordNumber number, const service::AsOf& as_of = {}) {
    return service::entry_card(*store_, reference(), number, as_of).value();
  }
  std::string entry_refused(Role role, RecordNumber number) {
    access::Visitor visitor;
    visitor.rights = access::rights_of(role);
    const service::Reference seen{catalogue_, *readers_, clock_.now().day(), visitor};
    const auto card = service::entry_card(*store_, seen, number, {});
    return card ? "" : card.error().name;
  }

  inline static const Fields kLicence{{"number", "MFG-2"},
                                      {"kind", "manufacture"},
                                      {"holder", "MAKER"},
                                      {"issued_on", "2026-05-01"},
                                      {"expires_on", "2027-12-31"}};
  access::Visitor keeper_;
};

TEST_F(LicenceApproval, what_a_licensing_officer_records_awaits_approval_and_its_record_says_so) {
  const RecordNumber number = prepared();
  EXPECT_EQ(row().approval, Approval::awaited);
  EXPECT_EQ(row().prepared_by, "ana");
  EXPECT_EQ(to_text(row().prepared_on), "2026-06-01");
  EXPECT_TRUE(store_->read(number)->body.contains(R"("awaits_approval":true)"));
}

TEST_F(LicenceApproval, an_officer_does_not_say_that_no_approval_is_needed) {
  as("ana", Role::licensing_officer);
  done("licences", with(kLicence, "awaits_approval", "no"));
  EXPECT_EQ(row().approval, Approval::awaited);
}

TEST_F(LicenceApproval, what_is_recorded_with_the_file_in_hand_is_in_force_and_its_record_as_it_always_was) {
  const RecordNumber number = done("licences", kLicence);
  EXPECT_EQ(row().approval, Approval::not_needed);
  EXPECT_FALSE(store_->read(number)->body.contains("approval"));
  EXPECT_EQ(making("2026-05-01", "M26-1"), "");
}

TEST_F(LicenceApproval, whoever_has_the_file_may_leave_the_approval_to_another) {
  done("licences", with(kLicence, "awaits_approval", "yes"));
  EXPECT_EQ(refused("licence_decision", decision("approved")), "prepared_by_same");
  desk_->actor = "ben";
  EXPECT_EQ(refused("licence_decision", decision("approved")), "");
}

// R34
TEST_F(LicenceApproval, nothing_rests_on_it_before_the_day_of_its_approval) {
  prepared();
  EXPECT_EQ(making("2026-06-01", "M26-1"), "licence_awaits_approval");
  today(6, 10);
  as("ben", Role::licensing_approver);
  done("licence_decision", with(decision("approved"), "on", "2026-06-05"));
  EXPECT_EQ(making("2026-06-04", "M26-1"), "licence_approved_later");
  EXPECT_EQ(making("2026-06-05", "M26-1"), "");
  expect_verified();
  reopen();
  EXPECT_EQ(row().approval, Approval::approved);
}

// R34
TEST_F(LicenceApproval, nothing_rests_on_one_that_was_refused) {
  prepared();
  as("ben", Role::licensing_approver);
  done("licence_decision", decision("refused"));
  EXPECT_EQ(making("2026-06-01", "M26-1"), "licence_refused");
  as("ana", Role::licensing_officer);
  EXPECT_EQ(refused("licences", kLicence), "licence_exists");
}

TEST_F(LicenceApproval, a_rule_that_is_set_aside_leaves_it_unapproved) {
  prepared();
  EXPECT_EQ(making("2026-06-01", "M26-1", "a flood"), "");
  EXPECT_EQ(row().approval, Approval::awaited);
  const auto authorised = [&] {
    const auto duties = service::lot_card(*store_, reference(), "MAKER", "M26-1", "", {}).value().duties;
    return std::ranges::find(duties, "transfer_authorization", &service::Duty::duty)->shown;
  };
  EXPECT_FALSE(authorised());
  as("ben", Role::licensing_approver);
  done("licence_decision", decision("approved"));
  EXPECT_TRUE(authorised());
}

TEST_F(LicenceApproval, only_somebody_with_the_right_decides_and_nobody_on_what_they_prepared) {
  prepared("ana/office 7");
  EXPECT_EQ(refused("licence_decision", decision("approved")), "right_missing");
  for (const char* same : {"ana", "ana/other machine"}) {
    as(same, Role::licensing_approver);  // the role was changed since
    EXPECT_EQ(refused("licence_decision", decision("approved")), "prepared_by_same") << same;
    EXPECT_EQ(refused("licence_decision", decision("refused")), "prepared_by_same") << same;
  }
  as("anabel", Role::licensing_approver);
  EXPECT_EQ(refused("licences", kLicence), "right_missing");
  EXPECT_EQ(refused("licence_decision", decision("approved")), "");
  EXPECT_EQ(refused("licence_decision", decision("refused")), "no_decision_due");
}

TEST_F(LicenceApproval, a_decision_is_refused_in_the_words_of_the_form) {
  as("ben", Role::licensing_approver);
  EXPECT_EQ(refused("licence_decision", decision("approved")), "unknown_licence");
  EXPECT_EQ(refused("licence_decision", {{"licence", "MFG"}, {"decision", "approved"}, {"basis", "Decision 1"}}),
            "no_decision_due");
  prepared();
  as("ben", Role::licensing_approver);
  EXPECT_EQ(refused("licence_decision", decision("granted")), "unknown_word");
  EXPECT_EQ(refused("licence_decision", {{"licence", "MFG-2"}, {"decision", "approved"}}), "missing_value");
  EXPECT_EQ(refused("licence_decision", {{"licence", "MFG-2"}, {"decision", "refused"}, {"basis", "Decision 1"}}),
            "missing_value");
  EXPECT_EQ(refused("licence_decision", with(decision("approved"), "on", "2026-05-31")), "decided_before_prepared");
  EXPECT_EQ(refused("licence_decision", with(decision("approved"), "on", "2026-06-02")), "future_date");
}

TEST_F(LicenceApproval, cards_say_where_it_stands_and_stood) {
  const RecordNumber number = prepared();
  EXPECT_EQ(entry(number).approval, "awaited");
  EXPECT_EQ(entry(number).decision, 0);
  today(6, 10);
  as("ben", Role::licensing_approver);
  const RecordNumber decided = done("licence_decision", decision("approved"));
  EXPECT_EQ(entry(number).approval, "approved");
  EXPECT_EQ(entry(number).decision, decided);
  EXPECT_EQ(entry(number, {{}, day_of(2026, 6, 9)}).approval, "awaited");
  EXPECT_EQ(entry(number, {{}, day_of(2026, 6, 9)}).decision, 0);
  EXPECT_EQ(entry(decided).approval, "");
  EXPECT_EQ(entry(row("MFG").id.number).approval, "not_needed");

  const auto licences = [&](const service::AsOf& as_of) {
    return service::holder_card(*store_, reference(), "MAKER", as_of).value().licences;
  };
  EXPECT_EQ(licences({}), (std::vector<std::string>{"MFG to manufacture from 2016-01-01 to 2020-12-31",
                                                    "MFG-2 to manufacture from 2026-05-01 to 2027-12-31, approved on "
                                                    "2026-06-10"}));
  EXPECT_EQ(licences({{}, day_of(2026, 6, 9)}).back(),
            "MFG-2 to manufacture from 2026-05-01 to 2027-12-31, awaits approval");
  EXPECT_EQ(licences({day_of(2026, 6, 9), {}}).back(),
            "MFG-2 to manufacture from 2026-05-01 to 2027-12-31, awaits approval");
}

TEST_F(LicenceApproval, whoever_prepares_and_approves_reads_records_of_licences_and_no_others) {
  const RecordNumber number = prepared();
  as("ben", Role::licensing_approver);
  const RecordNumber decided = done("licence_decision", decision("refused"));
  for (const Role role : {Role::licensing_officer, Role::licensing_approver}) {
    EXPECT_EQ(entry_refused(role, number), "");
    EXPECT_EQ(entry_refused(role, decided), "");
    EXPECT_EQ(entry_refused(role, 1), "not_your_own");
    EXPECT_EQ(entry_refused(role, 9'999), "not_your_own");
  }
  EXPECT_EQ(entry_refused(Role::trader, number), "not_your_own");
}

TEST_F(LicenceApproval, what_awaits_approval_is_listed_with_what_was_decided) {
  EXPECT_TRUE(statuses().empty()) << "MFG needs no approval";
  prepared();
  today(6, 10);
  EXPECT_EQ(report().words, "1 licences await approval on 2026-06-10");
  EXPECT_EQ(statuses(), std::vector<std::string>{"awaited"});
  EXPECT_EQ(std::get<std::int64_t>(report().tables.front().rows.front().at(16)), 9);
  EXPECT_TRUE(statuses({{"as_of", "2026-05-31"}}).empty());
  as("ben", Role::licensing_approver);
  done("licence_decision", decision("refused"));
  EXPECT_EQ(statuses(), std::vector<std::string>{"refused"});
  EXPECT_EQ(report().words, "0 licences await approval on 2026-06-10");
  EXPECT_TRUE(statuses({{"status", "awaited"}}).empty());
  EXPECT_EQ(statuses({{"as_of", "2026-06-09"}, {"status", "awaited"}}), std::vector<std::string>{"awaited"});
}

}  // namespace lotline
