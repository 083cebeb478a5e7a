#include "search/ring_reader.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/check.h"
#include "base/steady_math.h"
#include "surface/mark_centre.h"
#include "surface/smooth_grid.h"

namespace lotline::search {

namespace {

/// Squares that heights are averaged over before rings are read; half a ring's spacing or less.
constexpr double kSquareUm = 25;
/// Of the squares round a point, so much must have been measured for it to count as measured.
constexpr float kLeastWeight = 0.5F;
/// Of a ring; the mean of a shorter arc says little about the ring, and so does its roughness.
constexpr int kLeastAngles = kAngles / 16;

struct Directions {
  std::array<double, kAngles> cosine{};
  std::array<double, kAngles> sine{};
};

const Directions& directions() {
  static const Directions all = [] {
    Directions made;
    for (std::size_t i = 0; i < kAngles; ++i) {
      const double radians = 2 * std::numbers::pi * static_cast<double>(i) / kAngles;
      made.cosine[i] = steady::cos(radians);
      made.sine[i] = steady::sin(radians);
    }
    return made;
  }();
  return all;
}

/// Heights squared and summed, and what brings such heights to whole numbers.
struct Squares {
  double sum = 0;
  int count = 0;

  void add(float height_um) {
    sum += static_cast<double>(height_um) * static_cast<double>(height_um);
    ++count;
  }
  [[nodiscard]] double to_units() const { return sum > 0 ? kReliefUnit / std::sqrt(sum / count) : 0; }
};

void take_mean_away(float* heights, const std::uint8_t* present) {
  float sum = 0;
  int count = 0;
  for (int i = 0; i < kAngles; ++i) {
    sum += heights[i];
    count += present[i];
  }
  if (count == 0) return;
  const float mean = count < kLeastAngles ? 0 : sum / static_cast<float>(count);
  for (int i = 0; i < kAngles; ++i)
    if (present[i] != 0) heights[i] -= mean;
}

}  // namespace

RingReader::RingReader(const surface::Prepared& surface) : mark_(surface.mark) {
  CHECK(surface.heights_um.size() == surface.columns * surface.rows);
  CHECK(surface.present.size() == surface.heights_um.size());
  if (surface.heights_um.empty()) return;
  CHECK(surface.pitch_um > 0);
  const auto columns = static_cast<std::ptrdiff_t>(surface.columns);
  const auto rows = static_cast<std::ptrdiff_t>(surface.rows);
  const std::ptrdiff_t step =
      std::clamp<std::ptrdiff_t>(std::lround(std::min(kSquareUm / surface.pitch_um, 1e6)), 1, std::max(columns, rows));
  pitch_um_ = surface.pitch_um * static_cast<double>(step);
  columns_ = (columns + step - 1) / step;
  rows_ = (rows + step - 1) / step;
  const double half_square = 0.5 * static_cast<double>(step - 1);
  middle_column_ = (0.5 * static_cast<double>(columns - 1) - half_square) / static_cast<double>(step);
  middle_row_ = (0.5 * static_cast<double>(rows - 1) - half_square) / static_cast<double>(step);
  weight_.assign(static_cast<std::size_t>(columns_ * rows_), 0);
  sum_.assign(weight_.size(), 0);
  for (std::ptrdiff_t row = 0; row < rows; ++row)
    for (std::ptrdiff_t column = 0; column < columns; ++column) {
      const auto from = static_cast<std::size_t>(row * columns + column);
      const float height = surface.heights_um[from];
      if (surface.present[from] == 0 || !std::isfinite(height)) continue;
      const auto to = static_cast<std::size_t>(row / step * columns_ + column / step);
      weight_[to] += 1;
      sum_[to] += height;
    }
  const float share = 1 / static_cast<float>(step * step);
  for (float& value : weight_) value *= share;
  for (float& value : sum_) value *= share;
  for (std::vector<float>* values : {&weight_, &sum_}) surface::smooth(*values, columns_, rows_, 1);
  const surface::MarkCentre centre = surface::mark_centre(mark_, weight_, columns_, rows_, pitch_um_);
  centre_of_ = centre.of;
  centre_x_um_ = static_cast<std::int32_t>(std::lround((centre.at.column - middle_column_) * pitch_um_));
  centre_y_um_ = static_cast<std::int32_t>(std::lround((centre.at.row - middle_row_) * pitch_um_));
}

RingRelief RingReader::read(double x_um, double y_um) const {
  RingRelief relief{.layout = ring_layout(mark_)};
  const auto points = static_cast<std::size_t>(relief.layout.rings) * kAngles;
  relief.height_um.assign(points, 0);
  relief.present.assign(points, 0);
  const double x = middle_column_ + (centre_x_um_ + x_um) / pitch_um_;
  const double y = middle_row_ + (centre_y_um_ + y_um) / pitch_um_;
  for (int ring = 0; ring < relief.layout.rings; ++ring) {
    const double radius = (relief.layout.innermost_um + relief.layout.spacing_um * ring) / pitch_um_;
    const auto first = static_cast<std::size_t>(ring) * kAngles;
    for (std::size_t angle = 0; angle < kAngles; ++angle) {
      const double column = x + radius * directions().cosine[angle];
      const double row = y + radius * directions().sine[angle];
      if (!(column >= 0 && row >= 0)) continue;
      const auto left = static_cast<std::ptrdiff_t>(column);
      const auto low = static_cast<std::ptrdiff_t>(row);
      if (left + 1 >= columns_ || low + 1 >= rows_) continue;
      const auto u = static_cast<float>(column - static_cast<double>(left));
      const auto v = static_cast<float>(row - static_cast<double>(low));
      const auto at = static_cast<std::size_t>(low * columns_ + left);
      const auto above = at + static_cast<std::size_t>(columns_);
      const auto between = [&](const std::vector<float>& values) {
        return (1 - v) * ((1 - u) * values[at] + u * values[at + 1]) +
               v * ((1 - u) * values[above] + u * values[above + 1]);
      };
      const float weight = between(weight_);
      if (weight < kLeastWeight) continue;
      relief.present[first + angle] = 1;
      relief.height_um[first + angle] = between(sum_) / weight;
    }
    take_mean_away(relief.height_um.data() + first, relief.present.data() + first);
  }
  return relief;
}

Signature RingReader::in_whole_numbers(const RingRelief& relief) const {
  Signature result{.mark = mark_, .centre_x_um = centre_x_um_, .centre_y_um = centre_y_um_, .centre_of = centre_of_};
  std::vector<Squares> of_ring(static_cast<std::size_t>(relief.layout.rings));
  Squares of_all;
  int last = -1;
  for (std::size_t i = 0; i < relief.height_um.size(); ++i) {
    if (relief.present[i] == 0) continue;
    if (of_all.count == 0) result.first_ring = static_cast<int>(i) / kAngles;
    last = static_cast<int>(i) / kAngles;
    of_ring[i / kAngles].add(relief.height_um[i]);
    of_all.add(relief.height_um[i]);
  }
  if (of_all.count == 0) return result;
  const auto first = static_cast<std::size_t>(result.first_ring) * kAngles;
  result.relief.assign(static_cast<std::size_t>(last + 1 - result.first_ring) * kAngles, kNotMeasured);
  for (std::size_t i = 0; i < result.relief.size(); ++i) {
    if (relief.present[first + i] == 0) continue;
    const Squares& ring = of_ring[(first + i) / kAngles];
    const double scale = (ring.count < kLeastAngles ? of_all : ring).to_units();
    const double height = static_cast<double>(relief.height_um[first + i]) * scale;
    result.relief[i] = static_cast<std::int8_t>(std::lround(std::clamp(height, -127.0, 127.0)));
  }
  return result;
}

}  // namespace lotline::search
