#include "parties/registration.h"

#include <fmt/ranges.h>

#include "parties/refusals.h"

namespace lotline::parties {

namespace {

/// A person's code: P- and 16 hexadecimal digits, so that it tells nothing of the person.
bool made_at_random(std::string_view code) {
  return code.size() == 18 && code.starts_with("P-") &&
         code.substr(2).find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

Result<PartyRegistered> decide_party(const Directory& directory, PartyRegistered party) {
  if (party.code.empty()) return refuse(missing_value, "code");
  if (directory.parties.first_by("code", party.code)) return refuse(party_exists, "{}", party.code);
  if (party.kind == PartyKind::person && !party.name.empty()) return refuse(personal_in_record, "{}", party.code);
  if (party.kind == PartyKind::person && !made_at_random(party.code)) return refuse(person_code, "{}", party.code);
  if (party.kind != PartyKind::person && party.name.empty()) return refuse(missing_value, "name of {}", party.code);
  if (party.kind != PartyKind::person && !party.personal.empty()) return refuse(personal_in_record, "{}", party.code);
  if (party.kind != PartyKind::manufacturer && !party.headstamp_codes.empty())
    return refuse(not_a_maker, "{} is a {}", party.code, word(party.kind));
  if (party.country.empty()) return refuse(missing_value, "country of {}", party.code);
  const bool numbered = !party.pgln.empty();
  if (numbered && directory.parties.first_by("pgln", party.pgln)) return refuse(pgln_taken, "{}", party.pgln);
  return party;
}

void apply(const PartyRegistered& record, RecordNumber number, Directory& directory) {
  directory.parties.put({PartyId{number}, record.code, record.kind, record.name, record.country, record.parent,
                         fmt::format("{}", fmt::join(record.headstamp_codes, ";")), record.pgln});
  for (const auto& code : record.headstamp_codes) directory.maker_codes.put({maker_code_key(code), PartyId{number}});
}

Result<PlaceRegistered> decide_place(const Directory& directory, PlaceRegistered place) {
  if (directory.places.find(make_key(place.gln))) return refuse(place_exists, "{}", place.gln);
  return place;
}

void apply(const PlaceRegistered& record, RecordNumber number, Directory& directory) {
  directory.places.put({record.gln, record.party, record.place, number});
}

std::string maker_code_key(std::string_view code) {
  std::string key;
  for (const char c : to_upper_ascii(code))
    if (c != ' ' && c != '.' && c != '-' && c != '_') key.push_back(c);
  return key;
}

}  // namespace lotline::parties
