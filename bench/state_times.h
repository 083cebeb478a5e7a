#pragma once
// What a simulated State costs: growing it, whole seizures, every report.

#include <cstdint>
#include <vector>

namespace lotline::bench {

/// Prints a table with a column for each size, in movements. Whole seizures and every report are asked in processes of
/// their own, with the register opened anew.
void measure_states(const std::vector<std::int64_t>& sizes);

}  // namespace lotline::bench
