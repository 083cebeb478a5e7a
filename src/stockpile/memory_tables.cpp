#include "stockpile/memory_tables.h"

namespace lotline {

template class Table<stockpile::ConditionRow>;
template class MemoryTable<stockpile::ConditionRow>;
template class Table<stockpile::DestructionRow>;
template class MemoryTable<stockpile::DestructionRow>;
template class Table<stockpile::InvestigationRow>;
template class MemoryTable<stockpile::InvestigationRow>;
template class Table<stockpile::VarianceRow>;
template class MemoryTable<stockpile::VarianceRow>;
template class Table<stockpile::StocktakeRow>;
template class MemoryTable<stockpile::StocktakeRow>;

}  // namespace lotline
