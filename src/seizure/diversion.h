#pragma once
// Where ammunition left lawful hands, in the words of the diversion tables (paras 23, 24, 35); and mass losses known
// only in tonnes (para 57), which are incidents, not entries.

#include <array>
#include <string>

#include "base/table.h"

namespace lotline::seizure {

struct DiversionRow {
  static constexpr std::string_view table = "diversions";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 1> indexes{"lot"};

  RecordNumber number = 0;
  RecordNumber link = 0;  ///< the movement where it occurred; 0 when only known to lie between two parties
  LotId lot;              ///< of that movement, or as far as it is known
  PartyId between_from;
  PartyId between_to;
  Day happened_first;
  Day happened_last;
  std::string stage;     ///< word of `diversion_stage`
  std::string modality;  ///< code of `diversion_modality`
  std::string stock;     ///< national_stockpile or private
  std::string report;    ///< number of the report

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("number", self.number);
    visit("link", self.link);
    visit("lot", self.lot);
    visit("between_from", self.between_from);
    visit("between_to", self.between_to);
    visit("happened_first", self.happened_first);
    visit("happened_last", self.happened_last);
    visit("stage", self.stage);
    visit("modality", self.modality);
    visit("stock", self.stock);
    visit("report", self.report);
  }
};

struct IncidentRow {
  static constexpr std::string_view table = "incidents";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 0> indexes{};

  RecordNumber number = 0;
  Day happened_first;
  Day happened_last;
  std::string country;
  std::string place;
  std::string kind;  ///< theft, loss, explosion, ...: free word
  PartyId holder;
  std::int64_t mass_kg = 0;
  Rounds rounds;     ///< counted; 0 when not known
  Rounds estimated;  ///< worked out from the mass, never mixed with counted rounds
  std::string estimate_basis;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("number", self.number);
    visit("happened_first", self.happened_first);
    visit("happened_last", self.happened_last);
    visit("country", self.country);
    visit("place", self.place);
    visit("kind", self.kind);
    visit("holder", self.holder);
    visit("mass_kg", self.mass_kg);
    visit("rounds", self.rounds);
    visit("estimated", self.estimated);
    visit("estimate_basis", self.estimate_basis);
  }
};

struct DiversionRecorded {
  static constexpr std::string_view kind_name = "diversion";

  PartyId between_from;
  PartyId between_to;
  RecordNumber link = 0;
  LotId lot;
  std::string modality;
  std::string note;
  std::string report;
  std::string stage;
  std::string stock;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("between_from", self.between_from);
    visit("between_to", self.between_to);
    visit("link", self.link);
    visit("lot", self.lot);
    visit("modality", self.modality);
    visit("note", self.note);
    visit("report", self.report);
    visit("stage", self.stage);
    visit("stock", self.stock);
  }
};

struct IncidentRecorded {
  static constexpr std::string_view kind_name = "incident";

  std::string country;
  std::string estimate_basis;
  Rounds estimated;
  PartyId holder;
  std::string kind;
  std::int64_t mass_kg = 0;
  std::string note;
  std::string place;
  Rounds rounds;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("country", self.country);
    visit("estimate_basis", self.estimate_basis);
    visit("estimated", self.estimated);
    visit("holder", self.holder);
    visit("kind", self.kind);
    visit("mass_kg", self.mass_kg);
    visit("note", self.note);
    visit("place", self.place);
    visit("rounds", self.rounds);
  }
};

struct Diversions {
  Table<DiversionRow>& diversions;
  Table<IncidentRow>& incidents;
};

Result<DiversionRecorded> decide_diversion(DiversionRecorded diversion);
Result<IncidentRecorded> decide_incident(IncidentRecorded incident);
void apply(const DiversionRecorded& record, RecordNumber number, const When& happened, Diversions& diversions);
void apply(const IncidentRecorded& record, RecordNumber number, const When& happened, Diversions& diversions);

}  // namespace lotline::seizure
