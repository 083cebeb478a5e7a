#pragma once
// Grows a State from a seed: fifty years of returns, one after another, into a sink. The same options give the same
// acts on every machine.

#include <functional>

#include "simulation/sink.h"
#include "simulation/truth.h"

namespace lotline::simulation {

struct Grown {
  std::int64_t movements = 0;
  std::int64_t lots = 0;
  std::int64_t parties = 0;
  std::int64_t diversions = 0;
  std::int64_t finds = 0;
};

/// So many movements are written.
using Growing = std::function<void(std::int64_t)>;

/// Refuses a size that cannot be grown.
Result<void> check_size(const Options& options);

/// Refuses what the sink refuses. REQUIRES a size that can be grown.
Result<Grown> simulate(const Options& options, Sink& sink, Truth& truth, const Growing& growing);

}  // namespace lotline::simulation
