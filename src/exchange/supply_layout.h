#pragma once
// A line of supply of one lot laid out as layers, from where rounds came into the world to where they stand now. A pure
// function of steps; the page draws the same (web/src/trace/supply.ts). Units are those of the drawing.

#include <span>
#include <string>
#include <vector>

#include "tracing/answer.h"

namespace lotline::exchange {

/// Whether rounds left lawful hands by the step, or are not where the book says.
[[nodiscard]] bool is_break(const tracing::SupplyStep& step);

struct SupplyRoom {
  double width;        ///< of the whole drawing
  double widest;       ///< of the party or the way of most rounds
  double thinnest;     ///< of any
  double name_height;  ///< free above each party, for its name
  double gap;          ///< below each
  double party_width;
};

struct SupplyParty {
  std::string name;
  int layer = 0;
  Rounds rounds;  ///< the more of what came and what went
  double x = 0, y = 0, height = 0;
  bool broken = false;  ///< nothing came to it but by a break
};

/// Steps between the same two, together.
struct SupplyWay {
  std::size_t from = 0, to = 0;  ///< indexes of parties
  Rounds rounds;
  double width = 0;
  double y_from = 0, y_to = 0;  ///< of its middle, at the right of the one and the left of the other
  bool broken = false;
  bool leads_back = false;  ///< to an earlier layer or the same
};

struct SupplyLayout {
  std::vector<SupplyParty> parties;
  std::vector<SupplyWay> ways;
  int layers = 0;
  double height = 0;
};

/// Corrections are taken off; a dispatch that was received is drawn once, as its receipt.
SupplyLayout lay_supply(std::span<const tracing::SupplyStep> steps, const SupplyRoom& room);

}  // namespace lotline::exchange
