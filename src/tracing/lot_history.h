#pragma once
// All entries of a lot that a question may see, read once, in the order in which they happened, with corrections
// netted out.

#include <vector>

#include "custody/book.h"
#include "tracing/question.h"
#include "tracing/sources.h"

namespace lotline::tracing {

struct HistoryEntry {
  custody::EntryRow row;
  Rounds net;           ///< the rounds without what a correction took back; 0 of a correction itself
  bool certain = true;  ///< it had certainly happened by the day the question is asked as of
  bool late = false;    ///< in the order of happening it took rounds that were not there yet
};

struct LotHistory {
  custody::LotRow lot;
  custody::ProductRow product;
  std::vector<HistoryEntry> entries;
};

/// Reads the lot's entries once: recorded by `as_known_on`, and possibly happened by `as_of`. A correction known by
/// then takes back what it corrects whenever it was made.
LotHistory read_history(const Sources& sources, const custody::LotRow& lot, const Question& question);

}  // namespace lotline::tracing
