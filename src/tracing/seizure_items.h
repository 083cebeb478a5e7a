#pragma once
// What a seizure is compared by: kinds of round on record and single lots, and how well each line fits each of them.

#include "tracing/seizure_lots.h"

namespace lotline::tracing {

struct SeizureItems {
  SeizureLines seizure;
  PointedLots pointed;
  std::map<RoundKind, std::size_t> kind_index;  ///< of seizure.kinds
  /// Of each line: items and fits. Items are the kinds, then, from index seizure.kinds.size() on, the lots.
  std::vector<std::vector<Fit>> fits;

  [[nodiscard]] std::size_t size() const { return seizure.kinds.size() + pointed.lots.size(); }
};

/// A line that points at lots fits them; the rest of its kinds only as far as a lot mark of theirs was misread. The
/// kind of every lot pointed at is among the kinds.
SeizureItems seizure_items(const SeizureQuestion& question, const Sources& sources, const custody::StockByYear& stock,
                           const SeizureOptions& options);

}  // namespace lotline::tracing
