#pragma once
// Packages as they were on another day. Tables keep what is; what was is told by the records that name a package, read
// from the log in order.

#include <map>

#include "service/cards.h"

namespace lotline::service {

/// A package: where it stands in the tree and the world, and what lies in it.
struct PackageThen {
  std::string code;
  custody::PackageLevel level{};
  PackageId parent;
  bool sealed = true;
  custody::Side side;
  std::string marks;
  std::map<LotId, Rounds> lines;  ///< directly in it
};

class PackagesThen {
 public:
  /// As the records that count by those days tell. Reads the whole log.
  PackagesThen(Register& store, const AsOf& as_of);

  /// Nothing of a package that had not been packed.
  [[nodiscard]] const PackageThen* find(PackageId package) const;
  [[nodiscard]] std::vector<PackageId> inside(PackageId package) const;
  /// Rounds in it and in those inside it, one line a lot.
  [[nodiscard]] std::map<LotId, Rounds> contents(PackageId package) const;

 private:
  void take(const custody::PackagePacked& packed, RecordNumber number);
  void take(const custody::PackageOpened& opened, RecordNumber number);
  void take(const custody::MovementPosted& movement, RecordNumber number);
  void take(const auto&, RecordNumber) {}
  void move(PackageId package, const custody::Side& to);

  std::map<PackageId, PackageThen> packages_;
};

}  // namespace lotline::service
