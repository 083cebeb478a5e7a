#pragma once
// Diversions of known kind, planted in a simulated State: planned before it grows, carried out while it does.

#include "simulation/world.h"

namespace lotline::simulation {

/// Plans diversions of every kind, and the finds that will be made of what they bring.
class Diversions {
 public:
  explicit Diversions(World& world);

  /// Carries out what is planned up to today.
  Result<void> until_today();
  /// What became of each, to the truth.
  void tell_truth() const;

 private:
  struct Taking {
    Day on;
    std::size_t diversion = 0;
    std::int64_t rounds = 0;
  };

  void plan(DiversionKind kind);
  void plan_finds(std::size_t diversion, Day earliest);
  void take(Diversion& diversion, std::int64_t rounds);
  void take_from_holder(Diversion& diversion, std::int64_t rounds);

  World& world_;
  Generator chance_;
  std::vector<Taking> takings_;  ///< by day
  std::size_t done_ = 0;         ///< the first so many are carried out
};

}  // namespace lotline::simulation
