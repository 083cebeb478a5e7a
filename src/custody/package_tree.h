#pragma once
// Walking the tree of packages.

#include <vector>

#include "custody/book.h"

namespace lotline::custody {

std::vector<PackageId> children_of(const Book& book, PackageId package);
/// All rounds in a package and in those inside it, one line a lot, in the order of the lots.
std::vector<LotLine> contents_of(const Book& book, PackageId package);
/// Says where a package and all inside it now stand.
void move_package(Book& book, PackageId package, const Side& to);

}  // namespace lotline::custody
