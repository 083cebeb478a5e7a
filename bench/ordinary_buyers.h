#pragma once
// Ordinary buyers, made up: what they buy and carry over a border in three years, at which of six counters and in which
// of three to five calibres. Rates, sizes and habits are assumptions, chosen on the side of much shooting; no published
// distribution was found.

#include <string_view>
#include <vector>

#include "analysis/spread_purchases.h"
#include "base/generator.h"

namespace lotline::bench {

struct BuyerKind {
  std::string_view name;
  int per_year = 0;  ///< consignments, on average
  int least = 0;     ///< rounds in one
  int most = 0;
  int usual_counter = 800;  ///< at the usual counter, in a thousand; else at any of the six
  int usual_calibre = 700;  ///< of the usual calibre, in a thousand; else of any
  int calibres = 3;
};

inline constexpr BuyerKind kPurchases[] = {
    {"hunter: 2 purchases a year of 20 to 100 rounds", 2, 20, 100},
    {"sport shooter: 8 a year of 50 to 500", 8, 50, 500},
    {"keen sport shooter: 15 a year of 100 to 500", 15, 100, 500},
    {"competition shooter: 24 a year of 200 to 1,000", 24, 200, 1'000},
    {"sport shooter who buys at any counter", 8, 50, 500, 0},
    {"collector: 8 a year of 50 to 500, five calibres alike, at any counter", 8, 50, 500, 0, 0, 5}};
inline constexpr BuyerKind kCrossings[] = {{"hunter abroad: 2 crossings a year with 20 to 100 rounds", 2, 20, 100},
                                           {"sport shooter abroad: 4 a year with 50 to 300", 4, 50, 300},
                                           {"competition shooter abroad: 8 a year with 100 to 500", 8, 100, 500}};

/// Three years of one buyer, by days drawn one by one; sizes in tens.
std::vector<analysis::Consignment> three_years_of(const BuyerKind& kind, Generator& chance);

/// The case of para 32: 37,200 rounds in 87 consignments from 2016 to 2018, on days drawn by chance, at three counters.
std::vector<analysis::Consignment> eighty_seven(Generator& chance);

/// Prints how the rules of lotline report small_consignments do on both.
void measure_alerts();

/// Prints how they do on simulated States of so many movements: how many planted buyers and how many others are named.
void measure_alerts_in_states(std::int64_t movements, int states);

}  // namespace lotline::bench
