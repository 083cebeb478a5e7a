#pragma once
// Rounds of a holder, of one kind or all together, over the years: what there was to take, and what left in which way.

#include <array>
#include <vector>

#include "base/words.h"
#include "custody/stock_year.h"
#include "tracing/seizure_options.h"

namespace lotline::tracing {

/// How rounds of a holder can have come to be where they were seized.
enum class WayOut {
  unrecorded,  ///< out of its stock, by an act that nobody recorded
  stolen,      ///< in a theft on record
  lost,        ///< in a loss on record
  missing,     ///< found missing at a stocktake
  in_transit,  ///< on the way: dispatched and not received by the day of the find
  sold,        ///< through buyers whom nobody recorded
  exported,    ///< out of what was exported to it; the register ends there
  expended     ///< booked as used
};
inline constexpr std::size_t kWaysOut = 8;

/// Thefts, losses, shortages and open dispatches are of one year; the other ways go on for years.
[[nodiscard]] constexpr bool is_event(WayOut way) {
  return way == WayOut::stolen || way == WayOut::lost || way == WayOut::missing || way == WayOut::in_transit;
}

/// By way and year, index 0 being the first year of the holder. A way with nothing in any year is left empty.
struct StockCourse {
  std::array<std::vector<double>, kWaysOut> by_way;
  double held_at_end = 0;  ///< at the end of the last year

  [[nodiscard]] std::vector<double>& of(WayOut way) { return by_way[static_cast<std::size_t>(way)]; }
  [[nodiscard]] const std::vector<double>& of(WayOut way) const { return by_way[static_cast<std::size_t>(way)]; }
};

/// REQUIRES years in their order, of one possessor and kind; those after `last_year` are passed over.
StockCourse course_of(const std::vector<custody::StockYear>& years, int first_year, int last_year,
                      const SeizureOptions& options);

}  // namespace lotline::tracing

namespace lotline {
template <>
struct Words<tracing::WayOut> {
  using W = tracing::WayOut;
  static constexpr std::array<Word<W>, tracing::kWaysOut> all{{{W::unrecorded, "unrecorded"},
                                                               {W::stolen, "stolen"},
                                                               {W::lost, "lost"},
                                                               {W::missing, "missing"},
                                                               {W::in_transit, "in_transit"},
                                                               {W::sold, "sold"},
                                                               {W::exported, "exported"},
                                                               {W::expended, "expended"}}};
};
}  // namespace lotline
