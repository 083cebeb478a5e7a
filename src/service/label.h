#pragma once
// What the label of a package says: its code, and in plain words what a person reads on it without a scanner - maker,
// product, lot, quantity, and for whom it was made where that is on record (what the marking regimes of
// data/marking_regimes.csv and para 47 of the paper ask of a package). How it is drawn is exchange/label_print.h.

#include <string>
#include <vector>

#include "custody/package.h"
#include "marking/package_code.h"
#include "service/ports.h"
#include "service/reference.h"

namespace lotline::service {

struct LabelLine {
  std::string title;
  std::string value;
};

struct Label {
  marking::PackageCode code;
  custody::PackageLevel level{};
  std::string heading;  ///< the product; of a code alone what kind of package it is for
  std::vector<LabelLine> lines;
  bool simulated = false;  ///< nothing on it is true of anybody, and it says so
};

/// Labels of new packages of one lot, numbered on from a first serial.
struct LotLabelsAsked {
  std::string maker, number, product;  ///< the product where the number is not enough
  custody::PackageLevel level{};
  std::string serial;      ///< of the first; empty for labels without one
  std::int64_t count = 1;  ///< how many
};

inline constexpr std::int64_t kMostLabels = 1000;

/// Of a code alone; what it says is read out of it. Refuses a visitor who may not read marks, and a code that the GS1
/// rules refuse.
Result<Label> label_of_code(const Reference& reference, const std::string& code, custody::PackageLevel level,
                            bool simulated);
/// Of a package on record, with what lies in it. One who sees the package and not its contents gets the code alone.
Result<Label> label_of_package(Register& store, const Reference& reference, const std::string& code);
/// Refuses a product without a GTIN for such a package, a lot number that no (10) can carry, more than kMostLabels, and
/// several labels without a serial that counts on.
Result<std::vector<Label>> labels_of_lot(Register& store, const Reference& reference, const LotLabelsAsked& asked);

}  // namespace lotline::service
