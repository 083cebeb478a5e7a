#include "custody/registration.h"

#include "custody/package_tree.h"
#include "custody/refusals.h"

namespace lotline::custody {

Result<ProductRegistered> decide_product(const Book& book, ProductRegistered product) {
  if (product.code.empty()) return refuse(missing_value, "code");
  if (book.products.first_by("code", product.code)) return refuse(product_exists, "{}", product.code);
  if (is_component(product.item) != (product.unit != CountUnit::rounds))
    return refuse(wrong_unit, "{} is a {} counted in {}", product.code, word(product.item), word(product.unit));
  return product;
}

Result<LotRegistered> decide_lot(const Book& book, LotRegistered lot) {
  if (lot.number_key.empty()) return refuse(no_lot_number, "\"{}\"", lot.number);
  if (find_lot(book, lot.maker, lot.number_key, lot.product)) return refuse(lot_exists, "{}", lot.number);
  return lot;
}

std::optional<LotRow> find_lot(const Book& book, PartyId maker, const std::string& number_key, ProductId product) {
  std::optional<LotRow> found;
  book.lots.scan_by("number_key", number_key, [&](const LotRow& lot) {
    if (lot.maker != maker || (product && lot.product != product)) return true;
    found = lot;
    return false;
  });
  return found;
}

Result<PackagePacked> decide_packing(const Book& book, PackagePacked package) {
  if (package.code_key.empty()) return refuse(missing_value, "code of the package");
  if (book.packages.first_by("code_key", package.code_key)) return refuse(package_exists, "{}", package.code);
  if (package.lines.empty() && package.contains.empty()) return refuse(package_empty, "{}", package.code);
  const Side side{package.possessor, Standing::held, package.where};
  std::set<LotId> listed;
  for (const LotLine& line : package.lines) {
    const AccountRow account = account_at(book, line.lot, side);
    if (line.rounds <= Rounds{}) return refuse(bad_quantity, "{}", line.rounds.count());
    if (!listed.insert(line.lot).second) return refuse(lot_listed_twice, "{}", package.code);
    if (line.rounds > account.loose())
      return refuse(not_enough_rounds, "{} to pack, {} loose", line.rounds.count(), account.loose().count());
  }
  for (const PackageId inner : package.contains) {
    const auto row = book.packages.find(make_key(inner));
    if (!row) return refuse(unknown_package, "number {}", inner.number);
    if (row->parent) return refuse(package_inside, "{}", row->code);
    if (row->side() != side) return refuse(package_elsewhere, "{}", row->code);
    if (row->level >= package.level)
      return refuse(package_level_order, "a {} into a {}", word(row->level), word(package.level));
  }
  return package;
}

Result<PackageOpened> decide_opening(const Book& book, PackageId package, std::optional<LotLine> taken) {
  const auto row = book.packages.find(make_key(package));
  if (!row) return refuse(unknown_package, "number {}", package.number);
  if (row->parent) return refuse(package_inside, "{}", row->code);
  PackageOpened opened{package, {}};
  if (!taken) {
    book.package_lines.scan(make_key(package), [&](const PackageLineRow& line) {
      opened.taken.push_back({line.lot, line.rounds});
      return true;
    });
    return opened;
  }
  const auto line = book.package_lines.find(make_key(package, taken->lot));
  const Rounds inside = line ? line->rounds : Rounds{};
  if (taken->rounds <= Rounds{}) return refuse(bad_quantity, "{}", taken->rounds.count());
  if (taken->rounds > inside)
    return refuse(not_enough_rounds, "{} to take out of {}, {} inside", taken->rounds.count(), row->code,
                  inside.count());
  opened.taken.push_back(*taken);
  return opened;
}

}  // namespace lotline::custody
