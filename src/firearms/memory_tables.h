#pragma once
// This module's tables in memory, compiled once: whoever replays a register or tests over one has them all.

#include "base/memory_table.h"
#include "firearms/firearm.h"
#include "firearms/test_fire.h"

namespace lotline {

extern template class Table<firearms::FirearmRow>;
extern template class MemoryTable<firearms::FirearmRow>;
extern template class Table<firearms::TestFireRow>;
extern template class MemoryTable<firearms::TestFireRow>;

}  // namespace lotline
