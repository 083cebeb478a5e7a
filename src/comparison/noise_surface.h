#pragma once
// Surfaces for the tests of this module: waves in all directions, known at every point, so that a surface turned and
// moved by any amount is exact and not resampled. Made up, like no gun.

#include <cmath>
#include <cstdint>
#include <vector>

#include "base/steady_math.h"
#include "comparison/pose.h"
#include "surface/prepared.h"

namespace lotline::comparison {

/// The same numbers everywhere (splitmix64).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  double unit() {  ///< 0..1
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
  }

 private:
  std::uint64_t state_;
};

struct NoiseOptions {
  std::size_t points = 245;  ///< each way
  double pitch_um = 12.5;
  double noise = 0;  ///< of each point, in the units of the height's deviation
  std::uint64_t noise_seed = 1;
  double inner_um = 500;  ///< of the ring that is measured
  double outer_um = 1'450;
  double from_deg = -180;  ///< the part of the ring that is measured
  double to_deg = 180;
};

/// The gun's surface as a scan sees it that lies at this pose: what stands at p of the gun stands at gun_to_scan p.
inline surface::Prepared noise_surface(std::uint64_t gun, const Pose& scan_from_gun, const NoiseOptions& options = {}) {
  struct Wave {
    double x, y, phase;
  };
  std::vector<Wave> waves;
  Random random(gun);
  for (int i = 0; i < 48; ++i) {
    const double length = 45 * steady::exp(random.unit() * 1.6);
    const double angle = random.unit() * 6.283185307179586;
    waves.push_back({6.283185307179586 / length * steady::cos(angle), 6.283185307179586 / length * steady::sin(angle),
                     random.unit() * 6.283185307179586});
  }
  Random noise(options.noise_seed * 7'919 + gun);
  surface::Prepared made;
  made.columns = made.rows = options.points;
  made.pitch_um = options.pitch_um;
  made.heights_um.resize(options.points * options.points);
  made.present.resize(options.points * options.points);
  const Pose gun_from_scan = inverse(scan_from_gun);
  const double c = steady::cos(radians(gun_from_scan.rotation_deg));
  const double s = steady::sin(radians(gun_from_scan.rotation_deg));
  const double middle = static_cast<double>(options.points - 1) / 2;
  for (std::size_t row = 0; row < options.points; ++row)
    for (std::size_t column = 0; column < options.points; ++column) {
      const double x = (static_cast<double>(column) - middle) * options.pitch_um;
      const double y = (static_cast<double>(row) - middle) * options.pitch_um;
      const double gx = c * x - s * y + gun_from_scan.tx_um;
      const double gy = s * x + c * y + gun_from_scan.ty_um;
      const double away = std::sqrt(gx * gx + gy * gy);
      if (away < options.inner_um || away > options.outer_um) continue;
      const double angle = steady::atan2(gy, gx) * 57.29577951308232;
      if (angle < options.from_deg || angle > options.to_deg) continue;
      double height = 0;
      for (const Wave& wave : waves) height += steady::sin(gx * wave.x + gy * wave.y + wave.phase);
      if (options.noise > 0)
        height += options.noise * 4.9 * 3.4 * (noise.unit() + noise.unit() + noise.unit() - 1.5) / 1.7;
      const std::size_t at = row * options.points + column;
      made.heights_um[at] = static_cast<float>(height * 0.2);
      made.present[at] = 1;
    }
  return made;
}

}  // namespace lotline::comparison
