#pragma once
// Which holders are worth a close look: every holder on record that ever had a product that fits, compared at first
// sight by all that ever came to it.

#include <set>
#include <vector>

#include "tracing/seizure_background.h"

namespace lotline::tracing {

struct Candidate {
  PartyId holder;
  double size = 0;        ///< rounds that ever came to it, to the power of the options
  double likelihood = 0;  ///< natural logarithm, at first sight
};

struct HoldersAtFirstSight {
  std::vector<Candidate> candidates;  ///< those that ever had a product that fits, the likeliest first
  double size_of_all = 0;             ///< sum over all holders on record
  std::size_t holders_on_record = 0;
};

HoldersAtFirstSight holders_at_first_sight(const SeizureItems& items, const Background& background,
                                           const custody::StockByYear& stock, const SeizureOptions& options);

}  // namespace lotline::tracing
