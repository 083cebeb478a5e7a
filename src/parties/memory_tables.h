#pragma once
// This module's tables in memory, compiled once: whoever replays a register or tests over one has them all.

#include "base/memory_table.h"
#include "parties/party.h"
#include "parties/personal.h"
#include "parties/place.h"

namespace lotline {

extern template class Table<parties::PartyRow>;
extern template class MemoryTable<parties::PartyRow>;
extern template class Table<parties::MakerCodeRow>;
extern template class MemoryTable<parties::MakerCodeRow>;
extern template class Table<parties::PersonalRow>;
extern template class MemoryTable<parties::PersonalRow>;
extern template class Table<parties::PlaceRow>;
extern template class MemoryTable<parties::PlaceRow>;

}  // namespace lotline
