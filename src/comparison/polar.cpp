#include "comparison/polar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <tuple>

#include "base/steady_math.h"
#include "comparison/kernels.h"

namespace lotline::comparison {
namespace {

constexpr double kTurn = 2 * std::numbers::pi;

/// Cosine and minus sine of each of 64 angles.
const float* turns() {
  static const std::array<float, kAngles> table = [] {
    std::array<float, kAngles> made{};
    for (int i = 0; i < kAngles / 2; ++i) {
      made[static_cast<std::size_t>(2 * i)] = static_cast<float>(steady::cos(kTurn * i / kAngles));
      made[static_cast<std::size_t>(2 * i + 1)] = static_cast<float>(-steady::sin(kTurn * i / kAngles));
    }
    return made;
  }();
  return table.data();
}

constexpr int reversed(int k) {
  int r = 0;
  for (int bit = 0; bit < 7; ++bit) r |= ((k >> bit) & 1) << (6 - bit);
  return r;
}

/// Unit vectors of the angles.
const std::array<Point, kAngles>& directions() {
  static const std::array<Point, kAngles> table = [] {
    std::array<Point, kAngles> made{};
    for (int i = 0; i < kAngles; ++i)
      made[static_cast<std::size_t>(i)] = {steady::cos(kTurn * i / kAngles), steady::sin(kTurn * i / kAngles)};
    return made;
  }();
  return table;
}

Spectrum spectrum_about(const Raster& picture, Point centre) {
  constexpr std::size_t kSize = std::size_t{kAngles} * kRings;
  alignas(64) std::array<float, kSize> re{};
  alignas(64) std::array<float, kSize> im{};
  const double scale = 65536 / picture.pitch_um;
  const auto whole = [scale](double um) { return static_cast<std::int64_t>(std::nearbyint(um * scale)); };
  const std::int64_t middle_x = whole(centre.x_um) + (picture.columns - 1) * 32768;
  const std::int64_t middle_y = whole(centre.y_um) + (picture.rows - 1) * 32768;
  for (std::size_t angle = 0; angle < kAngles; ++angle) {
    const std::int64_t step_x = whole(directions()[angle].x_um * kRingStepUm / 2);
    const std::int64_t step_y = whole(directions()[angle].y_um * kRingStepUm / 2);
    for (int ring = 0; ring < kRings; ++ring) {
      const std::int64_t x = middle_x + step_x * (2 * ring + 1);
      const std::int64_t y = middle_y + step_y * (2 * ring + 1);
      const std::int64_t ix = x >> 16;
      const std::int64_t iy = y >> 16;
      if (ix < 0 || iy < 0 || ix >= picture.columns - 1 || iy >= picture.rows - 1) continue;
      const std::int64_t near = ((y + 32768) >> 16) * picture.columns + ((x + 32768) >> 16);
      if (picture.present[static_cast<std::size_t>(near)] == 0) continue;
      const std::int16_t* p = &picture.value[static_cast<std::size_t>(iy * picture.columns + ix)];
      const auto fx = static_cast<std::int32_t>((x >> 9) & 127);
      const auto fy = static_cast<std::int32_t>((y >> 9) & 127);
      const std::int32_t below = p[0] * (128 - fx) + p[1] * fx;
      const std::int32_t above = p[picture.columns] * (128 - fx) + p[picture.columns + 1] * fx;
      const std::size_t at = angle * kRings + static_cast<std::size_t>(ring);
      re[at] = static_cast<float>(below * (128 - fy) + above * fy) * (1.0F / (16384 * kUnitsPerDeviation));
      im[at] = 1;
    }
  }
  kernels().fourier_rings(re.data(), im.data(), turns());
  // Two real rows went in as one complex row: f + i m. Their waves come apart by symmetry.
  Spectrum spectrum(kSpectrumFloats);
  for (int ring = 0; ring < kRings; ++ring) {
    float* out = spectrum.data() + ring * kRingFloats;
    for (int k = 0; k < kWaves; ++k) {
      const auto at = static_cast<std::size_t>(reversed(k) * kRings + ring);
      const auto minus = static_cast<std::size_t>(reversed((kAngles - k) % kAngles) * kRings + ring);
      out[k] = 0.5F * (re[at] + re[minus]);
      out[kWaves + k] = 0.5F * (im[at] - im[minus]);
      if (k >= kMaskWaves) continue;
      out[2 * kWaves + k] = 0.5F * (im[at] + im[minus]);
      out[2 * kWaves + kMaskWaves + k] = 0.5F * (re[minus] - re[at]);
    }
  }
  return spectrum;
}

/// Centres of a hexagonal lattice from `from` to `to` micrometres about the middle, in a fixed order.
std::vector<Centre> lattice(const Raster& picture, Point middle, double from, double to) {
  std::vector<Centre> centres;
  const double row_step = kLatticeStepUm * 0.8660254037844386;
  const int rows = static_cast<int>(to / row_step) + 1;
  const int columns = static_cast<int>(to / kLatticeStepUm) + 1;
  for (int row = -rows; row <= rows; ++row)
    for (int column = -columns; column <= columns; ++column) {
      const double x = (column + ((row & 1) != 0 ? 0.5 : 0)) * kLatticeStepUm;
      const double y = row * row_step;
      const double distance = std::sqrt(x * x + y * y);
      if (distance < from || distance >= to) continue;
      const Point at{middle.x_um + x, middle.y_um + y};
      centres.push_back({at, spectrum_about(picture, at)});
    }
  return centres;
}

struct Peak {
  float strength;
  std::size_t centre;
  int angle;
};

/// The three highest angles of one centre that are higher than their neighbours.
void add_peaks(const std::array<float, kAngles>& strength, std::size_t centre, std::vector<Peak>& peaks) {
  std::array<Peak, 3> best{};
  std::size_t found = 0;
  for (int angle = 0; angle < kAngles; ++angle) {
    const float here = strength[static_cast<std::size_t>(angle)];
    if (here <= 0 || here < strength[static_cast<std::size_t>((angle + 1) % kAngles)] ||
        here <= strength[static_cast<std::size_t>((angle + kAngles - 1) % kAngles)])
      continue;
    std::size_t at = found;
    while (at > 0 && best[at - 1].strength < here) --at;
    if (at == best.size()) continue;
    if (found < best.size()) ++found;
    for (std::size_t i = found - 1; i > at; --i) best[i] = best[i - 1];
    best[at] = {here, centre, angle};
  }
  peaks.insert(peaks.end(), best.begin(), best.begin() + static_cast<std::ptrdiff_t>(found));
}

}  // namespace

Polar polar(const Raster& picture, Point middle) {
  Polar made{spectrum_about(picture, middle), lattice(picture, middle, 0, kNearUm)};
  for (int ring = 0; ring < kRings; ++ring)
    for (int i = 0; i < kRingFloats; ++i)
      made.as_template[static_cast<std::size_t>(ring * kRingFloats + i)] *= static_cast<float>(2 * ring + 1);
  return made;
}

std::vector<Centre> far_lattice(const Raster& picture, Point middle) {
  return lattice(picture, middle, kNearUm, kFarUm);
}

std::vector<Candidate> candidates(const Polar& a, Point middle_of_a, std::span<const Centre> lattice_of_b,
                                  std::size_t at_most) {
  // What the template covers, in the units of the presence's correlation: its mean over the angles times their number.
  float whole = 0;
  for (int ring = 0; ring < kRings; ++ring)
    whole += a.as_template[static_cast<std::size_t>(ring * kRingFloats + 2 * kWaves)];
  const float least = 0.3F * whole * kAngles;
  std::vector<Peak> peaks;
  constexpr std::size_t kSize = std::size_t{kAngles} * kBatch;
  alignas(64) std::array<float, kSize> re;
  alignas(64) std::array<float, kSize> im;
  for (std::size_t first = 0; first < lattice_of_b.size(); first += kBatch) {
    const std::size_t count = std::min<std::size_t>(kBatch, lattice_of_b.size() - first);
    re.fill(0);
    im.fill(0);
    for (std::size_t lane = 0; lane < count; ++lane) {
      std::array<float, kRingFloats> product;
      kernels().correlate(a.as_template.data(), lattice_of_b[first + lane].spectrum.data(), product.data());
      for (int k = 0; k < kWaves; ++k) {
        const auto at = static_cast<std::size_t>(k);
        const float xr = product[at];
        const float xi = product[kWaves + at];
        const float yr = k < kMaskWaves ? product[2 * kWaves + at] : 0;
        const float yi = k < kMaskWaves ? product[2 * kWaves + kMaskWaves + at] : 0;
        // X + iY, turned back by a transform forward of the parts exchanged.
        const std::size_t plus = at * kBatch + lane;
        re[plus] = xi + yr;
        im[plus] = xr - yi;
        if (k == 0) continue;
        const std::size_t minus = (kAngles - at) * kBatch + lane;
        re[minus] = yr - xi;
        im[minus] = xr + yi;
      }
    }
    kernels().fourier_batch(re.data(), im.data(), turns());
    for (std::size_t lane = 0; lane < count; ++lane) {
      std::array<float, kAngles> strength;
      for (int angle = 0; angle < kAngles; ++angle) {
        const std::size_t at = static_cast<std::size_t>(reversed(angle)) * kBatch + lane;
        strength[static_cast<std::size_t>(angle)] = re[at] >= least && least > 0 ? im[at] / std::sqrt(re[at]) : 0;
      }
      add_peaks(strength, first + lane, peaks);
    }
  }
  std::sort(peaks.begin(), peaks.end(), [](const Peak& p, const Peak& q) {
    return std::tuple(-p.strength, p.centre, p.angle) < std::tuple(-q.strength, q.centre, q.angle);
  });
  std::vector<Candidate> chosen;
  std::vector<Peak> kept;
  for (const Peak& peak : peaks) {
    if (chosen.size() == at_most) break;
    const Point at = lattice_of_b[peak.centre].at;
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const Peak& other) {
      const int apart = std::abs(peak.angle - other.angle);
      const Point there = lattice_of_b[other.centre].at;
      const double dx = at.x_um - there.x_um;
      const double dy = at.y_um - there.y_um;
      return std::min(apart, kAngles - apart) <= 2 && dx * dx + dy * dy < 1.05 * 1.05 * kLatticeStepUm * kLatticeStepUm;
    });
    if (known) continue;
    kept.push_back(peak);
    chosen.push_back(
        {pose_that_takes(at, middle_of_a, peak.angle * (360.0 / kAngles)), static_cast<double>(peak.strength)});
  }
  return chosen;
}

}  // namespace lotline::comparison
