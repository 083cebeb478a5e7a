#pragma once
// A fixed mix of questions over a grown register, each a whole trace with all six parts of its answer, and the line of
// supply alone in recursive SQL over the same rows.

#include <array>
#include <string>

#include "bench/bench_register.h"
#include "bench/measured.h"

namespace lotline::bench {

/// The kinds of the mix, a quarter of it each.
inline constexpr std::array<const char*, 4> kQuestionKinds{
    "lot mark", "lot mark and maker's stamp", "headstamp and calibre", "headstamp, calibre and part of the lot mark"};

/// So many questions, of one kind or (-1) of the whole mix. Throws when one finds no lot.
Spread trace_times(BenchRegister& made, std::int64_t lots, int kind, int questions);
/// Asks for lots by their number. Makes the indexes that serve the query best.
Spread sql_times(const std::string& path, std::int64_t lots, int questions);

}  // namespace lotline::bench
