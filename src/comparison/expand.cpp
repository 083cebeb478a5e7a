// What is worked out from stored features: rasters to sample from, sheets, the middle, the polar spectra.

#include <algorithm>
#include <array>
#include <cmath>

#include "comparison/features.h"
#include "comparison/units.h"

namespace lotline::comparison {
namespace {

/// A picture in whole numbers; a value that is not known has weight 0.
struct Picture {
  int columns = 0;
  int rows = 0;
  std::vector<std::int32_t> value{};
  std::vector<std::int32_t> weight{};

  [[nodiscard]] std::size_t at(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
  }
};

/// Smoothed by 1 2 1 both ways over what is known: half of a wave of four points passes.
Picture smoothed(const Picture& from) {
  Picture to{from.columns, from.rows, std::vector<std::int32_t>(from.value.size()),
             std::vector<std::int32_t>(from.value.size())};
  for (int row = 0; row < from.rows; ++row)
    for (int column = 0; column < from.columns; ++column) {
      std::int32_t sum = 0;
      std::int32_t weight = 0;
      for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) {
          const int x = column + dx;
          const int y = row + dy;
          if (x < 0 || y < 0 || x >= from.columns || y >= from.rows) continue;
          const std::size_t i = from.at(x, y);
          const std::int32_t w = (2 - std::abs(dx)) * (2 - std::abs(dy)) * from.weight[i];
          sum += w * from.value[i];
          weight += w;
        }
      if (weight == 0) continue;
      to.value[to.at(column, row)] = sum / weight;
      to.weight[to.at(column, row)] = 1;
    }
  return to;
}

/// Continued by the mean of known neighbours into what is missing, one point far, so that sampling between the last
/// point present and the next finds a height.
void continue_outwards(Picture& picture) {
  const Picture before = picture;
  const Picture wider = smoothed(before);
  for (std::size_t i = 0; i < picture.value.size(); ++i)
    if (before.weight[i] == 0 && wider.weight[i] != 0) {
      picture.value[i] = wider.value[i];
      picture.weight[i] = 1;
    }
}

Picture every_second(const Picture& from) {
  Picture to{(from.columns + 1) / 2, (from.rows + 1) / 2, {}, {}};
  for (int row = 0; row < from.rows; row += 2)
    for (int column = 0; column < from.columns; column += 2) {
      to.value.push_back(from.value[from.at(column, row)]);
      to.weight.push_back(from.weight[from.at(column, row)]);
    }
  return to;
}

/// Twice as many points each way: a point between two is (-1 9 9 -1) / 16 of its neighbours where all four are known,
/// the mean of those beside it where not.
Picture doubled_along_rows(const Picture& from) {
  Picture to{2 * from.columns - 1, from.rows, {}, {}};
  to.value.resize(static_cast<std::size_t>(to.columns) * static_cast<std::size_t>(to.rows));
  to.weight.resize(to.value.size());
  for (int row = 0; row < from.rows; ++row) {
    for (int column = 0; column < from.columns; ++column) {
      to.value[to.at(2 * column, row)] = from.value[from.at(column, row)];
      to.weight[to.at(2 * column, row)] = from.weight[from.at(column, row)];
    }
    for (int column = 0; column + 1 < from.columns; ++column) {
      const std::size_t left = from.at(column, row);
      const std::size_t right = left + 1;
      const std::size_t between = to.at(2 * column + 1, row);
      const std::int32_t known = from.weight[left] + from.weight[right];
      if (known == 0) continue;
      to.weight[between] = 1;
      if (known == 2 && column > 0 && column + 2 < from.columns && from.weight[left - 1] + from.weight[right + 1] == 2)
        to.value[between] =
            (9 * (from.value[left] + from.value[right]) - from.value[left - 1] - from.value[right + 1]) / 16;
      else
        to.value[between] = (from.value[left] * from.weight[left] + from.value[right] * from.weight[right]) / known;
    }
  }
  return to;
}

Picture turned(const Picture& from) {
  Picture to{from.rows, from.columns, {}, {}};
  to.value.resize(from.value.size());
  to.weight.resize(from.weight.size());
  for (int row = 0; row < from.rows; ++row)
    for (int column = 0; column < from.columns; ++column) {
      to.value[to.at(row, column)] = from.value[from.at(column, row)];
      to.weight[to.at(row, column)] = from.weight[from.at(column, row)];
    }
  return to;
}

Picture doubled(const Picture& from) { return turned(doubled_along_rows(turned(doubled_along_rows(from)))); }

/// Values in units of their own spread over `present`.
Raster raster_of(const Picture& picture, double pitch_um, const std::vector<std::uint8_t>& present) {
  Raster raster{picture.columns, picture.rows, pitch_um, {}};
  raster.point.assign(static_cast<std::size_t>(raster.stride()) * static_cast<std::size_t>(raster.rows + 2), 0);
  const std::vector<double> value(picture.value.begin(), picture.value.end());
  const double deviation = robust_deviation(value, present);
  for (int row = 0; row < picture.rows; ++row)
    for (int column = 0; column < picture.columns; ++column) {
      const std::size_t at = picture.at(column, row);
      raster.point[raster.index(column, row)] =
          static_cast<std::int16_t>(2 * in_units(value[at], deviation) + present[at]);
    }
  return raster;
}

/// A point between two is present where both are.
std::vector<std::uint8_t> doubled_presence(const Features& from) {
  const int columns = 2 * from.columns - 1;
  const int rows = 2 * from.rows - 1;
  std::vector<std::uint8_t> present;
  present.reserve(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  const auto at = [&](int column, int row) {
    return from.present[static_cast<std::size_t>(row) * static_cast<std::size_t>(from.columns) +
                        static_cast<std::size_t>(column)];
  };
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column)
      present.push_back(at(column / 2, row / 2) & at((column + 1) / 2, row / 2) & at(column / 2, (row + 1) / 2) &
                        at((column + 1) / 2, (row + 1) / 2));
  return present;
}

/// As many points as fit, about the middle.
int points_within(int columns, double pitch_um, double new_pitch_um) {
  return static_cast<int>(std::floor((columns - 1) * pitch_um / new_pitch_um + 1e-9)) + 1;
}

constexpr std::int32_t kFraction = 256;  ///< parts of a unit that smoothing keeps

}  // namespace

