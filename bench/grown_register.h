#pragma once
// CSV files of a made-up register of a given size, simulated and the same on every machine: every lot has the same
// number of movements, and every maker, year and calibre the same number of lots, whatever the size.

#include <cstdint>
#include <string>
#include <vector>

namespace lotline::bench {

inline constexpr int kMovementsPerLot = 50;
inline constexpr int kLotsPerMaker = 40;  ///< 5 years x 2 calibres x 4 lots

struct GrownRegister {
  std::vector<std::string> setup;  ///< parties, licences, products, lots: in the order of import
  std::string movements;  ///< one row a movement, in the order of time: neighbouring rows are of different lots
  std::int64_t lots = 0;
  std::int64_t rows = 0;
};

/// Writes the files into the folder. A lot has at most kMovementsPerLot movements: the first ones of its life.
GrownRegister grow(const std::string& folder, std::int64_t movements, int per_lot = kMovementsPerLot);

std::string maker_code(std::int64_t maker);
std::string stamp_of(std::int64_t maker);  ///< what the maker stamps: letters alone
std::string lot_number(std::int64_t lot);
int year_of(std::int64_t lot);
const char* calibre_of(std::int64_t lot);

}  // namespace lotline::bench
