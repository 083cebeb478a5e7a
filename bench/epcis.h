#pragma once
// EPCIS documents in, beside simdjson merely parsing the same bytes.

#include <cstdint>

namespace lotline::bench {

/// Exports the lives of lots with about so many movements, imports the documents into a fresh register, judges them
/// without a register, and parses them; prints one table.
void measure_epcis(std::int64_t movements);

}  // namespace lotline::bench
