#pragma once
// This module's tables in memory, compiled once: whoever replays a register or tests over one has them all.

#include "base/memory_table.h"
#include "stockpile/condition.h"
#include "stockpile/stocktake.h"

namespace lotline {

extern template class Table<stockpile::ConditionRow>;
extern template class MemoryTable<stockpile::ConditionRow>;
extern template class Table<stockpile::DestructionRow>;
extern template class MemoryTable<stockpile::DestructionRow>;
extern template class Table<stockpile::InvestigationRow>;
extern template class MemoryTable<stockpile::InvestigationRow>;
extern template class Table<stockpile::VarianceRow>;
extern template class MemoryTable<stockpile::VarianceRow>;
extern template class Table<stockpile::StocktakeRow>;
extern template class MemoryTable<stockpile::StocktakeRow>;

}  // namespace lotline
