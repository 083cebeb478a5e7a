#pragma once
// Registering products and lots, and packing: decided against the book, nothing is written.

#include "custody/book.h"

namespace lotline::custody {

Result<ProductRegistered> decide_product(const Book& book, ProductRegistered product);

/// Refuses a lot without number (para 56) and one already registered. The caller has filled number_key.
Result<LotRegistered> decide_lot(const Book& book, LotRegistered lot);
/// The registered lot of a maker, by folded number; of several products, the one given, or any when none is given.
std::optional<LotRow> find_lot(const Book& book, PartyId maker, const std::string& number_key, ProductId product);

/// Filling a package from loose rounds of an account and from packages that stand there.
Result<PackagePacked> decide_packing(const Book& book, PackagePacked package);
/// Opening it: smaller packages inside come to stand alone; with `rounds`, so many of its own rounds are taken out.
Result<PackageOpened> decide_opening(const Book& book, PackageId package, std::optional<LotLine> taken);

}  // namespace lotline::custody
