#pragma once
// The best rising function of scores (isotonic regression; pool adjacent violators, Ayer et al. 1955; as a calibrator
// N. Brümmer and J. du Preez, Computer Speech and Language 20 (2006) 230-275): what scores could tell if they were
// calibrated perfectly on the very pairs they are judged by.

#include <span>
#include <vector>

namespace lotline::comparison {

/// A value with its class and weight.
struct ClassedValue {
  double value = 0;
  bool same = false;
  double weight = 1;
};

/// For each value, in the order given, the log10 likelihood ratio of its pool; minus or plus infinity where a pool
/// holds one class alone. REQUIRES (CHECKed) both classes with weight.
[[nodiscard]] std::vector<double> pooled_llrs(std::span<const ClassedValue> values);

}  // namespace lotline::comparison
