#pragma once
// The book: every table of the ledger, and the two things done to it: a record is applied, and conservation is checked.

#include <set>

#include "base/table.h"
#include "custody/hold.h"
#include "custody/lot.h"
#include "custody/movement.h"
#include "custody/package.h"
#include "custody/stock_year.h"

namespace lotline::custody {

struct Book {
  Table<ProductRow>& products;
  Table<LotRow>& lots;
  Table<AccountRow>& accounts;
  Table<LotTotalsRow>& totals;
  Table<EntryRow>& entries;
  Table<ShipmentRow>& shipments;
  Table<ShipmentLineRow>& shipment_lines;
  Table<ShipmentPackageRow>& shipment_packages;
  Table<ReversalRow>& reversals;
  Table<PackageRow>& packages;
  Table<PackageLineRow>& package_lines;
  Table<PackageChildRow>& package_children;
  Table<HoldRow>& holds;
  StockByYear stock;
};

/// When a record happened and was recorded; its number becomes the identity of what it brings into being.
struct RecordStamp {
  RecordNumber number = 0;
  When happened;
  Instant recorded_at;
};

[[nodiscard]] AccountRow account_at(const Book& book, LotId lot, const Side& side);

/// Applies what was decided, without deciding again. CHECKs that no account but a source or *unattributed* goes below
/// zero, and that what is packaged or reserved is there.
void apply(const ProductRegistered& record, const RecordStamp& stamp, Book& book);
void apply(const LotRegistered& record, const RecordStamp& stamp, Book& book);
void apply(const PackagePacked& record, const RecordStamp& stamp, Book& book);
void apply(const PackageOpened& record, const RecordStamp& stamp, Book& book);
void apply(const MovementPosted& record, const RecordStamp& stamp, Book& book);
void apply(const HoldMade& record, const RecordStamp& stamp, Book& book);
void apply(const HoldLifted& record, const RecordStamp& stamp, Book& book);

/// What must be true of a lot at every commit: its accounts add up to its totals, standing by standing, and
/// made + imported + re-lotted in = all the rest. Throws BrokenInvariant.
void check_conservation(const Book& book, LotId lot);

}  // namespace lotline::custody
