#pragma once
// The same made-up register at several sizes: what is told in docs/scale.md.

#include <cstdint>
#include <vector>

namespace lotline::bench {

/// Prints one table with a column a size. Needs room in the temporary folder for about 2.5 kB a movement of the
/// largest.
void measure_scale(const std::vector<std::int64_t>& sizes);

}  // namespace lotline::bench
