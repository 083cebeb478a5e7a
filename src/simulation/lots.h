#pragma once
// The lots of a simulated State: which works made them, for whom, and where they entered.

#include <string>
#include <vector>

#include "simulation/nation.h"

namespace lotline::simulation {

struct Lot {
  const Works* works = nullptr;
  const Calibre* calibre = nullptr;
  int year = 0;    ///< made
  int month = 1;   ///< 1 to 12
  int serial = 0;  ///< of that works and year
  bool official = false;
  bool on_record = true;
  Day enters;
  HolderIndex maker = 0;
  HolderIndex enters_at = 0;  ///< a maker at home, an importer or a force
  HolderIndex recipient = 0;  ///< first recipient
  std::int64_t rounds = 0;
  int cases = 0;  ///< of them in sealed cases of kRoundsACase

  [[nodiscard]] std::string number() const;  ///< as marked, in the style of its works
  [[nodiscard]] std::string stamp() const { return stamp_of(*works, *calibre, year); }
  [[nodiscard]] std::string product() const { return product_code(*works, *calibre); }
  /// Whether each cartridge carries the lot: lots for official use of the last twenty years.
  [[nodiscard]] bool marked_singly() const { return official && year >= 2006; }
};
inline constexpr std::int64_t kRoundsACase = 1'000;

/// Draws the lots of one year after another.
class Supply {
 public:
  Supply(const Nation& nation, const Options& options);

  /// Those that enter in a year, in the order of their days; appended to `lots`.
  void lots_of(int year, std::vector<Lot>& lots);
  /// A lot of before the register, which it does not know.
  Lot unrecorded();

 private:
  [[nodiscard]] Weighted shares(std::size_t count) const;
  Lot one(int year, bool opening);
  void choose_official(Lot& lot);
  void choose_commercial(Lot& lot);

  const Nation& nation_;
  const Options& options_;
  Generator chance_;
  Weighted forces_;
  Weighted makers_;
  std::vector<Weighted> of_;                         ///< shares of so many things
  std::vector<std::vector<std::size_t>> makers_of_;  ///< by calibre
  std::vector<std::vector<int>> serials_;            ///< by works and year from 1940
  std::int64_t commercial_ = 0;                      ///< commercial lots so far
};

Row lot_row(const Lot& lot, const Nation& nation);

}  // namespace lotline::simulation
