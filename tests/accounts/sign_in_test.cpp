// Signing in and out, second factors, sessions: over a file of accounts.

#include <ctime>
#include <fstream>
#include <sstream>

#include "tests/accounts/access_fixture.h"

namespace lotline {

using access::Role;

TEST_F(AccessTest, who_signs_in_is_told_from_the_session_until_they_sign_out) {
  account("amara", {Role::court});
  const auto signed_in = sign_in("Amara", password_of("amara")).value();
  const auto found = visit(signed_in.session, "K-12").value();
  EXPECT_EQ(found.visitor.name, "amara");
  EXPECT_EQ(found.visitor.rights, access::rights_of(Role::court));
  EXPECT_EQ(found.visitor.case_number, "K-12");
  EXPECT_FALSE(found.visitor.stepped_up);
  EXPECT_EQ(found.csrf, signed_in.csrf);
  ASSERT_TRUE(service::sign_out(*desk_, signed_in.session));
  EXPECT_EQ(refused(visit(signed_in.session)), access::not_signed_in.number);
}

TEST_F(AccessTest, unknown_names_wrong_passwords_and_disabled_accounts_are_answered_alike) {
  account("amara", {Role::court});
  account("bruno", {Role::court});
  access::AccountChange disable;
  disable.disabled = true;
  ASSERT_TRUE(service::change_account(*desk_, access::keeper_of_the_file(), "bruno", disable));
  const auto unknown = sign_in("nobody", "password of nobody, long enough").error();
  EXPECT_EQ(unknown.number, access::sign_in_refused.number);
  EXPECT_EQ(sign_in("amara", "not this password").error(), unknown);
  EXPECT_EQ(sign_in("bruno", password_of("bruno")).error(), unknown);
  EXPECT_EQ(sign_in("", "").error(), unknown);
}

TEST_F(AccessTest, an_unknown_name_takes_as_long_as_a_wrong_password) {
  service::AccessDesk desk{*file_, clock_, access::PasswordCost{2, std::size_t{16} << 20}};
  ASSERT_TRUE(service::make_account(desk, access::keeper_of_the_file(), {"amara", "Amara", {}, {Role::court}}));
  // Of this thread's processor time, since the machine may be busy; the least of several.
  const auto spent = [] {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * 1'000'000 + now.tv_nsec / 1000;
  };
  const auto microseconds = [&](const std::string& name) {
    std::vector<std::int64_t> took;
    for (int i = 0; i < 5; ++i) {
      const auto begun = spent();
      // Addresses differ, so that none has to wait.
      const auto answer = service::sign_in(desk, {name, "a wrong password", "", fmt::format("192.0.2.{}", i), "", ""});
      EXPECT_EQ(refused(answer), access::sign_in_refused.number);
      took.push_back(spent() - begun);
    }
    return *std::ranges::min_element(took);
  };
  microseconds("warm");
  const auto wrong = microseconds("amara");
  const auto unknown = microseconds("nobody");
  EXPECT_LT(std::abs(wrong - unknown), wrong / 3) << wrong << " and " << unknown << " microseconds";
  EXPECT_GT(unknown, 5'000);
}

TEST_F(AccessTest, what_people_type_for_a_name_is_written_down_only_where_it_is_one) {
  account("amara", {Role::court});
  EXPECT_TRUE(sign_in("my secret password", "").error().number != 0);
  EXPECT_TRUE(sign_in("amara", "wrong").error().number != 0);
  const auto newest = entries();
  EXPECT_EQ(newest[0].entry.who, "amara");
  EXPECT_EQ(newest[0].entry.refused, access::sign_in_refused.number);
  EXPECT_EQ(newest[1].entry.who, "");
  EXPECT_EQ(newest[1].entry.change, "from 192.0.2.7");
}

TEST_F(AccessTest, many_wrong_passwords_make_the_next_one_wait_and_other_addresses_not) {
  account("amara", {Role::court});
  const std::string elsewhere = "203.0.113.9";
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(refused(sign_in("amara", "wrong", "", elsewhere)), access::sign_in_refused.number);
  EXPECT_EQ(refused(sign_in("amara", password_of("amara"), "", elsewhere)), access::too_many_attempts.number);
  EXPECT_EQ(entries()[0].entry.refused, access::too_many_attempts.number);
  EXPECT_EQ(refused(sign_in("amara", password_of("amara"), "", kHome)), 0);
  pass(30);
  EXPECT_EQ(refused(sign_in("amara", password_of("amara"), "", elsewhere)), 0);
}

TEST_F(AccessTest, the_count_of_wrong_passwords_outlives_the_process) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(refused(sign_in("amara", "wrong")), access::sign_in_refused.number);
  open();
  EXPECT_EQ(refused(sign_in("amara", "wrong")), access::too_many_attempts.number);
}

TEST_F(AccessTest, a_second_factor_is_asked_for_and_each_code_is_good_once) {
  account("amara", {Role::investigator});
  const std::string secret = second_factor(session_of("amara"));
  EXPECT_EQ(refused(sign_in("amara", password_of("amara"))), access::second_factor_needed.number);
  const std::string used = access::code_at(secret, clock_.moment);
  EXPECT_EQ(refused(sign_in("amara", password_of("amara"), used)), access::code_refused.number);
  pass(30);
  const std::string code = access::code_at(secret, clock_.moment);
  const auto signed_in = sign_in("amara", password_of("amara"), code);
  ASSERT_TRUE(signed_in.has_value());
  EXPECT_TRUE(signed_in->stepped_up);
  EXPECT_EQ(refused(sign_in("amara", password_of("amara"), code)), access::code_refused.number);
  EXPECT_EQ(refused(sign_in("amara", "wrong", access::code_at(secret, clock_.moment))), access::sign_in_refused.number);
}

TEST_F(AccessTest, a_recovery_code_takes_the_place_of_a_one_time_code_once) {
  account("amara", {Role::investigator});
  std::vector<std::string> recovery;
  second_factor(session_of("amara"), &recovery);
  ASSERT_EQ(recovery.size(), 10U);
  EXPECT_EQ(refused(sign_in("amara", password_of("amara"), recovery[3])), 0);
  EXPECT_EQ(refused(sign_in("amara", password_of("amara"), recovery[3])), access::code_refused.number);
  EXPECT_EQ(refused(sign_in("amara", password_of("amara"), to_lower_ascii(recovery[4]))), 0);
}

TEST_F(AccessTest, a_second_factor_counts_only_after_a_code_of_it_was_shown) {
  account("amara", {Role::investigator});
  const std::string session = session_of("amara");
  EXPECT_EQ(refused(service::confirm_second_factor(*desk_, session, "123456")), access::no_second_factor.number);
  const auto enrolment = service::enrol_second_factor(*desk_, session).value();
  EXPECT_EQ(refused(service::confirm_second_factor(*desk_, session, "12345")), access::code_refused.number);
  EXPECT_EQ(refused(sign_in("amara", password_of("amara"))), 0);
  EXPECT_TRUE(enrolment.uri.starts_with("otpauth://totp/Lotline:amara?secret=" + enrolment.secret));
}

TEST_F(AccessTest, a_second_factor_is_replaced_only_after_showing_it) {
  account("amara", {Role::investigator});
  const std::string session = session_of("amara");
  const std::string secret = second_factor(session);
  pass(600);
  EXPECT_EQ(refused(service::enrol_second_factor(*desk_, session)), access::second_factor_there.number);
  ASSERT_TRUE(service::step_up(*desk_, session, access::code_at(secret, clock_.moment)));
  const auto next = service::enrol_second_factor(*desk_, session).value();
  pass(30);
  // Until the new one is confirmed, the old one counts.
  EXPECT_EQ(refused(sign_in("amara", password_of("amara"), access::code_at(secret, clock_.moment))), 0);
  EXPECT_EQ(refused(service::confirm_second_factor(*desk_, session, access::code_at(next.secret, clock_.moment))), 0);
  pass(30);
  EXPECT_EQ(refused(sign_in("amara", password_of("amara"), access::code_at(secret, clock_.moment))),
            access::code_refused.number);
  EXPECT_EQ(refused(sign_in("amara", password_of("amara"), access::code_at(next.secret, clock_.moment))), 0);
}

TEST_F(AccessTest, stepping_up_opens_the_view_across_organisations_for_ten_minutes) {
  account("amara", {Role::investigator});
  const std::string session = session_of("amara");
  EXPECT_EQ(refused(service::step_up(*desk_, session, "123456")), access::no_second_factor.number);
  const std::string secret = second_factor(session);
  pass(10 * 60);
  EXPECT_FALSE(visit(session, "K-12").value().visitor.stepped_up);
  const auto wrong = service::step_up(*desk_, session, "000000");
  EXPECT_EQ(refused(wrong), access::code_refused.number);
  EXPECT_EQ(wrong.error().field, "code");
  const auto noted = service::list_access(*desk_, access::keeper_of_the_file(), 0, 1, {}).value();
  EXPECT_EQ(noted.at(0).entry.what, "step up");
  EXPECT_EQ(noted.at(0).entry.refused, access::code_refused.number);
  ASSERT_TRUE(service::step_up(*desk_, session, access::code_at(secret, clock_.moment)));
  EXPECT_TRUE(access::sees_all(visit(session, "K-12").value().visitor));
  EXPECT_FALSE(access::sees_all(visit(session).value().visitor));
  pass(10 * 60 - 1);
  EXPECT_TRUE(visit(session).value().visitor.stepped_up);
  pass(1);
  EXPECT_FALSE(visit(session).value().visitor.stepped_up);
}

TEST_F(AccessTest, codes_are_not_guessed_in_a_stolen_session) {
  account("amara", {Role::investigator});
  const std::string session = session_of("amara");
  const std::string secret = second_factor(session);
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(refused(service::step_up(*desk_, session, "000000")), access::code_refused.number);
  EXPECT_EQ(refused(service::step_up(*desk_, session, access::code_at(secret, clock_.moment))),
            access::too_many_attempts.number);
}

TEST_F(AccessTest, a_session_ends_idle_after_half_an_hour_and_busy_after_twelve) {
  account("amara", {Role::court});
  const std::string idle = session_of("amara");
  pass(30 * 60);
  EXPECT_EQ(refused(visit(idle)), access::not_signed_in.number);
  const std::string busy = session_of("amara");
  for (int i = 0; i < 12 * 3 - 1; ++i) {
    pass(20 * 60);
    ASSERT_TRUE(visit(busy)) << i;
  }
  pass(20 * 60);
  EXPECT_EQ(refused(visit(busy)), access::not_signed_in.number);
}

TEST_F(AccessTest, signing_out_everywhere_ends_every_session_at_once) {
  account("amara", {Role::court});
  const std::string here = session_of("amara"), there = session_of("amara");
  ASSERT_TRUE(visit(here) && visit(there));
  EXPECT_EQ(service::sign_out_everywhere(*desk_, here).value(), 2);
  EXPECT_EQ(refused(visit(here)), access::not_signed_in.number);
  EXPECT_EQ(refused(visit(there)), access::not_signed_in.number);
  EXPECT_EQ(refused(service::sign_out_everywhere(*desk_, here)), access::not_signed_in.number);
}

TEST_F(AccessTest, a_new_password_ends_the_other_sessions_and_the_old_password) {
  account("amara", {Role::court});
  const std::string here = session_of("amara"), there = session_of("amara");
  const auto change = [&](const std::string& from, const std::string& to) {
    return refused(service::change_password(*desk_, here, from, to));
  };
  EXPECT_EQ(change("wrong", "another password altogether"), access::sign_in_refused.number);
  EXPECT_EQ(change(password_of("amara"), "short"), access::password_short.number);
  EXPECT_EQ(change(password_of("amara"), password_of("amara")), access::password_same.number);
  EXPECT_EQ(change(password_of("amara"), "another password altogether"), 0);
  EXPECT_TRUE(visit(here));
  EXPECT_FALSE(visit(there));
  EXPECT_EQ(refused(sign_in("amara", password_of("amara"))), access::sign_in_refused.number);
  EXPECT_EQ(refused(sign_in("amara", "another password altogether")), 0);
}

TEST_F(AccessTest, a_given_password_signs_in_for_a_day_and_to_nothing_but_changing_it) {
  const auto given =
      service::make_account(*desk_, access::keeper_of_the_file(), {"amara", "Amara", {}, {Role::registry_officer}})
          .value();
  EXPECT_EQ(given.until.seconds, clock_.moment.seconds + 24 * 3600);
  const std::string session = sign_in("amara", given.password).value().session;
  const auto before = visit(session).value();
  EXPECT_TRUE(before.must_change_password);
  EXPECT_TRUE(before.visitor.rights.empty());
  EXPECT_EQ(refused(service::enrol_second_factor(*desk_, session)), access::password_to_change.number);
  ASSERT_TRUE(service::change_password(*desk_, session, given.password, password_of("amara")));
  EXPECT_EQ(visit(session).value().visitor.rights, access::rights_of(Role::registry_officer));
  pass(24 * 3600);
  EXPECT_EQ(refused(sign_in("amara", password_of("amara"))), 0);

  const auto late =
      service::make_account(*desk_, access::keeper_of_the_file(), {"bruno", "Bruno", {}, {Role::court}}).value();
  pass(24 * 3600);
  EXPECT_EQ(refused(sign_in("bruno", late.password)), access::sign_in_refused.number);
}

TEST_F(AccessTest, who_is_not_signed_in_has_no_account_of_their_own_to_change) {
  const int nobody = access::not_signed_in.number;
  EXPECT_EQ(refused(visits_->visitor_of({})), nobody);
  for (const char* session : {"", "no such session"}) {
    EXPECT_EQ(refused(service::change_password(*desk_, session, "a", "b")), nobody);
    EXPECT_EQ(refused(service::enrol_second_factor(*desk_, session)), nobody);
    EXPECT_EQ(refused(service::confirm_second_factor(*desk_, session, "123456")), nobody);
    EXPECT_EQ(refused(service::step_up(*desk_, session, "123456")), nobody);
  }
  account("amara", {Role::court});
  const std::string session = session_of("amara");
  pass(access::kIdleSeconds);
  EXPECT_EQ(refused(service::step_up(*desk_, session, "123456")), nobody);
}

TEST_F(AccessTest, a_write_carries_the_value_of_its_session) {
  account("amara", {Role::court});
  const auto signed_in = sign_in("amara", password_of("amara")).value();
  const auto found = visit(signed_in.session).value();
  EXPECT_EQ(refused(service::check_csrf(found, signed_in.csrf)), 0);
  EXPECT_EQ(refused(service::check_csrf(found, "")), access::csrf_refused.number);
  EXPECT_EQ(refused(service::check_csrf(found, session_of("amara"))), access::csrf_refused.number);
}

TEST_F(AccessTest, no_secret_stands_in_the_file) {
  account("amara", {Role::investigator});
  const auto signed_in = sign_in("amara", password_of("amara")).value();
  std::vector<std::string> recovery;
  second_factor(signed_in.session, &recovery);
  const auto token = service::give_token(*desk_, access::keeper_of_the_file(), "amara",
                                         {"system", {access::Right::read_marks}, clock_.moment.day()})
                         .value();
  open(storage::OpenMode::write);
  file_.reset();
  std::stringstream bytes;
  bytes << std::ifstream(path_, std::ios::binary).rdbuf();
  for (const std::string& secret : {signed_in.session, password_of("amara"), recovery[0], token.token})
    EXPECT_EQ(bytes.str().find(secret), std::string::npos);
}

}  // namespace lotline
