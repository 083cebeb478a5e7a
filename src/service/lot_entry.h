#pragma once
// An entry of a list inside a field: MAKER LOT ROUNDS, or MAKER LOT WEIGHT. A lot's number may hold blanks.

#include "service/desk.h"

namespace lotline::service {

struct LotEntry {
  std::string_view maker;
  std::string_view lot;
  std::string_view last;  ///< rounds or weight
};

/// Refuses an entry of fewer than three words; `shape` says in the refusal what is wanted.
Result<LotEntry> lot_entry(std::string_view text, std::string_view shape);

}  // namespace lotline::service
