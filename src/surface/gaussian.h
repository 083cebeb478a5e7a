#pragma once
// The Gaussian filter of areal surface texture, ISO 16610-61 (weights as in ISO 16610-21): the cutoff is the wavelength
// at which half the amplitude is left. Missing points weigh nothing and the rest is divided by the weight that was
// there (normalised convolution, Knutsson and Westin 1993).
//
// Sums over rows run in one fixed order for each point, whatever the width of the vector registers.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "surface/prepared.h"

namespace lotline::surface {

/// Weights for one output point: of the inputs first, first + 1, ... An input outside of the data is missing.
struct Taps {
  std::ptrdiff_t first = 0;
  std::vector<float> weights{};
};

/// A low-pass filter on points of one spacing. Below a cutoff of 4 points the sampled bell would fold onto itself, so
/// the weights are then those whose transfer function is the bell up to the highest frequency that the points can
/// carry.
class LowPass {
 public:
  /// `cutoff` in points. REQUIRES (CHECKed) 2 <= cutoff < 1e6.
  explicit LowPass(double cutoff);
  /// The weights, of sum 1, for the filter centred `at` a place between the points.
  [[nodiscard]] Taps taps(double at) const;

 private:
  [[nodiscard]] double weight(double x) const;

  double cutoff_;
  double reach_;                    // of the weights, in points
  std::vector<double> spectrum_{};  // of a short cutoff: the bell at equal steps of frequency, times Simpson's weights
};

/// One output row for each taps: the weighted sum of input rows. `in` holds rows of `columns` values.
[[nodiscard]] std::vector<float> combine_rows(std::span<const float> in, std::size_t columns,
                                              std::span<const Taps> taps);

/// Rows become columns.
[[nodiscard]] std::vector<float> transposed(std::span<const float> in, std::size_t columns);

/// What is left of the heights below the cutoff, at every present point; 0 elsewhere.
[[nodiscard]] std::vector<float> low_pass(const Prepared& surface, double cutoff_um);

/// Takes the low-passed part out, in place.
void take_out_long_waves(Prepared& surface, double cutoff_um);

}  // namespace lotline::surface
