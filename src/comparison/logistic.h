#pragma once
// Logistic regression of "same source" on scores, with Firth's penalty: the Jeffreys prior keeps the slope finite where
// the classes are apart, and shrinks more the less was seen (D. Firth, Biometrika 80 (1993) 27-38; G. Heinze and
// M. Schemper, Statistics in Medicine 21 (2002) 2409-2419). No constant to choose.

#include <span>
#include <vector>

#include "base/refusal.h"

namespace lotline::comparison {

/// Rows of `columns` numbers each, one after the other; a class and a weight for each.
struct LogisticData {
  std::size_t columns = 1;
  std::vector<double> x{};  ///< rows * columns
  std::vector<bool> same{};
  std::vector<double> weights{};  ///< of at least zero

  [[nodiscard]] std::size_t rows() const { return same.size(); }
};

/// The natural logarithm of the likelihood ratio is intercept + sum of slope times x. Classes are weighed to equal
/// prior odds, so that no prior stays in the intercept.
struct LogisticFit {
  double intercept = 0;
  std::vector<double> slopes{};

  [[nodiscard]] double at(std::span<const double> x) const;
};

/// Refuses a set without both classes, numbers that are not finite, and a fit that does not settle.
/// The sum of weights of each class is kept as it is for the penalty and made equal for the odds: the lighter class
/// stands, the heavier is scaled down to it.
Result<LogisticFit> fit_logistic(const LogisticData& data);

}  // namespace lotline::comparison
