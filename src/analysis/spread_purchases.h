#pragma once
// Purchases of one person that are spread over sellers, so that none of them sees much (R44, para 32). The sums need
// not be large: somebody who buys a few boxes at each of several counters is told from a shooter by how, not by how
// much.
//
// Within a window there are some small purchases, from several sellers of whom none saw more than a part of them, and
// one of two things that a shooter who is true to gun and counter does not show: calibres as mixed as the sellers, or
// many times as many purchases as in the window before, of somebody who bought already then. It is a reason to look,
// and no proof.

#include "analysis/small_consignments.h"

namespace lotline::analysis {

/// Judgements, chosen on simulated States of the seeds 1 to 3; how they do on others, and on buyers made up in other
/// ways, stands in docs/alerts.md.
struct SpreadOptions {
  int within_days = 365;
  Rounds small_most{1'000};  ///< as ConsignmentOptions
  int purchases_least = 5;
  Rounds rounds_least{500};  ///< fewer are not worth a look, however they are spread
  int sellers_least = 3;
  double most_of_one = 0.5;  ///< of the purchases, from one seller; and likewise of one calibre
  int calibres_least = 4;
  int times_before = 4;  ///< as many as in the window before
};

struct SpreadAlert {
  ConsignmentAlert alert;
  std::size_t sellers = 0;   ///< in the window
  std::size_t calibres = 0;  ///< likewise
  std::size_t before = 0;    ///< purchases in the window before
};

/// The first window that meets the rule; of consignments of one person, in any order.
std::optional<SpreadAlert> find_spread(const std::vector<Consignment>& purchases, const SpreadOptions& options);

}  // namespace lotline::analysis
