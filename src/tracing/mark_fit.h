#pragma once
// P(a mark as read | what is recorded), one mark at a time; 1 for a perfect fit. What was not read is not asked about.

#include <string>
#include <unordered_map>
#include <vector>

#include "custody/lot.h"
#include "tracing/marks_understood.h"
#include "tracing/trace_options.h"

namespace lotline::tracing {

/// Rounds, blanks and cases have a head; primers, propellant and projectiles have none.
bool has_head(custody::ItemClass item);

/// Headstamps as recorded, each made ready once for all that are compared with it.
class StampedHeads {
 public:
  struct Head {
    marking::StampedHeadstamp whole;
    marking::StampedHeadstamp without_calibre;
  };

  /// `calibres` must outlive it.
  explicit StampedHeads(const marking::CalibreReader& calibres) : calibres_(calibres) {}
  const Head& of(const std::string& stamped);

 private:
  [[nodiscard]] std::string without_calibre(const std::string& stamped) const;

  const marking::CalibreReader& calibres_;
  std::unordered_map<std::string, Head> by_text_;
};

/// A headstamp as read, compared with many as stamped; each text is compared once.
class HeadstampFit {
 public:
  /// All three must outlive it.
  HeadstampFit(const HeadstampSeen& seen, StampedHeads& stamped, const TraceOptions& options)
      : seen_(seen), stamped_(stamped), options_(options) {}

  double of(const std::string& stamped);
  /// Of a lot whose headstamp is not recorded: the best that its maker's codes can give, with or without the calibre
  /// and a year from `first` to `last`.
  double unrecorded(const std::vector<std::string>& codes, const std::string& calibre, int first, int last) const;
  [[nodiscard]] const std::string& text() const { return seen_.text; }

 private:
  const HeadstampSeen& seen_;
  StampedHeads& stamped_;
  const TraceOptions& options_;
  std::unordered_map<std::string, double> by_text_;
};

double calibre_fit(const MarksUnderstood& marks, const std::string& recorded, const TraceOptions& options);
double year_fit(const MarksUnderstood& marks, const When& made, const TraceOptions& options);
double colour_fit(const MarksUnderstood& marks, const std::string& recorded, const TraceOptions& options);
/// Of a lot mark's key against a recorded one; `perfect` is lot_mark_perfect of the marks.
double lot_mark_fit(const MarksUnderstood& marks, const std::string& recorded_key, double perfect);
double lot_mark_perfect(const MarksUnderstood& marks);

}  // namespace lotline::tracing
