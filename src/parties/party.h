#pragma once
// Who may hold ammunition or act on it: makers, dealers, forces and their units, courts, laboratories, people.
//
// A natural person's name, address and own number never stand in a record: the record holds their salted hashes and a
// random code, the values stand in a side table (personal.h).

#include <array>
#include <string>
#include <vector>

#include "base/table.h"
#include "parties/place.h"

namespace lotline::parties {

enum class PartyKind {
  manufacturer,
  importer,
  dealer,
  force,
  unit,
  authority,
  court,
  laboratory,
  carrier,
  club,
  company,
  person
};

struct PartyRow {
  static constexpr std::string_view table = "parties";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 3> indexes{"code", "parent", "pgln"};

  PartyId id;
  std::string code;  ///< short, unique; what files and commands call the party; random for a person
  PartyKind kind{};
  std::string name;             ///< empty for a person
  std::string country;          ///< ISO 3166 alpha-2
  PartyId parent;               ///< the organisation a unit or branch belongs to
  std::string headstamp_codes;  ///< of a manufacturer: what it stamps on its cases, separated by ';'
  std::string pgln;             ///< GS1 number of the party, 13 digits; empty when it has none

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id);
    visit("code", self.code);
    visit("kind", self.kind);
    visit("name", self.name);
    visit("country", self.country);
    visit("parent", self.parent);
    visit("headstamp_codes", self.headstamp_codes);
    visit("pgln", self.pgln);
  }
};

/// A code stamped by a manufacturer, folded for comparison, so that a headstamp finds its makers.
struct MakerCodeRow {
  static constexpr std::string_view table = "maker_codes";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 0> indexes{};

  std::string code;
  PartyId maker;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("code", self.code);
    visit("maker", self.maker);
  }
};

/// What parties knows: its tables.
struct Directory {
  Table<PartyRow>& parties;
  Table<MakerCodeRow>& maker_codes;
  Table<PlaceRow>& places;
};

/// The organisation at the top of a party's chain of parents (the party itself when it has none).
PartyId organisation_of(const Directory& directory, PartyId party);
/// Whether the party is the organisation or one of its units, at any depth.
bool belongs_to(const Directory& directory, PartyId party, PartyId organisation);

}  // namespace lotline::parties

namespace lotline {
template <>
struct Words<parties::PartyKind> {
  using K = parties::PartyKind;
  static constexpr std::array<Word<K>, 12> all{{{K::manufacturer, "manufacturer"},
                                                {K::importer, "importer"},
                                                {K::dealer, "dealer"},
                                                {K::force, "force"},
                                                {K::unit, "unit"},
                                                {K::authority, "authority"},
                                                {K::court, "court"},
                                                {K::laboratory, "laboratory"},
                                                {K::carrier, "carrier"},
                                                {K::club, "club"},
                                                {K::company, "company"},
                                                {K::person, "person"}}};
};
}  // namespace lotline
