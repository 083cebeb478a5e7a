#pragma once
// How likely each line of a seizure is when its rounds are of no source on record: what is in circulation, by what the
// register and the reference tables know of it.

#include <vector>

#include "tracing/seizure_items.h"

namespace lotline::tracing {

struct Background {
  // Chances by line, on the scale of a fit: 1 for marks that every round would bear.
  std::vector<double> circulation;  ///< drawn from all that ever entered the register, whoever had it
  std::vector<double> legacy;   ///< of makers and products on record, of any year: older than the register, or unmarked
                                ///< in it
  std::vector<double> foreign;  ///< of makers that are not on record
  std::vector<double> any;      ///< the three together: a stray round in a seizure of another source
};

Background background_of(const SeizureItems& items, const SeizureOptions& options);

}  // namespace lotline::tracing
