#pragma once
// Random relief with waves of chosen lengths, the same on every machine for a seed: what generated surfaces are made
// of.
//
// Each band is a lattice of random numbers, made free of long waves and drawn smooth by quadratic B-splines, so that a
// height can be asked for at any place in whatever order.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lotline::surface {

/// One band of a relief: waves of about three times its spacing.
struct Band {
  double spacing_um = 0;
  double amplitude_um = 0;  ///< standard deviation of its heights
};

/// How a relief lies: turned, drawn out along its lines, its lines arcs about a far centre.
struct Grain {
  double turned_deg = 0;
  double stretch = 1;    ///< length of a wave along the lines to that across them
  double radius_um = 0;  ///< of the arcs; 0 for straight lines
};

class Relief {
 public:
  /// Heights for places no farther than `reach_um` from the middle; beyond, those at its rim go on. A band without
  /// amplitude costs nothing and leaves the others as they are.
  Relief(std::uint64_t seed, std::span<const Band> bands, const Grain& grain, double reach_um);

  /// Micrometres. `gains` multiply the amplitudes band by band; one for each band.
  [[nodiscard]] double at(double x_um, double y_um, std::span<const double> gains) const;
  [[nodiscard]] std::size_t bands() const { return layers_.size(); }

 private:
  struct Layer {
    double amplitude_um = 0;
    double across = 0, along = 0;  // lattice steps a micrometre
    std::ptrdiff_t half_across = 0, half_along = 0;
    std::vector<float> nodes{};

    [[nodiscard]] double at(double u, double v) const;
  };

  double cosine_ = 1, sine_ = 0, radius_um_ = 0;
  std::vector<Layer> layers_{};
};

}  // namespace lotline::surface
