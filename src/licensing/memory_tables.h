#pragma once
// This module's tables in memory, compiled once: whoever replays a register or tests over one has them all.

#include "base/memory_table.h"
#include "licensing/licence.h"

namespace lotline {

extern template class Table<licensing::LicenceRow>;
extern template class MemoryTable<licensing::LicenceRow>;
extern template class Table<licensing::LicenceUseRow>;
extern template class MemoryTable<licensing::LicenceUseRow>;

}  // namespace lotline
