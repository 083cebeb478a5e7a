#include "parties/memory_tables.h"

namespace lotline {

template class Table<parties::PartyRow>;
template class MemoryTable<parties::PartyRow>;
template class Table<parties::MakerCodeRow>;
template class MemoryTable<parties::MakerCodeRow>;
template class Table<parties::PersonalRow>;
template class MemoryTable<parties::PersonalRow>;
template class Table<parties::PlaceRow>;
template class MemoryTable<parties::PlaceRow>;

}  // namespace lotline
