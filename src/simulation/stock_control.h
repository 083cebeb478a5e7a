#pragma once
// What keeps a simulated State's books honest, or should: losses reported, depots counted at the end of the year,
// differences decided, surplus destroyed.

#include "simulation/world.h"

namespace lotline::simulation {

class StockControl {
 public:
  explicit StockControl(World& world) : world_(world), chance_(world.options.seed, "stock control") {}

  /// A loss or theft from a store, reported on the day.
  void report_loss();
  /// The counts and destructions of a year, on its last day.
  void end_of_year();
  /// Hands the year's rows to the sink: losses, and later counts, decisions and destructions.
  Result<void> hand_in_losses();
  Result<void> hand_in_the_rest();

 private:
  struct Counted {
    LotIndex lot = 0;
    std::int64_t book = 0;  ///< loose rounds, and those in cases
    std::int64_t counted = 0;
    bool diverted = false;  ///< the difference is what a diversion took
  };

  void count(HolderIndex depot);
  std::vector<Counted> count_some(HolderIndex depot, bool concealed);
  void decide(HolderIndex depot, const std::vector<Counted>& counts, const std::string& ref);
  void note_shortage(HolderIndex depot, std::string_view outcome);
  void destroy_some(HolderIndex depot);

  World& world_;
  Generator chance_;
  std::int64_t stocktakes_ = 0;
  std::int64_t certificates_ = 0;
};

}  // namespace lotline::simulation
