#pragma once
// How long every report takes over a simulated State.

#include <cstdint>

namespace lotline::bench {

/// Prints a table: each report with what it takes when nothing is asked of it, opened anew in a process of its own.
void measure_reports(std::int64_t movements);

}  // namespace lotline::bench
