#pragma once
// Which reading not yet made would narrow the search most: the expected number of lots left after it.

#include <string>
#include <vector>

#include "tracing/answer.h"

namespace lotline::tracing {

/// What a reading would tell of each lot: lots of the same value stay together. One value for each lot, in the order of
/// the probabilities; an empty value (the lot does not carry the mark on record) stays with the other empty ones.
struct PossibleReading {
  std::string reading;  ///< lot_mark, year, maker, calibre, package
  std::string words;    ///< "reading the lot mark on the box"
  std::vector<std::string> values;
};

/// Sum over the values of P(value) times the number of lots that have it. `probabilities` need not sum to 1.
double expected_lots_left(const std::vector<double>& probabilities, const std::vector<std::string>& values);

/// Best first; readings that would cut nothing are left out. Numbers to one decimal.
std::vector<Narrowing> narrowings(const std::vector<double>& probabilities,
                                  const std::vector<PossibleReading>& readings);

}  // namespace lotline::tracing
