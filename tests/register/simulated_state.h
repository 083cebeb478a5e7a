#pragma once
// A State grown into a register in a temporary folder, with the truth about it kept in memory.

#include <memory>
#include <string>
#include <vector>

#include "service/verify.h"
#include "simulation/register_sink.h"
#include "simulation/simulate.h"
#include "tests/register/desk_fixture.h"

namespace lotline {

struct KeptTruth final : simulation::Truth {
  std::vector<simulation::TrueDiversion> diversions;
  std::vector<simulation::TrueFind> finds;

  void begin(const simulation::Options&) override {}
  void take(const simulation::TrueDiversion& diversion) override { diversions.push_back(diversion); }
  void take(const simulation::TrueFind& find) override { finds.push_back(find); }
};

/// Reference tables that do not change with the program's own, so that root hashes can be frozen.
const catalogue::Catalogue& small_tables();

struct SimulatedState {
  explicit SimulatedState(const simulation::Options& options, const catalogue::Catalogue& catalogue = small_tables());

  [[nodiscard]] std::string root() { return proof::to_hex(store->head().root); }

  TemporaryFolder folder;
  proof::SeededSalts salts;
  simulation::ReturnClock clock;
  std::unique_ptr<storage::RegisterStore> store;
  std::unique_ptr<service::Desk> desk;
  KeptTruth truth;
  simulation::Grown grown;
};

/// A new register marked simulated, with salts of the seed.
std::unique_ptr<storage::RegisterStore> simulated_register(const std::string& path, const std::string& state,
                                                           const Clock& clock, proof::SaltSource& salts,
                                                           const catalogue::Catalogue& catalogue);

}  // namespace lotline
