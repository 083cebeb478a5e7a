#include "answers/account_json.h"

#include "answers/answer.h"

namespace lotline::answers {

namespace {

template <class Words>
void write_words(JsonWriter& json, std::string_view name, const Words& words) {
  json.key(name).begin_array();
  for (const auto& text : words) json.value(text);
  json.end_array();
}

std::vector<std::string_view> words_of_roles(const std::vector<access::Role>& roles) {
  std::vector<std::string_view> words;
  for (const access::Role role : roles) words.push_back(word(role));
  return words;
}

void write_account(JsonWriter& json, const service::AccountCard& card, const CodeOf& code_of) {
  const access::AccountRow& row = card.row;
  json.member("name", row.name).member("display_name", row.display_name);
  json.member("organisation", code_of(row.organisation));
  write_words(json, "roles", split(row.roles, ';'));
  json.member("second_factor", card.second_factor).member("must_change_password", row.must_change_password);
  json.member("disabled", row.disabled).member("sessions", card.sessions);
  json.member("made", to_text(row.made)).member("version", row.version);
}

void write_token(JsonWriter& json, const access::TokenRow& row, const std::string& account) {
  json.member("number", row.number).member("name", row.name).member("account", account);
  write_words(json, "rights", split(row.rights, ';'));
  json.member("made", to_text(row.made)).member("ends", to_text(row.ends)).member("withdrawn", row.withdrawn);
}

void write_next(JsonWriter& json, std::int64_t next) {
  json.member("next", next > 0 ? std::to_string(next) : std::string{});
}

}  // namespace

std::string account_as_json(const service::AccountCard& card, const CodeOf& code_of, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  write_account(json, card, code_of);
  json.end_object();
  return json.take();
}

std::string accounts_as_json(const std::vector<service::AccountCard>& cards, std::int64_t next, const CodeOf& code_of,
                             bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.key("items").begin_array();
  for (const auto& card : cards) {
    json.begin_object();
    write_account(json, card, code_of);
    json.end_object();
  }
  json.end_array();
  write_next(json, next);
  json.end_object();
  return json.take();
}

std::string given_password_as_json(const service::GivenPassword& given, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.member("name", given.name).member("password", given.password).member("until", to_text(given.until)).end_object();
  return json.take();
}

std::string given_token_as_json(const service::GivenToken& given, const std::string& account, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  write_token(json, given.row, account);
  json.member("token", given.token).end_object();
  return json.take();
}

std::string token_as_json(const service::TokenCard& card, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  write_token(json, card.row, card.account);
  json.member("lives", card.lives).end_object();
  return json.take();
}

std::string tokens_as_json(const std::vector<service::TokenCard>& cards, std::int64_t next, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.key("items").begin_array();
  for (const auto& card : cards) {
    json.begin_object();
    write_token(json, card.row, card.account);
    json.member("lives", card.lives).end_object();
  }
  json.end_array();
  write_next(json, next);
  json.end_object();
  return json.take();
}

std::string access_log_as_json(const std::vector<service::LoggedEntry>& entries, RecordNumber next,
                               const CodeOf& code_of, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.key("items").begin_array();
  for (const auto& [number, entry, leaf_hash] : entries) {
    json.begin_object().member("number", number).member("at", to_text(entry.at)).member("who", entry.who);
    json.member("organisation", code_of(entry.organisation)).member("what", entry.what).member("object", entry.object);
    json.member("case", entry.case_number).member("change", entry.change).member("refused", entry.refused);
    json.member("lots", entry.lots).member("holders", entry.holders).member("request", entry.request);
    json.member("leaf_hash", leaf_hash).end_object();
  }
  json.end_array();
  write_next(json, next);
  json.end_object();
  return json.take();
}

std::string session_as_json(const service::Visit* visit, const CodeOf& code_of, bool simulated) {
  static const service::Visit nobody{};
  const service::Visit& shown = visit != nullptr ? *visit : nobody;
  JsonWriter json = begin_answer(simulated);
  json.member("signed_in", visit != nullptr).member("name", shown.visitor.name);
  json.member("display_name", shown.display_name).member("organisation", code_of(shown.visitor.organisation));
  write_words(json, "roles", words_of_roles(shown.roles));
  write_words(json, "rights", access::words_of(shown.visitor.rights));
  json.member("csrf", shown.csrf).member("stepped_up", shown.visitor.stepped_up);
  json.member("must_change_password", shown.must_change_password);
  json.member("second_factor", shown.second_factor).end_object();
  return json.take();
}

std::string enrolment_as_json(const service::Enrolment& enrolment, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  json.member("secret", enrolment.secret).member("uri", enrolment.uri).end_object();
  return json.take();
}

std::string recovery_codes_as_json(const std::vector<std::string>& codes, bool simulated) {
  JsonWriter json = begin_answer(simulated);
  write_words(json, "recovery_codes", codes);
  json.end_object();
  return json.take();
}

}  // namespace lotline::answers
