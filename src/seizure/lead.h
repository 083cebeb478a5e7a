#pragma once
// Leads: pairs out of a search's list that somebody chose to have examined. A lead is no conclusion and never called a
// hit: what it is an examiner says (conclusion.h). An examiner may be given a lead to examine blind, without its
// likelihood ratio and without what others concluded.

#include <array>
#include <string>

#include "seizure/scan_search.h"

namespace lotline::seizure {

struct LeadRow {
  static constexpr std::string_view table = "leads";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 3> indexes{"search", "questioned_source", "candidate_source"};

  LeadId id;
  ScanSearchId search;
  std::int64_t rank = 0;
  ScanId questioned;  ///< the scan that was searched with
  ScanId candidate;
  RecordNumber questioned_source = 0;
  RecordNumber candidate_source = 0;
  PartyId reviewer;
  Day chosen_first;
  Day chosen_last;
  int blind_open = 0;      ///< blind examinations that are not concluded: while above 0 conclusions are sealed
  int conclusions = 0;     ///< that stand
  bool laid_open = false;  ///< a conclusion was there to be read while no blind examination was open
  RecordNumber withdrawn = 0;

  /// Whether its likelihood ratio and its conclusions are withheld from everybody.
  [[nodiscard]] bool sealed() const { return blind_open > 0; }
  /// Counts what came or went, and whether conclusions lie open from now on.
  void change(int blind, int concluded) {
    blind_open += blind;
    conclusions += concluded;
    laid_open = laid_open || (conclusions > 0 && !sealed());
  }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id);
    visit("search", self.search);
    visit("rank", self.rank);
    visit("questioned", self.questioned);
    visit("candidate", self.candidate);
    visit("questioned_source", self.questioned_source);
    visit("candidate_source", self.candidate_source);
    visit("reviewer", self.reviewer);
    visit("chosen_first", self.chosen_first);
    visit("chosen_last", self.chosen_last);
    visit("blind_open", self.blind_open);
    visit("conclusions", self.conclusions);
    visit("laid_open", self.laid_open);
    visit("withdrawn", self.withdrawn);
  }
};

/// An examiner who is to examine a lead blind.
struct BlindExaminationRow {
  static constexpr std::string_view table = "blind_examinations";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 0> indexes{};

  LeadId lead;
  RecordNumber number = 0;
  PartyId examiner;
  bool second = false;          ///< another examiner had concluded by the time this one did
  RecordNumber conclusion = 0;  ///< 0 while there is none
  RecordNumber withdrawn = 0;

  [[nodiscard]] bool open() const { return conclusion == 0 && withdrawn == 0; }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("lead", self.lead);
    visit("number", self.number);
    visit("examiner", self.examiner);
    visit("second", self.second);
    visit("conclusion", self.conclusion);
    visit("withdrawn", self.withdrawn);
  }
};

struct LeadChosen {
  static constexpr std::string_view kind_name = "lead";

  std::string note;
  std::int64_t rank = 0;
  PartyId reviewer;
  ScanSearchId search;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("note", self.note);
    visit("rank", self.rank);
    visit("reviewer", self.reviewer);
    visit("search", self.search);
  }
};

struct BlindExaminationBegun {
  static constexpr std::string_view kind_name = "blind_examination";

  PartyId examiner;
  LeadId lead;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("examiner", self.examiner);
    visit("lead", self.lead);
  }
};

struct Leads {
  Table<ScanRow>& scans;
  Table<ScanSearchRow>& searches;
  Table<ScanCandidateRow>& candidates;
  Table<LeadRow>& leads;
  Table<BlindExaminationRow>& blind;
};

/// A lead that stands; refuses an unknown and a withdrawn one.
Result<LeadRow> standing_lead(const Leads& leads, LeadId id);
/// Refuses a rank that the search does not list, scans that were withdrawn since, and a pair that is a lead already.
Result<LeadChosen> decide_lead(const Leads& leads, LeadChosen chosen);
/// Refuses an examiner who chose the lead, who has concluded on it or is examining it, and any once conclusions have
/// lain open: then nobody can tell who has seen them.
Result<BlindExaminationBegun> decide_blind_examination(const Leads& leads, bool examiner_concluded,
                                                       BlindExaminationBegun begun);
void apply(const LeadChosen& record, RecordNumber number, const When& happened, Leads& leads);
void apply(const BlindExaminationBegun& record, RecordNumber number, Leads& leads);

}  // namespace lotline::seizure
