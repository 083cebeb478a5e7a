#pragma once
// Registering a party, and erasing a person's values.

#include "parties/party.h"

namespace lotline::parties {

/// A salted hash of one personal value: SHA-256(salt || value), hexadecimal.
struct PersonalHash {
  std::string field;
  std::string hash;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("field", self.field);
    visit("hash", self.hash);
  }
};

struct PartyRegistered {
  static constexpr std::string_view kind_name = "party";

  std::string code;
  std::string country;
  std::vector<std::string> headstamp_codes;
  PartyKind kind{};
  std::string name;
  PartyId parent;
  std::vector<PersonalHash> personal;
  std::string pgln;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("code", self.code);
    visit("country", self.country);
    visit("headstamp_codes", self.headstamp_codes);
    visit("kind", self.kind);
    visit("name", self.name);
    visit("parent", self.parent);
    visit("personal", self.personal);
    visit("pgln", self.pgln);
  }
};

struct PersonalErased {
  static constexpr std::string_view kind_name = "personal_erased";

  PartyId party;
  std::string reason;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("party", self.party);
    visit("reason", self.reason);
  }
};

Result<PartyRegistered> decide_party(const Directory& directory, PartyRegistered party);
void apply(const PartyRegistered& record, RecordNumber number, Directory& directory);

/// Refuses a location number that names a place already.
Result<PlaceRegistered> decide_place(const Directory& directory, PlaceRegistered place);
void apply(const PlaceRegistered& record, RecordNumber number, Directory& directory);

/// The folded form under which a stamped code is looked up: upper case, without separators; glyphs are kept.
std::string maker_code_key(std::string_view code);

}  // namespace lotline::parties
