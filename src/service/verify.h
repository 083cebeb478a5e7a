#pragma once
// `verify`: has the store check that its pages and indexes fit together; replays the whole log into fresh tables in
// memory and compares them with those kept, naming the first difference; recomputes the root; proves that stored bodies
// are canonical; lists what a late record made negative in the order of happening.

#include <functional>
#include <string>
#include <vector>

#include "service/ports.h"

namespace lotline::service {

/// An account that would have held less than nothing at some day, in the order in which things happened.
struct LateRecord {
  LotId lot;
  custody::Side side;
  Day on;
  Rounds balance;
  RecordNumber number = 0;  ///< the entry that brought it below zero
};

struct Verification {
  RecordNumber records = 0;
  std::int64_t entries = 0;
  std::int64_t lots = 0;
  Head head;
  std::vector<LateRecord> late;  ///< accepted and shown, not a fault
};

/// Called now and then with the records done so far.
using Progress = std::function<void(RecordNumber done, RecordNumber total)>;

/// Refused with verification_failed and the first difference.
Result<Verification> verify(Register& store, const Progress& progress = {});

}  // namespace lotline::service
