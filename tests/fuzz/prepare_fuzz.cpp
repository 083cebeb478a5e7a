// Any small height map, with NaN, infinities and huge numbers, any options: a surface that is finite and keeps its
// promises, or a refusal.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include "surface/mirror.h"
#include "surface/prepare.h"

namespace {

using namespace lotline::surface;

void demand(bool holds) {
  if (!holds) std::abort();
}

/// Takes values off the front of the input; zeros when it is used up.
struct Input {
  const std::uint8_t* data;
  std::size_t size;

  template <class T>
  T take() {
    T value{};
    const std::size_t bytes = std::min(size, sizeof value);
    std::memcpy(&value, data, bytes);
    data += bytes;
    size -= bytes;
    return value;
  }
};

/// A length of a scan that need not be sensible: a byte chooses among plain ones, or any double follows.
double length(Input& input, double unit) {
  const auto choice = input.take<std::uint8_t>();
  return choice < 250 ? (1 + choice) * unit : input.take<double>();
}

double height(Input& input) {
  const auto choice = input.take<std::uint8_t>();
  if (choice < 8) return missing;
  if (choice < 12) return input.take<double>();
  return (static_cast<double>(choice) - 128) * 1e-7 + static_cast<double>(input.take<std::int8_t>()) * 1e-9;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input input{data, size};
  HeightMap map;
  map.columns = input.take<std::uint8_t>() % 64;
  map.rows = input.take<std::uint8_t>() % 64;
  map.pitch_x_m = length(input, 1e-6);
  map.pitch_y_m = length(input, 1e-6);
  PrepareOptions options = defaults_for(static_cast<lotline::surface::Mark>(input.take<std::uint8_t>() % 3));
  const auto flags = input.take<std::uint8_t>();
  options.find_region = (flags & 1) != 0;
  if ((flags & 2) != 0) options.least_area_mm2 = 0;
  if ((flags & 4) != 0) options.least_measured_share = 0;
  if ((flags & 8) != 0) options.pitch_um = std::max(20.0, length(input, 1));
  if ((flags & 16) != 0) options.long_cutoff_um = length(input, 10);
  if ((flags & 32) != 0) options.short_cutoff_um = length(input, 1);
  map.heights_m.resize(map.columns * map.rows - ((flags & 64) != 0 && map.columns * map.rows > 0 ? 1 : 0));
  for (double& h : map.heights_m) h = height(input);
  std::vector<std::uint8_t> mask(map.heights_m.size(), 1);
  if ((flags & 128) != 0) {
    for (std::size_t i = 0; i < mask.size(); i += 3) mask[i] = input.take<std::uint8_t>() & 1;
    options.mask = mask;
  }

  // A larger surface only takes longer.
  constexpr double kMostPoints = 60'000;
  const double area_um2 = static_cast<double>(map.columns * map.rows) * map.pitch_x_m * map.pitch_y_m * 1e12;
  if (area_um2 > kMostPoints * options.pitch_um * options.pitch_um && area_um2 < 1e12) return 0;
  const auto surface = prepare(map, options);
  if (!surface) {
    demand(surface.error().number >= 5100 && surface.error().number < 5200);
    return 0;
  }
  demand(surface->heights_um.size() == surface->columns * surface->rows);
  demand(surface->present.size() == surface->heights_um.size());
  for (std::size_t i = 0; i < surface->present.size(); ++i) {
    demand(std::isfinite(surface->heights_um[i]) && surface->present[i] <= 1);
    if (surface->present[i] == 0) demand(surface->heights_um[i] == 0);
  }
  const auto& quality = surface->quality;
  for (const double figure : {quality.area_mm2, quality.rms_um, quality.tilt_deg, quality.short_cutoff_um})
    demand(std::isfinite(figure) && figure >= 0);
  for (const double share : {quality.measured_share, quality.spike_share}) demand(share >= 0 && share <= 1);
  demand(mirrored(mirrored(*surface)).heights_um == surface->heights_um);
  return 0;
}
