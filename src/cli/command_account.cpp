// account: people who sign in to the service, and tokens of machines.

#include <fmt/format.h>

#include "answers/account_json.h"
#include "cli/access_desk.h"
#include "cli/commands.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "service/lookup.h"

namespace lotline::cli {

namespace {

using storage::OpenMode;

constexpr std::size_t kAll = 1'000'000;

struct AccountWords {
  std::string name;
  std::string person;
  std::string organisation;
  std::vector<std::string> roles;
  bool second_factor = false;
};

struct TokenWords {
  std::string account;
  std::string name;
  std::vector<std::string> rights;
  std::string ends;
  std::string number;
};

Result<std::vector<access::Role>> roles_of(const std::vector<std::string>& words) {
  std::vector<access::Role> roles;
  for (const std::string& text : words) roles.push_back(TRY(of_field("role", parse_word<access::Role>(text, "role"))));
  return roles;
}

Result<PartyId> organisation_of(const OpenAccess& open, const Session& session, const std::string& code) {
  if (code.empty()) return PartyId{};
  return of_field("organisation", service::Lookup(*open.store, session.today()).party(code));
}

answers::CodeOf codes_of(const OpenAccess& open) {
  return [&open](PartyId party) { return open.code_of(party); };
}

int print_given(const Session& session, const service::GivenPassword& given) {
  if (session.json) {
    print_json(answers::given_password_as_json(given, session.simulated()));
    return kDone;
  }
  fmt::print("{} signs in with this password until {}, and then sets one of their own:\n\n    {}\n\n", given.name,
             to_text(given.until), given.password);
  fmt::print("It is shown this once.\n");
  return kDone;
}

int print_account(const Session& session, const OpenAccess& open, const service::AccountCard& card) {
  if (session.json) {
    print_json(answers::account_as_json(card, codes_of(open), session.simulated()));
    return kDone;
  }
  const access::AccountRow& row = card.row;
  fmt::print("{}  {}{}\n", bold(row.name), row.display_name, row.disabled ? "  (disabled)" : "");
  if (row.organisation) fmt::print("  organisation   {}\n", open.code_of(row.organisation));
  fmt::print("  roles          {}\n  second factor  {}\n  sessions       {}\n", row.roles,
             card.second_factor ? "yes" : "no", card.sessions);
  return kDone;
}

Result<int> add(Session& session, const AccountWords& words) {
  const OpenAccess open = TRY(open_access(session, OpenMode::write));
  const access::AccountOrder order{words.name, words.person, TRY(organisation_of(open, session, words.organisation)),
                                   TRY(roles_of(words.roles))};
  return print_given(session, TRY(service::make_account(*open.desk, open.visitor, order)));
}

Result<int> change(Session& session, const AccountWords& words) {
  const OpenAccess open = TRY(open_access(session, OpenMode::write));
  access::AccountChange change;
  if (!words.person.empty()) change.display_name = words.person;
  if (!words.organisation.empty()) change.organisation = TRY(organisation_of(open, session, words.organisation));
  if (!words.roles.empty()) change.roles = TRY(roles_of(words.roles));
  TRY(service::change_account(*open.desk, open.visitor, words.name, change));
  return print_account(session, open, TRY(service::account_card(*open.desk, open.visitor, words.name)));
}

Result<int> disable(Session& session, const std::string& name, bool disabled) {
  const OpenAccess open = TRY(open_access(session, OpenMode::write));
  access::AccountChange change;
  change.disabled = disabled;
  TRY(service::change_account(*open.desk, open.visitor, name, change));
  return print_account(session, open, TRY(service::account_card(*open.desk, open.visitor, name)));
}

Result<int> reset(Session& session, const AccountWords& words) {
  const OpenAccess open = TRY(open_access(session, OpenMode::write));
  return print_given(session, TRY(service::reset_account(*open.desk, open.visitor, words.name, words.second_factor)));
}

Result<int> list(Session& session) {
  const OpenAccess open = TRY(open_access(session, OpenMode::read_only));
  const auto cards = TRY(service::list_accounts(*open.desk, open.visitor, 0, kAll));
  if (session.json) {
    print_json(answers::accounts_as_json(cards, 0, codes_of(open), session.simulated()));
    return kDone;
  }
  TextTable table({"name", "person", "organisation", "roles", "second factor", ">sessions", "disabled"});
  for (const auto& card : cards)
    table.add({card.row.name, card.row.display_name, open.code_of(card.row.organisation), card.row.roles,
               card.second_factor ? "yes" : "no", std::to_string(card.sessions), card.row.disabled ? "disabled" : ""});
  fmt::print("{}", table.empty() ? "There are no accounts.\n" : table.text(terminal_width(stdout)));
  return kDone;
}

Result<int> give_token(Session& session, const TokenWords& words) {
  const OpenAccess open = TRY(open_access(session, OpenMode::write));
  access::TokenOrder order{words.name, {}, TRY(of_field("ends", parse_day(words.ends)))};
  for (const std::string& text : words.rights)
    order.rights.push_back(TRY(of_field("right", parse_word<access::Right>(text, "right"))));
  const auto given = TRY(service::give_token(*open.desk, open.visitor, words.account, order));
  if (session.json) {
    print_json(answers::given_token_as_json(given, words.account, session.simulated()));
    return kDone;
  }
  fmt::print("Token {} of {} for {} is good until {} ({}):\n\n    {}\n\nIt is shown this once.\n", given.row.number,
             words.account, given.row.name, to_text(given.row.ends), given.row.rights, given.token);
  return kDone;
}

Result<int> tokens(Session& session) {
  const OpenAccess open = TRY(open_access(session, OpenMode::read_only));
  const auto cards = TRY(service::list_tokens(*open.desk, open.visitor, 0, kAll));
  if (session.json) {
    print_json(answers::tokens_as_json(cards, 0, session.simulated()));
    return kDone;
  }
  TextTable table({">number", "name", "account", "rights", "ends", ""});
  for (const auto& card : cards)
    table.add({std::to_string(card.row.number), card.row.name, card.account, card.row.rights, to_text(card.row.ends),
               card.row.withdrawn ? "withdrawn"
               : card.lives       ? ""
                                  : "ended"});
  fmt::print("{}", table.empty() ? "There are no tokens.\n" : table.text(terminal_width(stdout)));
  return kDone;
}

Result<int> withdraw(Session& session, const std::string& number) {
  const OpenAccess open = TRY(open_access(session, OpenMode::write));
  const auto row = TRY(service::withdraw_token(*open.desk, open.visitor, TRY(service::Lookup::number(number))));
  if (session.json) {
    print_json(answers::token_as_json({row, "", false}, session.simulated()));
    return kDone;
  }
  fmt::print("Token {} for {} is withdrawn.\n", row.number, row.name);
  return kDone;
}

/// A command of the group: `act` does it.
Command made(Session& session, Command command, std::function<Result<int>()> act) {
  command.options.push_back(register_option(session));
  command.run = [&session, act = std::move(act)] {
    const auto code = act();
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

Option name_word(AccountWords& words) { return {"NAME", "sign-in name", &words.name, nullptr, nullptr, true}; }
Option role_option(AccountWords& words, bool required) {
  return {"--role",
          "a role (may be given several times): registry_officer, licensing_officer, licensing_approver, "
          "stock_keeper, trader, customs, investigator, examiner, court, auditor or administrator",
          nullptr,
          &words.roles,
          nullptr,
          required};
}

Command add_command(Session& session) {
  auto words = std::make_shared<AccountWords>();
  return made(session,
              {"add",
               "makes an account and shows its one-time password, which is good for a day",
               "lotline account add amara.diallo --person \"Amara Diallo\" --role registry_officer --register "
               "state.lotline",
               {name_word(*words),
                {"--person", "name of the person", &words->person, nullptr, nullptr, true},
                role_option(*words, true),
                {"--organisation", "code of the party the account acts for; none for the State's own office",
                 &words->organisation, nullptr, nullptr}},
               {},
               {}},
              [&session, words] { return add(session, *words); });
}

Command change_command(Session& session) {
  auto words = std::make_shared<AccountWords>();
  return made(session,
              {"change",
               "changes the person's name, roles or organisation of an account; other rights end its sessions",
               "lotline account change amara.diallo --role auditor --register state.lotline",
               {name_word(*words),
                {"--person", "name of the person", &words->person, nullptr, nullptr},
                role_option(*words, false),
                {"--organisation", "code of the party the account acts for", &words->organisation, nullptr, nullptr}},
               {},
               {}},
              [&session, words] { return change(session, *words); });
}

Command disable_command(Session& session) {
  auto words = std::make_shared<AccountWords>();
  return made(session,
              {"disable",
               "ends an account's sessions and lets it sign in no more",
               "lotline account disable amara.diallo --register state.lotline",
               {name_word(*words)},
               {},
               {}},
              [&session, words] { return disable(session, words->name, true); });
}

Command enable_command(Session& session) {
  auto words = std::make_shared<AccountWords>();
  return made(session,
              {"enable",
               "lets a disabled account sign in again",
               "lotline account enable amara.diallo --register state.lotline",
               {name_word(*words)},
               {},
               {}},
              [&session, words] { return disable(session, words->name, false); });
}

Command reset_command(Session& session) {
  auto words = std::make_shared<AccountWords>();
  return made(session,
              {"reset",
               "a new one-time password in place of a lost one; ends the account's sessions and tokens",
               "lotline account reset amara.diallo --register state.lotline",
               {name_word(*words),
                {"--second-factor", "takes the second factor away as well", nullptr, nullptr, &words->second_factor}},
               {},
               {}},
              [&session, words] { return reset(session, *words); });
}

Command list_command(Session& session) {
  return made(session, {"list", "every account", "lotline account list --register state.lotline", {}, {}, {}},
              [&session] { return list(session); });
}

Command token_command(Session& session) {
  auto words = std::make_shared<TokenWords>();
  return made(session,
              {"token",
               "gives a machine a token with some of an account's rights, and shows it",
               "lotline account token till.dealer1 --name \"till 7\" --right record_trade --ends 2026-12-31 --register "
               "state.lotline",
               {{"ACCOUNT", "sign-in name of the account whose it is", &words->account, nullptr, nullptr, true},
                {"--name", "of the machine or program that uses it", &words->name, nullptr, nullptr, true},
                {"--right", "a right (may be given several times), as read_own, record_stock or record_trade", nullptr,
                 &words->rights, nullptr, true},
                {"--ends", "its last day, within a year", &words->ends, nullptr, nullptr, true}},
               {},
               {}},
              [&session, words] { return give_token(session, *words); });
}

Command tokens_command(Session& session) {
  return made(session, {"tokens", "every token", "lotline account tokens --register state.lotline", {}, {}, {}},
              [&session] { return tokens(session); });
}

Command withdraw_token_command(Session& session) {
  auto words = std::make_shared<TokenWords>();
  return made(session,
              {"withdraw-token",
               "ends a token at once",
               "lotline account withdraw-token 3 --register state.lotline",
               {{"NUMBER", "number of the token", &words->number, nullptr, nullptr, true}},
               {},
               {}},
              [&session, words] { return withdraw(session, words->number); });
}

}  // namespace

Command account_command(Session& session) {
  return {"account",
          "who may sign in to the service, with which roles; tokens of machines",
          "lotline account list --register state.lotline",
          {},
          {},
          {add_command(session), list_command(session), change_command(session), disable_command(session),
           enable_command(session), reset_command(session), token_command(session), tokens_command(session),
           withdraw_token_command(session)}};
}

}  // namespace lotline::cli
