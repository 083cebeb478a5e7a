#include "licensing/licence.h"

#include <gtest/gtest.h>

#include <functional>

#include "licensing/memory_tables.h"

namespace lotline::licensing {
namespace {

struct LicenceRegister : ::testing::Test {
  static inline const Day kPrepared = day_of(2020, 2, 1);
  MemoryTable<LicenceRow> rows;
  MemoryTable<LicenceUseRow> uses;
  Licences licences{rows, uses};

  static LicenceRegistered international() {
    LicenceRegistered licence;
    licence.number = "L-1";
    licence.kind = LicenceKind::export_;
    licence.holder = PartyId{1};
    licence.issued_on = day_of(2020, 1, 10);
    licence.expires_on = day_of(2020, 12, 20);
    licence.export_state = "BR";
    licence.import_state = "PY";
    licence.transit_states = {"none"};
    licence.final_recipient = PartyId{2};
    licence.description = "simulated cartridges";
    licence.rounds = Rounds(1000);
    return licence;
  }
  static LicenceRegistered manufacture() {
    LicenceRegistered licence;
    licence.number = "M-1";
    licence.kind = LicenceKind::manufacture;
    licence.holder = PartyId{1};
    licence.issued_on = day_of(2020, 1, 10);
    licence.expires_on = day_of(2020, 12, 20);
    return licence;
  }
  LicenceRow registered(const LicenceRegistered& licence) {
    apply(decide_licence(licences, licence).value(), 9, {"ana", kPrepared}, licences);
    return *rows.find(make_key(9));
  }
  /// One that was prepared by ana on 2020-02-01.
  LicenceRow prepared() {
    LicenceRegistered licence = manufacture();
    licence.awaits_approval = true;
    return registered(licence);
  }
  static LicenceDecided decision(Decision decided, const std::string& reason = {}) {
    return {decided, LicenceId{9}, reason};
  }
  LicenceRow decided(Decision how, const std::string& on) {
    const When happened = parse_when(on).value();
    const auto made = decide_approval(licences, decision(how, "simulated reason"), happened, "ben");
    apply(made.value(), 12, happened, licences);
    return *rows.find(make_key(9));
  }
  std::string refusal(const LicenceDecided& wanted, const std::string& on, std::string_view by) const {
    const auto made = decide_approval(licences, wanted, parse_when(on).value(), by);
    return made ? "" : made.error().name;
  }
  static Use use(LicenceKind kind, const std::string& when = "2020-06-01") {
    return {kind, PartyId{1}, parse_when(when).value(), "A17-1", Rounds(10), PartyId{2}};
  }
  std::string refusal(const LicenceRow& licence, const Use& wanted) const {
    const auto permitted = permits(licences, licence, wanted);
    return permitted ? "" : permitted.error().name;
  }
  std::string refusal(const LicenceRegistered& licence) const {
    const auto decided = decide_licence(licences, licence);
    return decided ? "" : decided.error().name;
  }
};

// R76
TEST_F(LicenceRegister, an_international_licence_states_everything_or_is_refused) {
  EXPECT_EQ(refusal(international()), "");
  const std::vector<std::pair<std::string, std::function<void(LicenceRegistered&)>>> omissions{
      {"export_state", [](auto& l) { l.export_state.clear(); }},
      {"import_state", [](auto& l) { l.import_state.clear(); }},
      {"transit_states", [](auto& l) { l.transit_states.clear(); }},
      {"final_recipient", [](auto& l) { l.final_recipient = {}; }},
      {"description", [](auto& l) { l.description.clear(); }},
      {"rounds", [](auto& l) { l.rounds = {}; }}};
  for (const auto kind : {LicenceKind::import, LicenceKind::export_, LicenceKind::transit})
    for (const auto& [what, omit] : omissions) {
      LicenceRegistered licence = international();
      licence.kind = kind;
      omit(licence);
      const auto decided = decide_licence(licences, licence);
      ASSERT_FALSE(decided) << what;
      EXPECT_EQ(decided.error().name, "licence_incomplete");
      EXPECT_NE(decided.error().text.find("L-1 lacks " + what), std::string::npos) << decided.error().text;
    }
  EXPECT_EQ(refusal(manufacture()), "");
}

TEST_F(LicenceRegister, a_licence_has_a_number_of_its_own) {
  LicenceRegistered licence = manufacture();
  licence.number.clear();
  EXPECT_EQ(refusal(licence), "missing_value");
  registered(manufacture());
  EXPECT_EQ(refusal(manufacture()), "licence_exists");
}

// R76
TEST_F(LicenceRegister, a_licence_does_not_expire_before_it_is_issued) {
  LicenceRegistered licence = manufacture();
  licence.expires_on = licence.issued_on;
  EXPECT_EQ(refusal(licence), "");
  licence.expires_on = Day{licence.issued_on.count - 1};
  EXPECT_EQ(refusal(licence), "licence_dates");
}

// R34
TEST_F(LicenceRegister, it_covers_acts_on_the_days_it_ran_and_on_no_other) {
  const auto licence = registered(manufacture());
  for (const char* in_force : {"2020-01-10", "2020-12-20", "2020-03", "2020-01-10/2020-12-20"})
    EXPECT_EQ(refusal(licence, use(LicenceKind::manufacture, in_force)), "") << in_force;
  for (const char* outside : {"2020-01-09", "2020-12-21", "2020", "2020-01", "2020-12", "2019-12-31/2020-06-01"})
    EXPECT_EQ(refusal(licence, use(LicenceKind::manufacture, outside)), "licence_not_in_force") << outside;
}

// R34
TEST_F(LicenceRegister, it_covers_its_own_kind_of_act_by_its_own_holder) {
  const auto licence = registered(manufacture());
  EXPECT_EQ(refusal(licence, use(LicenceKind::import)), "licence_kind");
  Use by_another = use(LicenceKind::manufacture);
  by_another.holder = PartyId{3};
  EXPECT_EQ(refusal(licence, by_another), "licence_holder");
}

// R97
TEST_F(LicenceRegister, a_lot_that_is_not_on_its_list_is_refused) {
  LicenceRegistered listing = international();
  listing.lots = {"A17-1", "A17-2"};
  const auto licence = registered(listing);
  EXPECT_EQ(refusal(licence, use(LicenceKind::export_)), "");
  Use other = use(LicenceKind::export_);
  other.lot_mark = "A17";
  EXPECT_EQ(refusal(licence, other), "lot_not_on_licence");
}

// R97
TEST_F(LicenceRegister, a_licence_without_list_covers_any_lot) {
  EXPECT_EQ(refusal(registered(international()), use(LicenceKind::export_)), "");
}

// R76
TEST_F(LicenceRegister, it_covers_its_final_recipient_and_no_other) {
  const auto licence = registered(international());
  Use other = use(LicenceKind::export_);
  other.recipient = PartyId{5};
  EXPECT_EQ(refusal(licence, other), "licence_recipient");
  other.recipient = {};
  EXPECT_EQ(refusal(licence, other), "");
  LicenceRow open = licence;
  open.final_recipient = {};
  other.recipient = PartyId{5};
  EXPECT_EQ(refusal(open, other), "");
}

// R76
TEST_F(LicenceRegister, it_is_exhausted_by_what_was_entered_under_it) {
  const auto licence = registered(international());
  count_use(licences, licence.id, Rounds(600));
  count_use(licences, licence.id, Rounds(390));
  EXPECT_EQ(refusal(licence, use(LicenceKind::export_)), "");
  count_use(licences, licence.id, Rounds(1));
  EXPECT_EQ(refusal(licence, use(LicenceKind::export_)), "licence_exhausted");
  count_use(licences, licence.id, Rounds(-1));
  EXPECT_EQ(refusal(licence, use(LicenceKind::export_)), "");
}

TEST_F(LicenceRegister, one_without_a_quantity_is_never_exhausted) {
  const auto licence = registered(manufacture());
  count_use(licences, licence.id, Rounds(1'000'000));
  EXPECT_EQ(refusal(licence, use(LicenceKind::manufacture)), "");
}

TEST_F(LicenceRegister, one_that_needs_no_approval_is_in_force_from_its_issue) {
  const auto licence = registered(manufacture());
  EXPECT_EQ(licence.approval, Approval::not_needed);
  EXPECT_EQ(licence.prepared_by, "");
  EXPECT_EQ(licence.prepared_on, Day{});
  EXPECT_EQ(in_force_from(licence), licence.issued_on);
}

// R34
TEST_F(LicenceRegister, one_that_was_prepared_permits_nothing_until_it_is_approved) {
  const auto licence = prepared();
  EXPECT_EQ(licence.approval, Approval::awaited);
  EXPECT_EQ(licence.prepared_by, "ana");
  EXPECT_EQ(licence.prepared_on, kPrepared);
  EXPECT_EQ(refusal(licence, use(LicenceKind::manufacture)), "licence_awaits_approval");
  EXPECT_FALSE(in_force_from(licence));
}

// R34
TEST_F(LicenceRegister, one_that_was_approved_covers_acts_from_that_day_on) {
  prepared();
  const auto licence = decided(Decision::approved, "2020-03-05");
  EXPECT_EQ(licence.approval, Approval::approved);
  EXPECT_EQ(licence.decision, 12);
  EXPECT_EQ(in_force_from(licence), day_of(2020, 3, 5));
  for (const char* covered : {"2020-03-05", "2020-12-20", "2020-04"})
    EXPECT_EQ(refusal(licence, use(LicenceKind::manufacture, covered)), "") << covered;
  for (const char* before : {"2020-03-04", "2020-03", "2020-02-02"})
    EXPECT_EQ(refusal(licence, use(LicenceKind::manufacture, before)), "licence_approved_later") << before;
  EXPECT_EQ(refusal(licence, use(LicenceKind::manufacture, "2020-12-21")), "licence_not_in_force");
}

TEST_F(LicenceRegister, a_decision_of_a_month_counts_from_its_last_day) {
  prepared();
  EXPECT_EQ(in_force_from(decided(Decision::approved, "2020-03")), day_of(2020, 3, 31));
}

TEST_F(LicenceRegister, one_approved_before_its_issue_is_in_force_from_its_issue) {
  LicenceRow licence = registered(manufacture());
  licence.approval = Approval::approved;
  licence.decided_on = day_of(2020, 1, 1);
  EXPECT_EQ(in_force_from(licence), licence.issued_on);
}

// R34
TEST_F(LicenceRegister, one_that_was_refused_permits_nothing) {
  prepared();
  const auto licence = decided(Decision::refused, "2020-03-05");
  EXPECT_EQ(licence.approval, Approval::refused);
  EXPECT_EQ(refusal(licence, use(LicenceKind::manufacture)), "licence_refused");
  EXPECT_FALSE(in_force_from(licence));
}

TEST_F(LicenceRegister, whoever_prepared_it_does_not_decide_on_it) {
  prepared();
  EXPECT_EQ(refusal(decision(Decision::approved), "2020-03-05", "ana"), "prepared_by_same");
  EXPECT_EQ(refusal(decision(Decision::refused, "no"), "2020-03-05", "ana"), "prepared_by_same");
  EXPECT_EQ(refusal(decision(Decision::approved), "2020-03-05", "ben"), "");
}

TEST_F(LicenceRegister, it_is_decided_on_once_and_not_before_it_was_prepared) {
  EXPECT_EQ(refusal(decision(Decision::approved), "2020-03-05", "ben"), "unknown_licence");
  prepared();
  for (const char* too_early : {"2020-01-31", "2020", "2020-01-31/2020-02-02"})
    EXPECT_EQ(refusal(decision(Decision::approved), too_early, "ben"), "decided_before_prepared") << too_early;
  EXPECT_EQ(refusal(decision(Decision::approved), "2020-02-01", "ben"), "");
  decided(Decision::approved, "2020-02-01");
  EXPECT_EQ(refusal(decision(Decision::refused, "no"), "2020-03-05", "ben"), "no_decision_due");
}

TEST_F(LicenceRegister, one_that_needs_no_approval_awaits_no_decision) {
  registered(manufacture());
  EXPECT_EQ(refusal(decision(Decision::approved), "2020-03-05", "ben"), "no_decision_due");
}

TEST_F(LicenceRegister, a_refusal_says_why) {
  prepared();
  EXPECT_EQ(refusal(decision(Decision::refused), "2020-03-05", "ben"), "missing_value");
  EXPECT_EQ(refusal(decision(Decision::approved), "2020-03-05", "ben"), "");
}

TEST_F(LicenceRegister, without_its_decision_it_is_as_it_was_prepared) {
  const auto before = prepared();
  const auto after = undecided(decided(Decision::approved, "2020-03-05"));
  EXPECT_EQ(packed(after), packed(before));
  const auto needs_none = registered([] {
    LicenceRegistered other = manufacture();
    other.number = "M-2";
    return other;
  }());
  EXPECT_EQ(packed(undecided(needs_none)), packed(needs_none));
}

}  // namespace
}  // namespace lotline::licensing
