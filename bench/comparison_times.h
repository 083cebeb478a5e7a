#pragma once
// How long comparing takes and how well it tells guns apart: real scans, whole and degraded.

namespace lotline::bench {

/// Times of pairs from features to score, published counts apart, one thread and two; beside what others published or
/// what was measured of them.
void measure_comparison_times();

/// Pairs of ten slides, whole and degraded: how many of one slide score above every other pair. `first` and `last`
/// choose slides, so that those a constant was chosen on can be left out.
void measure_comparison_accuracy(int first, int last);

}  // namespace lotline::bench
