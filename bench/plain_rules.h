#pragma once
// The peers of the inference: what an investigator can do with the same register and a pencil.

#include <vector>

#include "tracing/seizure_items.h"

namespace lotline::bench {

struct PlainAnswers {
  /// Whoever holds most of it: holders by the rounds they hold, at the end of the year of the find, of kinds that fit
  /// any line well.
  std::vector<PartyId> holds_most;
  /// Intersection of holders: those who by then had had, for every line that fits anything on record, rounds that fit
  /// it well; those who hold most first.
  std::vector<PartyId> intersection;
};

PlainAnswers plain_answers(const tracing::SeizureQuestion& question, const tracing::Sources& sources);

}  // namespace lotline::bench
