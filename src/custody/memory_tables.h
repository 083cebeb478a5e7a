#pragma once
// This module's tables in memory, compiled once: whoever replays a register or tests over one has them all.

#include "base/memory_table.h"
#include "custody/account.h"
#include "custody/event.h"
#include "custody/hold.h"
#include "custody/lot.h"
#include "custody/movement.h"
#include "custody/package.h"
#include "custody/retailer_mark.h"
#include "custody/stock_year.h"
#include "custody/trade_item.h"

namespace lotline {

extern template class Table<custody::AccountRow>;
extern template class MemoryTable<custody::AccountRow>;
extern template class Table<custody::LotTotalsRow>;
extern template class MemoryTable<custody::LotTotalsRow>;
extern template class Table<custody::EventRow>;
extern template class MemoryTable<custody::EventRow>;
extern template class Table<custody::EventSubjectRow>;
extern template class MemoryTable<custody::EventSubjectRow>;
extern template class Table<custody::HoldRow>;
extern template class MemoryTable<custody::HoldRow>;
extern template class Table<custody::ProductRow>;
extern template class MemoryTable<custody::ProductRow>;
extern template class Table<custody::LotRow>;
extern template class MemoryTable<custody::LotRow>;
extern template class Table<custody::EntryRow>;
extern template class MemoryTable<custody::EntryRow>;
extern template class Table<custody::ShipmentRow>;
extern template class MemoryTable<custody::ShipmentRow>;
extern template class Table<custody::ShipmentLineRow>;
extern template class MemoryTable<custody::ShipmentLineRow>;
extern template class Table<custody::ShipmentPackageRow>;
extern template class MemoryTable<custody::ShipmentPackageRow>;
extern template class Table<custody::ReversalRow>;
extern template class MemoryTable<custody::ReversalRow>;
extern template class Table<custody::PackageRow>;
extern template class MemoryTable<custody::PackageRow>;
extern template class Table<custody::PackageLineRow>;
extern template class MemoryTable<custody::PackageLineRow>;
extern template class Table<custody::PackageChildRow>;
extern template class MemoryTable<custody::PackageChildRow>;
extern template class Table<custody::RetailerMarkRow>;
extern template class MemoryTable<custody::RetailerMarkRow>;
extern template class Table<custody::RoundKindRow>;
extern template class MemoryTable<custody::RoundKindRow>;
extern template class Table<custody::HolderProductsRow>;
extern template class MemoryTable<custody::HolderProductsRow>;
extern template class Table<custody::StockYearsRow>;
extern template class MemoryTable<custody::StockYearsRow>;
extern template class Table<custody::TradeItemRow>;
extern template class MemoryTable<custody::TradeItemRow>;

}  // namespace lotline
