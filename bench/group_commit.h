#pragma once
// Commits of many writers, joined by the write queue and one at a time.

#include <cstdint>

#include "bench/bench_register.h"

namespace lotline::bench {

struct GroupCommit {
  double acts_per_second = 0;
  double acts_per_commit = 0;
};

/// So many writers that each wait for the answer to an act before the next, for some seconds; each act is a movement of
/// one round of one of the register's lots. With `joined` through the write queue, without each act is a unit of work
/// and a commit of its own and writers wait for each other.
GroupCommit group_commit(BenchRegister& made, std::int64_t lots, int writers, bool joined, double for_seconds);

}  // namespace lotline::bench
