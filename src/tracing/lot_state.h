#pragma once
// Where the rounds of a lot were on the day of recovery, by the book: at least and at most, since dates may be known
// only to the month or the year.

#include <string>
#include <vector>

#include "tracing/lot_history.h"

namespace lotline::tracing {

/// Rounds of one possessor in one standing. An entry within or straddling the day of recovery counts towards `most` of
/// where it went and of where it came from.
struct Stand {
  PartyId possessor;
  custody::Standing standing{};
  std::string shipment;  ///< "#12" while on the way; empty otherwise
  Rounds least;
  Rounds most;
};

struct LotState {
  std::vector<Stand> stands;  ///< sources left out; only those with `most` above 0
  Rounds entered_least;       ///< made, imported or re-lotted in
  Rounds entered_most;
  Rounds at_large_least;
  Rounds at_large_most;

  [[nodiscard]] Rounds reachable() const;  ///< sum of the stands a find can have come from, at most
};

/// Whether rounds in this standing can be what was found: not what was destroyed, re-lotted or in the State's custody;
/// a live round was not expended before.
bool is_reachable(custody::Standing standing, bool fired);

struct DayOfFind {
  When day;
  bool known = true;  ///< false: taken as the day asked about; exhibits of the register may then be the find itself
  bool fired = true;
};

LotState state_on(const LotHistory& history, const DayOfFind& find);

}  // namespace lotline::tracing
