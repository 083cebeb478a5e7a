#pragma once
// What was seized or recovered, as exhibits: live rounds move in the ledger, fired cases and bullets are counted
// objects with marks. Every one opens a trace or says why not (para 71).

#include <array>
#include <string>
#include <vector>

#include "custody/lot.h"
#include "marking/marks_read.h"

namespace lotline::seizure {

enum class ExhibitKind { live_round, fired_case, bullet, component };

struct ExhibitRow {
  static constexpr std::string_view table = "exhibits";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 3> indexes{"case_number", "lot", "calibre"};

  ExhibitId id;
  std::string case_number;
  int line = 0;  ///< within the case, from 1
  ExhibitKind kind{};
  LotId lot;  ///< when its lot is known; none otherwise
  Rounds count;
  Day found_first;
  Day found_last;
  std::string country;
  std::string place;
  std::string circumstances;  ///< word of the vocabulary `recovery_circumstances`
  std::string incident;       ///< type of incident at a crime scene
  PartyId custodian;
  PartyId taken_from;        ///< recorded holder it was seized from; none when found
  custody::Origin origin{};  ///< factory, reloaded, ... as an examiner judged it
  std::string indicators;    ///< non-factory indicators seen, free words
  std::string calibre;       ///< as read, with the next eight
  std::string clock;
  std::string colours;
  std::string headstamp;
  std::string lot_mark;
  std::string microstamp;
  std::string package;
  std::string retailer_code;
  std::string year;
  std::string modality;  ///< word of `trafficking_modality`, how it was carried
  bool trace_opened = false;
  std::string no_trace_reason;
  std::string acquisition;        ///< word of `acquisition`: how whoever had it came by it; empty: not reported
  std::string indicator_classes;  ///< words of `non_factory_indicator`, separated by ';'; empty: not examined
  std::string item;     ///< what it is: blank, case, primer ...: word of custody::ItemClass; empty: not stated
  std::string marking;  ///< word of `marking_state`; empty: not reported

  [[nodiscard]] marking::MarksRead marks() const {
    return {calibre, clock, colours, headstamp, lot_mark, microstamp, package, retailer_code, year};
  }
  [[nodiscard]] When found_on() const { return {found_first, found_last}; }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id);
    visit("case_number", self.case_number);
    visit("line", self.line);
    visit("kind", self.kind);
    visit("lot", self.lot);
    visit("count", self.count);
    visit("found_first", self.found_first);
    visit("found_last", self.found_last);
    visit("country", self.country);
    visit("place", self.place);
    visit("circumstances", self.circumstances);
    visit("incident", self.incident);
    visit("custodian", self.custodian);
    visit("taken_from", self.taken_from);
    visit("origin", self.origin);
    visit("indicators", self.indicators);
    visit("calibre", self.calibre);
    visit("clock", self.clock);
    visit("colours", self.colours);
    visit("headstamp", self.headstamp);
    visit("lot_mark", self.lot_mark);
    visit("microstamp", self.microstamp);
    visit("package", self.package);
    visit("retailer_code", self.retailer_code);
    visit("year", self.year);
    visit("modality", self.modality);
    visit("trace_opened", self.trace_opened);
    visit("no_trace_reason", self.no_trace_reason);
    visit("acquisition", self.acquisition);
    visit("indicator_classes", self.indicator_classes);
    visit("item", self.item);
    visit("marking", self.marking);
  }
};

/// A case, with how many exhibits it has.
struct CaseRow {
  static constexpr std::string_view table = "cases";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 0> indexes{};

  std::string case_number;
  int exhibits = 0;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("case_number", self.case_number);
    visit("exhibits", self.exhibits);
  }
};

/// A firearm of the same case (co-seizure, para 32) or one an exhibit points at.
struct CoSeizureRow {
  static constexpr std::string_view table = "co_seizures";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 1> indexes{"firearm"};

  ExhibitId exhibit;
  FirearmId firearm;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("exhibit", self.exhibit);
    visit("firearm", self.firearm);
  }
};

