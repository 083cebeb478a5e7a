#pragma once
// Whether scans just enrolled are the wrong way round: asked of whole batches, against scans of the same exhibit or gun
// that were on record before (surface/mirror.h). It is said and nothing is turned.

#include <span>
#include <string>
#include <vector>

#include "service/ports.h"
#include "service/scan_store.h"
#include "surface/mirror.h"

namespace lotline::service {

/// Scans of one mark that were made together: of the same batch, or by the same instrument where none is named.
struct BatchChecked {
  std::string batch;
  surface::Mark mark{};
  std::size_t scans = 0;  ///< of it that were just enrolled
  surface::MirrorSuspicion suspicion{};

  /// A sentence for a person; empty of one that is not suspected.
  [[nodiscard]] std::string words() const;
};

/// Batches with any reference to ask, in the order of their names.
std::vector<BatchChecked> check_batches(Register& store, ScanStore& scans, std::span<const RecordNumber> enrolled,
                                        unsigned threads);

}  // namespace lotline::service
