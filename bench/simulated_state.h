#pragma once
// A simulated State grown into a register in a temporary folder, with the truth about its finds.

#include <memory>
#include <string>
#include <vector>

#include "bench/bench_register.h"
#include "simulation/truth.h"

namespace lotline::bench {

struct SimulatedState {
  simulation::Options options;
  std::vector<simulation::TrueFind> finds;
  std::vector<simulation::TrueDiversion> diversions;
  std::unique_ptr<Folder> folder;
  std::unique_ptr<BenchRegister> made;
};

/// Grows it and opens it anew, to read.
SimulatedState grow_state(std::int64_t movements, std::uint64_t seed, std::string_view variant);

}  // namespace lotline::bench
