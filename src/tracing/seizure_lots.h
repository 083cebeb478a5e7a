#pragma once
// Lots that the lot marks and packages of a seizure point at, with who had how much of each, year by year.

#include <map>
#include <vector>

#include "tracing/lot_history.h"
#include "tracing/seizure_lines.h"

namespace lotline::tracing {

struct PointedLot {
  custody::LotRow row;
  double share = 0;  ///< of all rounds that ever entered the register
  /// What came to each possessor and left it, by year.
  std::map<PartyId, std::vector<custody::StockYear>> holders;
};

struct PointedLots {
  std::vector<PointedLot> lots;
  /// Of each line of the seizure: the lots its lot mark or package points at. None when it points at none on record.
  std::vector<std::vector<Fit>> fits;
  bool cut = false;  ///< marks point at more lots than were read
};

/// Finds the lots by index and reads the entries of each once, as far as the question sees them.
PointedLots pointed_lots(const SeizureLines& seizure, const SeizureQuestion& question, const Sources& sources,
                         const SeizureOptions& options);

/// The kind of round that a lot is of; its share is left 0.
RoundKind kind_of(const custody::LotRow& lot);

/// Whether a lot mark or a package speaks of single lots.
bool points_at_lots(const UnderstoodLine& line);

}  // namespace lotline::tracing
