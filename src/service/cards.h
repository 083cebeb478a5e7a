#pragma once
// Cards: everything on record about one lot, holder, package or record, names resolved, each line with its record
// numbers. `as_of` shows only what had happened by a day, `as_known_on` only what had been recorded by it; a card of
// what was not on record by then is refused.
//
// A visitor who does not see everything gets cards of its organisation's own, with what is others' left out
// (visible.h), and is refused the rest in the same words as what does not exist.

#include <optional>
#include <string>
#include <vector>

#include "service/lot_parts.h"
#include "service/observations.h"
#include "service/reference.h"
#include "service/trace_find.h"

namespace lotline::service {

/// The days a card is asked for.
struct AsOf {
  std::optional<Day> happened_by;
  std::optional<Day> known_on;
};

/// Rounds of a lot with one possessor, in one standing, at one place.
struct Holding {
  tracing::LotRef lot;
  tracing::PartyRef party;
  std::string place;  ///< place, "dispatch 12" or "exhibit 34"
  std::string standing;
  Rounds rounds;
  Rounds packaged;  ///< as of now; 0 on a card of another day, as the next
  Rounds reserved;
};

/// Whether one of the paper's four duties (para 40) can be shown for the lot, and by what.
struct Duty {
  std::string duty;  ///< seizure, information, transfer_authorization, security
  bool shown = false;
  std::string words;
  std::vector<RecordNumber> records;
};

struct LotCard {
  tracing::LotRef lot;
  std::string product;
  std::string calibre;
  std::string item;
  std::string unit;
  std::string made_on;
  std::string channel;
  std::string kind;  ///< registered, child or loose
  std::string origin;
  std::string headstamp;
  std::string cartridge_marks;
  std::string package_marks;
  std::string marked;  ///< how, when and by whom the cartridges were marked; empty when not recorded
  std::string parent;  ///< number of the lot it came from
  std::vector<std::pair<std::string, Rounds>> balance;  ///< by standing, sources first; adds up to nothing left over
  std::vector<Holding> holdings;
  std::vector<tracing::SupplyStep> line_of_supply;
  std::vector<std::string> packages;
  std::vector<std::string> conditions;    ///< inspections, newest last
  std::vector<Observation> observations;  ///< events of documents that name it and moved nothing
  std::vector<RecordNumber> exhibits;
  std::vector<Duty> duties;
  int traceability = 0;  ///< 0-100 (R53)
  std::string traceability_level;
  std::vector<std::string> traceability_reasons;
  std::vector<std::string> late;  ///< accounts a late record made negative in the order of happening
  bool whole = true;              ///< false: what is others' is left out, and so is what is said of the whole lot
  LotParts parts;                 ///< what was asked for; the rest was not looked at
};

/// A value of a natural person that is kept beside the log: name, address or number.
struct PersonalValue {
  std::string field;
  std::string value;
};

struct HolderCard {
  tracing::PartyRef party;
  std::string kind;
  std::string parent;
  std::vector<std::string> units;
  std::vector<Holding> holdings;  ///< of it and not of its units; rounds above 0
  std::vector<std::string> licences;
  std::vector<std::string> open_investigations;
  std::vector<PersonalValue> personal;  ///< of a person, unless erased
};

struct PackageCard {
  std::string code;
  std::string level;
  bool sealed = true;
  std::string parent;
  std::vector<std::string> contains;
  std::vector<Holding> contents;  ///< of it and all inside
  tracing::PartyRef party;
  std::string place;
  std::string marks;
  std::vector<tracing::SupplyStep> line_of_supply;  ///< movements that named it
  std::vector<Observation> observations;            ///< events of documents that name it and moved nothing
  RecordNumber record = 0;
  bool whole = true;  ///< false: what is others' is left out
};

struct EntryCard {
  RecordNumber number = 0;
  std::string kind;
  std::string actor;
  tracing::PartyRef acting_for;
  std::string recorded_at;
  std::string happened_on;
  std::string basis;
  std::string tables;
  std::string body;  ///< canonical JSON
  std::string salt;  ///< hexadecimal
  std::string leaf_hash;
  std::vector<tracing::SupplyStep> postings;
  std::vector<RecordNumber> corrected_by;
  std::string approval;       ///< of a licence: not_needed, awaited, approved or refused; else empty
  RecordNumber decision = 0;  ///< the record that approved or refused it; 0 while there is none
};

Result<LotCard> lot_card(Register& store, const Reference& reference, const std::string& maker,
                         const std::string& number, const std::string& product, const AsOf& as_of,
                         const LotParts& parts = {});
Result<HolderCard> holder_card(Register& store, const Reference& reference, const std::string& party,
                               const AsOf& as_of);
/// Refuses a day before the package was packed.
Result<PackageCard> package_card(Register& store, const Reference& reference, const std::string& code,
                                 const AsOf& as_of);
/// Of `as_of` only `known_on` counts: what a record says does not change. Refuses a record that is withheld while an
/// examiner examines blind (sealed.h). Shown to one who may read any record, to the organisation it was entered for,
/// and to one who traces for a case: every statement of a trace leads to its records. Records of licences are shown to
/// whoever prepares or approves them as well.
Result<EntryCard> entry_card(Register& store, const Reference& reference, RecordNumber number, const AsOf& as_of);

}  // namespace lotline::service
