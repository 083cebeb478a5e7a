#include "firearms/memory_tables.h"

namespace lotline {

template class Table<firearms::FirearmRow>;
template class MemoryTable<firearms::FirearmRow>;
template class Table<firearms::TestFireRow>;
template class MemoryTable<firearms::TestFireRow>;

}  // namespace lotline
