#pragma once
// How far a set of likelihood ratios can be trusted: the empirical lower and upper bound (ELUB) of P. Vergeer,
// A. van Es, A. de Jongh, I. Alberink and R. Stoel, "Numerical likelihood ratios outputted by LR systems are often
// based on extrapolation: when to stop extrapolating?", Science & Justice 56 (2016) 482-491.

#include <span>

#include "comparison/pool_adjacent_violators.h"

namespace lotline::comparison {

/// Log10 likelihood ratios beyond these are replaced by them. lower <= 0 <= upper.
struct Bounds {
  double lower = 0;
  double upper = 0;
};

/// The published rule: with one misleading ratio added to the set, deciding by the ratios must at every threshold up to
/// the bound cost no more than deciding without them (a normalised Bayes error rate of at most 1); in steps of 0.01
/// from 0 outward, up to the first that costs more. The added ratio weighs 1 beside the weights of `llrs`: with weights
/// of 1 the set counts as many units as pairs, as published; with firearm_weights() as many as firearms, so that ten
/// slides bound at 11 however many pairs they make. REQUIRES (CHECKed) both classes with weight.
[[nodiscard]] Bounds empirical_bounds(std::span<const ClassedValue> llrs);

}  // namespace lotline::comparison