/// Possible lots of an exhibit whose lot is unknown, with weights in millionths that add up to at most a million.
struct CandidateLotRow {
  static constexpr std::string_view table = "candidate_lots";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 1> indexes{"lot"};

  ExhibitId exhibit;
  LotId lot;
  std::int64_t weight_ppm = 0;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("exhibit", self.exhibit);
    visit("lot", self.lot);
    visit("weight_ppm", self.weight_ppm);
  }
};

struct Recovered {
  static constexpr std::string_view kind_name = "recovery";

  std::string case_number;
  std::string circumstances;
  Rounds count;
  std::string country;
  PartyId custodian;
  ExhibitKind kind{};
  std::vector<FirearmId> firearms;
  std::string incident;
  std::string indicators;
  LotId lot;
  marking::MarksRead marks;
  std::string modality;
  std::string no_trace_reason;
  custody::Origin origin{};
  std::string place;
  PartyId taken_from;
  bool trace_opened = false;
  std::string acquisition;
  std::vector<std::string> indicator_classes;
  std::string item;
  std::string marking;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("acquisition", self.acquisition);
    visit("case_number", self.case_number);
    visit("circumstances", self.circumstances);
    visit("count", self.count);
    visit("country", self.country);
    visit("custodian", self.custodian);
    visit("firearms", self.firearms);
    visit("incident", self.incident);
    visit("indicator_classes", self.indicator_classes);
    visit("indicators", self.indicators);
    visit("item", self.item);
    visit("kind", self.kind);
    visit("lot", self.lot);
    visit("marking", self.marking);
    visit("marks", self.marks);
    visit("modality", self.modality);
    visit("no_trace_reason", self.no_trace_reason);
    visit("origin", self.origin);
    visit("place", self.place);
    visit("taken_from", self.taken_from);
    visit("trace_opened", self.trace_opened);
  }
};

struct LotsWeighed {
  static constexpr std::string_view kind_name = "candidate_lots";

  struct Weight {
    LotId lot;
    std::int64_t weight_ppm = 0;

    template <class Self, class Visit>
    static void fields(Self& self, Visit& visit) {
      visit("lot", self.lot);
      visit("weight_ppm", self.weight_ppm);
    }
  };
  ExhibitId exhibit;
  std::vector<Weight> weights;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("exhibit", self.exhibit);
    visit("weights", self.weights);
  }
};

/// The exhibit's lot was decided; the movement that follows posts it.
struct LotIdentified {
  static constexpr std::string_view kind_name = "lot_identified";

  std::string basis;
  ExhibitId exhibit;
  LotId lot;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("basis", self.basis);
    visit("exhibit", self.exhibit);
    visit("lot", self.lot);
  }
};

struct Exhibits {
  Table<ExhibitRow>& exhibits;
  Table<CaseRow>& cases;
  Table<CoSeizureRow>& co_seizures;
  Table<CandidateLotRow>& candidates;
};

/// Refuses `none` beside classes that were seen (R37).
Result<void> check_indicators(const std::vector<std::string>& classes);
/// Refuses one without case number, custodian or circumstances, one with no mark, no lot and no word on its marking,
/// and one that neither opens a trace nor says why not (R107).
Result<Recovered> decide_recovery(Recovered recovery);
Result<LotsWeighed> decide_weights(const Exhibits& exhibits, LotsWeighed weighed);
Result<LotIdentified> decide_identity(const Exhibits& exhibits, LotIdentified identified);

void apply(const Recovered& record, RecordNumber number, const When& happened, Exhibits& exhibits);
void apply(const LotsWeighed& record, Exhibits& exhibits);
void apply(const LotIdentified& record, Exhibits& exhibits);

}  // namespace lotline::seizure

namespace lotline {
template <>
struct Words<seizure::ExhibitKind> {
  using K = seizure::ExhibitKind;
  static constexpr std::array<Word<K>, 4> all{{{K::live_round, "live_round"},
                                               {K::fired_case, "fired_case"},
                                               {K::bullet, "bullet"},
                                               {K::component, "component"}}};
};
}  // namespace lotline
