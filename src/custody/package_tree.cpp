#include "custody/package_tree.h"

namespace lotline::custody {

namespace {

void add_contents(const Book& book, PackageId package, std::map<LotId, Rounds>& sum) {
  book.package_lines.scan(make_key(package), [&](const PackageLineRow& line) {
    sum[line.lot] += line.rounds;
    return true;
  });
  for (const PackageId inner : children_of(book, package)) add_contents(book, inner, sum);
}

}  // namespace

std::vector<PackageId> children_of(const Book& book, PackageId package) {
  std::vector<PackageId> children;
  book.package_children.scan(make_key(package), [&](const PackageChildRow& row) {
    children.push_back(row.child);
    return true;
  });
  return children;
}

std::vector<LotLine> contents_of(const Book& book, PackageId package) {
  std::map<LotId, Rounds> sum;
  add_contents(book, package, sum);
  std::vector<LotLine> lines;
  for (const auto& [lot, rounds] : sum) lines.push_back({lot, rounds});
  return lines;
}

void move_package(Book& book, PackageId package, const Side& to) {
  auto row = book.packages.find(make_key(package));
  CHECK(row.has_value());
  row->possessor = to.possessor;
  row->where = to.where;
  row->standing = to.standing;
  book.packages.put(*row);
  for (const PackageId inner : children_of(book, package)) move_package(book, inner, to);
}

}  // namespace lotline::custody
