#pragma once
// Exhibits counted by what was found of them: indicators (R37), converted blanks (R41), how they were acquired (R46),
// how far they were marked and traced (R111). What is not reported, what was looked for and is not there, and what
// could not be told are three things and are never added to one another.

#include <map>
#include <span>

#include "seizure/exhibit.h"

namespace lotline::seizure {

/// Lines of cases, and the rounds, cases, bullets or components on them.
struct Tally {
  std::int64_t exhibits = 0;
  std::int64_t items = 0;

  void add(const ExhibitRow& exhibit) {
    ++exhibits;
    items += exhibit.count.count();
  }
  friend bool operator==(const Tally&, const Tally&) = default;
};

struct IndicatorTally {
  std::map<std::string, Tally> seen;  ///< by class; an exhibit with two classes counts in both
  Tally examined;                     ///< whether any was seen or none
  Tally none;                         ///< looked for and none seen
  Tally not_examined;
  Tally free_words_only;                     ///< of those not examined: described in free words, which nobody can count
  std::map<custody::Origin, Tally> origins;  ///< as judged
};
IndicatorTally tally_indicators(std::span<const ExhibitRow> exhibits);

/// Of one kind of exhibit: all of them together, and apart by what they are.
struct ConversionTally {
  Tally all;
  Tally converted;   ///< blanks that were made live
  Tally blank;       ///< blanks as they were made
  Tally other;       ///< of another origin that was judged
  Tally not_judged;  ///< origin not known, and not known to be blanks
};
/// By kind. `items` says what an exhibit is where its lot is known: a word of custody::ItemClass, or nothing.
std::map<ExhibitKind, ConversionTally> tally_conversion(std::span<const ExhibitRow> exhibits,
                                                        const std::map<LotId, std::string>& items);

struct AcquisitionTally {
  std::map<std::string, Tally> ways;  ///< by word of `acquisition`
  Tally by_circumstance;              ///< of these, told by how it was found or carried, and not reported as such
  Tally not_reported;
};
AcquisitionTally tally_acquisition(std::span<const ExhibitRow> exhibits);

/// How an exhibit is marked: the word of `marking_state` it was given; `marked` when a mark was read; else nothing.
std::string marking_of(const ExhibitRow& exhibit);

struct TracingTally {
  Tally all;
  std::map<std::string, Tally> marking;  ///< by word of `marking_state`; under "" those of which nothing is reported
  std::map<std::string, Tally> results;  ///< of the traces begun, by word of `trace_result`; under "" no result yet
  std::map<std::string, Tally> not_initiated;  ///< by the reason given
  Tally traced;                                ///< traced back to a recipient, a holder or a point of diversion
  Tally marked_and_traced;
};
/// `results`: of each exhibit the last result on record.
TracingTally tally_tracing(std::span<const ExhibitRow> exhibits, const std::map<ExhibitId, std::string>& results);

}  // namespace lotline::seizure
