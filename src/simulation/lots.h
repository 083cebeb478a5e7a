#pragma once
// The lots of a simulated State: which works made them, for whom, and where they entered.

#include <string>
#include <vector>

#include "simulation/nation.h"

namespace lotline::simulation {

struct Lot {
  std::size_t works = 0;
  const Calibre* calibre = nullptr;
  int year = 0;    ///< made
  int month = 1;   ///< 1 to 12
  int serial = 0;  ///< of that works and year
  bool official = false;
  Day enters;
  HolderIndex enters_at = 0;  ///< a maker at home, an importer or a force
  HolderIndex recipient = 0;  ///< first recipient
  std::int64_t rounds = 0;

  [[nodiscard]] std::string number() const;  ///< as marked, in the style of its works
  [[nodiscard]] std::string stamp() const;
  [[nodiscard]] std::string product() const;
  /// Whether each cartridge carries the lot: lots for official use of the last twenty years.
  [[nodiscard]] bool marked_singly() const { return official && year >= 2006; }
};

/// Draws the lots of one year after another.
class Supply {
 public:
  Supply(const Nation& nation, const Options& options);

  /// Those that enter in a year, in the order of their days; appended to `lots`.
  void lots_of(int year, std::vector<Lot>& lots);

 private:
  Lot one(int year, bool opening);
  [[nodiscard]] std::size_t works_for(std::string_view calibre);

  const Nation& nation_;
  const Options& options_;
  Generator chance_;
  std::vector<std::vector<std::size_t>> makers_of_;  ///< by calibre
  std::vector<std::vector<int>> serials_;            ///< by works and year from 1940
};

Row lot_row(const Lot& lot, const Nation& nation);

}  // namespace lotline::simulation
