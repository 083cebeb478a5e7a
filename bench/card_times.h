#pragma once
// The card of a lot as JSON, without HTTP, over lots spread through a grown register.

#include "bench/bench_register.h"
#include "bench/measured.h"

namespace lotline::bench {

Spread card_times(BenchRegister& made, std::int64_t lots, int cards);

}  // namespace lotline::bench
