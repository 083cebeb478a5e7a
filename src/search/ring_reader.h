#pragma once
// Reads the relief of a surface on rings round any centre.

#include <array>
#include <cstdint>
#include <vector>

#include "search/signature.h"
#include "surface/prepared.h"

namespace lotline::search {

/// Relief on all rings of a layout, over each ring's mean; what was not measured is 0 and not present.
struct RingRelief {
  RingLayout layout{};
  std::vector<float> height_um{};       ///< layout.rings * kAngles
  std::vector<std::uint8_t> present{};  ///< layout.rings * kAngles
};

/// The surface averaged to about the resolution of the rings, so that no point of it is passed over between them.
class RingReader {
 public:
  /// REQUIRES (CHECKed) a surface whose parts agree in size, and a positive pitch unless it is empty.
  explicit RingReader(const surface::Prepared& surface);

  /// Round the point so far from the mark's centre (mark_centre.h).
  [[nodiscard]] RingRelief read(double x_um, double y_um) const;
  /// In whole numbers, cut at +-127, from the first ring with anything measured to the last.
  [[nodiscard]] Signature in_whole_numbers(const RingRelief& relief) const;

  // The mark's centre, from the middle of the grid.
  [[nodiscard]] std::int32_t centre_x_um() const { return centre_x_um_; }
  [[nodiscard]] std::int32_t centre_y_um() const { return centre_y_um_; }

 private:
  surface::Mark mark_;
  double pitch_um_ = 1;
  std::ptrdiff_t columns_ = 0;
  std::ptrdiff_t rows_ = 0;
  double middle_column_ = 0;  ///< of the grid, in steps of pitch_um_ from the centre of the first square
  double middle_row_ = 0;
  surface::CentreOf centre_of_ = surface::CentreOf::mass;
  std::int32_t centre_x_um_ = 0;
  std::int32_t centre_y_um_ = 0;
  std::vector<float> weight_{};  ///< 0 to 1: how much of a square and its neighbours was measured
  std::vector<float> sum_{};     ///< heights times weight
};

}  // namespace lotline::search
