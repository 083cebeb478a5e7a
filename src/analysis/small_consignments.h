#pragma once
// Many small purchases, or many small crossings of a border, of one person added up over time (R44). Each alone is
// nobody's business; para 32 tells of 37,200 rounds taken over a border in 87 crossings within three years.
//
// The rule is a sliding window: within so many days at least so many consignments, each small, with so many rounds in
// all. It says when it was first met, and after how many consignments. It is a reason to look, and no proof: a person
// who shoots much buys as much.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/rounds.h"

namespace lotline::analysis {

struct Consignment {
  RecordNumber number = 0;
  When happened;
  Rounds rounds;  ///< 0 when it is not known how many
  // Of a purchase.
  PartyId seller{};
  std::vector<std::string> calibres{};  ///< each once
};

/// Judgements, not measurements; how they do on the case of para 32 and on ordinary buyers stands in docs/alerts.md.
struct ConsignmentOptions {
  /// A year, of crossings: the period of most permits.
  int within_days = 365;
  /// A consignment of more is seen by itself: 1,000 rounds is the usual outer case of pistol ammunition.
  Rounds small_most{1'000};
  int consignments_least = 0;
  Rounds rounds_least{};
};

/// Of purchases: twelve within half a year, and as many rounds as twelve of the consignments of para 32 (428 each) come
/// to: its buyer took less than half a year for them, a keen shooter takes more than a year.
ConsignmentOptions purchase_options();
/// Of crossings: far fewer, since few people carry ammunition over a border at all, and those who shoot abroad do so a
/// few times a year with what they need there.
ConsignmentOptions crossing_options();

struct ConsignmentAlert {
  std::size_t after = 0;  ///< how many small consignments there had been, of those in the window and before
  std::size_t in_window = 0;
  Rounds rounds;        ///< in the window when it was first met
  Day since;            ///< first day of that window
  Day on;               ///< day of the consignment that met it; the last it can have been
  bool certain = true;  ///< false when dates are too imprecise to say that it was met
};

struct ConsignmentSum {
  std::size_t consignments = 0;
  std::size_t small = 0;
  std::size_t unknown = 0;  ///< of which nobody knows how many rounds; they count as none
  Rounds rounds;            ///< of all
  Rounds small_rounds;
  Day first;
  Day last;
  std::optional<ConsignmentAlert> alert;
};

/// Adds up the consignments of one person, in any order. REQUIRES at least one.
ConsignmentSum add_up(const std::vector<Consignment>& consignments, const ConsignmentOptions& options);

}  // namespace lotline::analysis
