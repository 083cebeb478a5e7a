#include "custody/memory_tables.h"

namespace lotline {

template class Table<custody::AccountRow>;
template class MemoryTable<custody::AccountRow>;
template class Table<custody::LotTotalsRow>;
template class MemoryTable<custody::LotTotalsRow>;
template class Table<custody::EventRow>;
template class MemoryTable<custody::EventRow>;
template class Table<custody::EventSubjectRow>;
template class MemoryTable<custody::EventSubjectRow>;
template class Table<custody::HoldRow>;
template class MemoryTable<custody::HoldRow>;
template class Table<custody::ProductRow>;
template class MemoryTable<custody::ProductRow>;
template class Table<custody::LotRow>;
template class MemoryTable<custody::LotRow>;
template class Table<custody::EntryRow>;
template class MemoryTable<custody::EntryRow>;
template class Table<custody::ShipmentRow>;
template class MemoryTable<custody::ShipmentRow>;
template class Table<custody::ShipmentLineRow>;
template class MemoryTable<custody::ShipmentLineRow>;
template class Table<custody::ShipmentPackageRow>;
template class MemoryTable<custody::ShipmentPackageRow>;
template class Table<custody::ReversalRow>;
template class MemoryTable<custody::ReversalRow>;
template class Table<custody::PackageRow>;
template class MemoryTable<custody::PackageRow>;
template class Table<custody::PackageLineRow>;
template class MemoryTable<custody::PackageLineRow>;
template class Table<custody::PackageChildRow>;
template class MemoryTable<custody::PackageChildRow>;
template class Table<custody::RetailerMarkRow>;
template class MemoryTable<custody::RetailerMarkRow>;
template class Table<custody::RoundKindRow>;
template class MemoryTable<custody::RoundKindRow>;
template class Table<custody::HolderProductsRow>;
template class MemoryTable<custody::HolderProductsRow>;
template class Table<custody::StockYearsRow>;
template class MemoryTable<custody::StockYearsRow>;
template class Table<custody::TradeItemRow>;
template class MemoryTable<custody::TradeItemRow>;

}  // namespace lotline
