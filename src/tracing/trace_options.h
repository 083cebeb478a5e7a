#pragma once
// The constants of a trace, each with its reason. They are the project's judgement, made to rank and not measured.

#include <cstddef>
#include <optional>

#include "base/date.h"

namespace lotline::tracing {

struct TraceOptions {
  /// Share kept for "of no lot on record" when a lot fits perfectly: registers are young and incomplete, and much of
  /// what is recovered is decades old (para 22). It grows as the best fit worsens.
  double none_on_record = 0.1;

  /// A lot whose marks fit this many times worse than the best one's is ruled out with the worst mark as the reason:
  /// just below one look-alike (0 for O) taken wrongly, just above any other character misread. Such a lot stays in
  /// `ruled_out` for a person to see.
  double negligible_fit = 2e-3;

  /// Chance to meet a mark that contradicts what is recorded of the true lot: recording errors.
  double contradiction = 1e-5;
  /// The same where people are known to be unsure: colours fade and are named differently.
  double colour_contradiction = 0.05;
  /// A year read as guessed, one year beside the recorded one: cases are made the year before they are loaded.
  double year_beside = 0.3;
  /// What says nothing either way, because the register does not hold it.
  double not_recorded = 0.3;
  /// A box is sometimes refilled with rounds of another lot.
  double package_refilled = 0.02;
  /// A retailer's code may be sprayed on rounds of a lot it did not name when it registered the code.
  double retailer_other_lot = 0.02;

  /// A dispatch not received after so many days is a gap: two months of sea freight and customs are usual.
  int receipt_due_days = 60;

  /// Made after this day counts as recent too, such as the start of a conflict (R28).
  std::optional<Day> recent_after = {};

  std::size_t lots_listed = 50;       ///< the computation is over all of them
  std::size_t ruled_out_listed = 50;  ///< likewise
  std::size_t lines_of_supply = 5;    ///< likeliest lots whose line is told step by step
  std::size_t holders_listed = 50;
  std::size_t records_listed = 20;  ///< of one holder
};

}  // namespace lotline::tracing
