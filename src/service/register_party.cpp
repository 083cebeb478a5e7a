#include "parties/registration.h"
#include "proof/sha256.h"
#include "service/acts.h"
#include "service/catalogue_words.h"
#include "service/gs1_field.h"

namespace lotline::service {

namespace {

using parties::PartyKind;
using parties::PartyRegistered;

const Form kForm{
    "parties",
    "makers, dealers, forces and their units, courts, laboratories, people",
    {{"code", "short unique code; a person's is made at random, and given only where another register made it",
      "MAKER-1"},
     {"kind",
      "manufacturer, importer, dealer, force, unit, authority, court, laboratory, carrier, club, "
      "company or person",
      "manufacturer", true},
     {"name", "name; of a person it is kept apart from the log", "Demonstration Cartridge Works"},
     {"country", "ISO 3166 alpha-2", "BR", true},
     {"parent", "code of the organisation it belongs to", ""},
     {"pgln", "GS1 number of the party, 13 digits", "9521234000013"},
     {"headstamp_codes", "what a manufacturer stamps on its cases, separated by ;", "CBC"},
     {"number", "a person's own number, kept apart from the log", ""},
     {"address", "a person's address, kept apart from the log", ""},
     {"on", "day of registration; today when empty", ""},
     {"basis", "document it rests on", "Demonstration register of makers, entry 1"}},
    {{{"code", "POLICE-1"}, {"kind", "force"}, {"name", "Demonstration Police"}, {"pgln", ""}, {"headstamp_codes", ""}},
     {{"code", "LAB-1"},
      {"kind", "laboratory"},
      {"name", "Demonstration Laboratory"},
      {"pgln", ""},
      {"headstamp_codes", ""}}}};

/// Puts a person's values beside the log and their salted hashes into the record.
void keep_personal(Desk& desk, const Values& values, PartyRegistered& party, RecordNumber number) {
  for (const std::string_view field : {"address", "name", "number"}) {
    if (!values.has(field)) continue;
    const std::string salt = proof::to_hex(desk.salts.next());
    const std::string hash = proof::to_hex(proof::sha256(salt + values.text(field)));
    party.personal.push_back({std::string{field}, hash});
    desk.store.state().personal.put({PartyId{number}, std::string{field}, salt, values.text(field)});
  }
}

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  PartyRegistered party;
  party.kind = TRY(values.word<PartyKind>("kind"));
  party.country = TRY(of_field("country", country_code(desk.catalogue, values.text("country"))));
  party.headstamp_codes = values.list("headstamp_codes");
  party.pgln = TRY(gln_field(values, "pgln"));
  party.parent = TRY(desk.lookup.party_or_none(values, "parent"));
  const bool person = party.kind == PartyKind::person;
  const bool at_random = person && !values.has("code");
  party.code = at_random ? "P-" + proof::to_hex(desk.salts.next()).substr(0, 16) : values.text("code");
  if (!person) party.name = values.text("name");
  const RecordNumber number = desk.store.next_number();
  if (person || values.has("number") || values.has("address")) keep_personal(desk, values, party, number);
  party = TRY(parties::decide_party(desk.store.state().parties, std::move(party)));
  return enter(desk, circumstance, std::move(party));
}

}  // namespace

ActKind register_party() { return {kForm, record, true}; }

}  // namespace lotline::service
