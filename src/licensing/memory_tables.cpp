#include "licensing/memory_tables.h"

namespace lotline {

template class Table<licensing::LicenceRow>;
template class MemoryTable<licensing::LicenceRow>;
template class Table<licensing::LicenceUseRow>;
template class MemoryTable<licensing::LicenceUseRow>;

}  // namespace lotline
