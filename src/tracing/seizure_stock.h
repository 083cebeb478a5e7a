#pragma once
// What a holder's rounds were like in each year, as far as they fit a seizure, and the ways they can have left it.

#include <vector>

#include "tracing/seizure_items.h"
#include "tracing/stock_course.h"

namespace lotline::tracing {

/// Rounds that can have left a holder in one way in the years around one, as the chance of each line of the seizure to
/// be met among them.
struct Pool {
  WayOut way{};
  int year = 0;
  int half_width = 0;                ///< so many years before and after count as well
  double rounds = 0;                 ///< all that could have left so
  std::vector<double> line_chances;  ///< sum over items of (share of what was taken) x (fit)
};

struct HolderStock {
  PartyId holder;
  std::vector<Pool> pools;
  std::vector<double> fitting;  ///< of each line: rounds of kinds that fit it, held at the end of the year of the find
  double held = 0;              ///< rounds of all kinds held then
  bool whole = false;           ///< read whole
  bool person = false;          ///< a private person
  std::vector<std::pair<int, double>> came;  ///< rounds that came to it, by year
};

/// Reads the holder's years: of the products that fit and of all together, so that rounds are taken by their share of
/// the stock; or, with `whole`, all its rows, so that small parts of the stock weigh more than by their share.
HolderStock holder_stock(PartyId holder, const SeizureItems& items, int year_of_find, const Sources& sources,
                         const custody::StockByYear& stock, const SeizureOptions& options, bool whole);

}  // namespace lotline::tracing
