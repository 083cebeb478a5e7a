#pragma once
// Finds: rounds of a diversion, and sometimes of a second one, recovered and read; some are recorded, all are told to
// the truth.

#include "simulation/world.h"

namespace lotline::simulation {

class Finds {
 public:
  explicit Finds(World& world) : world_(world), chance_(world.options.seed, "finds") {}

  /// Makes those planned up to today.
  void until_today();
  /// Hands the year's recorded finds to the sink, then all of the year's to the truth.
  Result<void> close_return();

 private:
  void make(const PlannedFind& planned);
  TrueFind begun(const PlannedFind& planned, const Diversion& source, std::int64_t count);
  void draw(TrueFind& find, Diversion& source, std::int64_t count);
  void read(TrueFind& find, const Diversion& source, const Loot& loot, std::int64_t count);

  World& world_;
  Generator chance_;
  std::vector<TrueFind> found_;  ///< in this return
  std::vector<Row> rows_;        ///< of those that are recorded
};

}  // namespace lotline::simulation
