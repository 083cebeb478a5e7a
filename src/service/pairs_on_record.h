#pragma once
// The use case of pairs of scans on record, told by their numbers: where the originals lie, ready to be compared.

#include <vector>

#include "service/ports.h"
#include "service/reference.h"
#include "service/scan_store.h"
#include "service/train_on_pairs.h"
#include "surface/mark.h"

namespace lotline::service {

/// A pair as it is told: numbers of two scans, and the firearms they are known to be of.
struct NumberedPair {
  std::string a, b;
  std::string source_a, source_b;
};

/// In their order. Needs the right to examine. Refuses a number that is no scan's, a scan of another mark, and one
/// whose original is not at hand.
Result<std::vector<LabelledPair>> pairs_on_record(Register& store, const Reference& reference, ScanStore& scans,
                                                  surface::Mark mark, const std::vector<NumberedPair>& pairs);

}  // namespace lotline::service