void expand(Features& features) {
  Picture base{features.columns, features.rows, {}, {}};
  double sum_x = 0;
  double sum_y = 0;
  double count = 0;
  for (int row = 0; row < features.rows; ++row)
    for (int column = 0; column < features.columns; ++column) {
      const std::size_t i = base.at(column, row);
      base.value.push_back(features.height[i] * kFraction);
      base.weight.push_back(features.present[i]);
      if (features.present[i] == 0) continue;
      sum_x += column;
      sum_y += row;
      ++count;
    }
  if (count > 0)
    features.centre = {(sum_x / count - (features.columns - 1) / 2.0) * kBasePitchUm,
                       (sum_y / count - (features.rows - 1) / 2.0) * kBasePitchUm};
  Picture medium = smoothed(base);
  Picture coarse = smoothed(every_second(medium));
  continue_outwards(base);
  continue_outwards(base);
  features.raster[0] = raster_of(doubled(base), kBasePitchUm / 2, doubled_presence(features));
  continue_outwards(medium);
  features.raster[1] = raster_of(medium, kBasePitchUm, features.present);
  std::vector<std::uint8_t> present;
  for (int row = 0; row < features.rows; row += 2)
    for (int column = 0; column < features.columns; column += 2)
      present.push_back(features.present[base.at(column, row)]);
  continue_outwards(coarse);
  features.raster[2] = raster_of(coarse, 2 * kBasePitchUm, present);
  for (std::size_t level = 0; level < kLevels; ++level) {
    const Raster& raster = features.raster[level];
    Sheet& sheet = features.sheet[level];
    const double pitch_um = 2 * raster.pitch_um;
    sheet.reset(points_within(raster.columns, raster.pitch_um, pitch_um),
                points_within(raster.rows, raster.pitch_um, pitch_um), pitch_um);
    lay_whole(raster, sheet);
  }
  features.autocorrelation = autocorrelation_of(features.sheet[0]);
  features.as_template = template_of(features.raster[2], features.centre);
}

}  // namespace lotline::comparison
