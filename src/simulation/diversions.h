#pragma once
// Diversions of known kind, planted in a simulated State: planned before it grows, carried out while it does.

#include "simulation/world.h"

namespace lotline::simulation {

class Diversions {
 public:
  /// Plans diversions of every kind, and the finds that will be made of what they bring.
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
    int tries = 0;
  };

  void plan(DiversionKind kind);
  void plan_finds(std::size_t diversion, Day earliest);
  void plan_takings(std::size_t diversion);
  void gather_legacy(Diversion& diversion);

  /// Each gives the rounds it got: fewer, or none, when there were not so many.
  Result<std::int64_t> take(Diversion& diversion, std::int64_t rounds);
  std::int64_t take_from_store(Diversion& diversion, Role role, std::int64_t rounds);
  std::int64_t take_a_case(Diversion& diversion);
  Result<std::int64_t> rob_a_shipment(Diversion& diversion, std::int64_t rounds);
  Result<std::int64_t> buy(Diversion& diversion, bool blanks, std::int64_t rounds);

  World& world_;
  Generator chance_;
  std::vector<Taking> takings_;  ///< still to come, the next one last
};

}  // namespace lotline::simulation
