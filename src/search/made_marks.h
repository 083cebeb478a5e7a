#pragma once
// Surfaces made up for tests of the search: waves in random directions on a ring, laid down turned and shifted, with
// noise of their own. Far simpler than generated guns; the same bits everywhere.

#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

#include "base/steady_math.h"
#include "surface/prepared.h"

namespace lotline::search {

/// Numbers from a seed (splitmix64).
class MadeNumbers {
 public:
  explicit MadeNumbers(std::uint64_t seed) : state_(seed) {}
  double between(double low, double high) {
    state_ += 0x9E3779B97F4A7C15;
    std::uint64_t z = state_;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
    z = (z ^ z >> 27) * 0x94D049BB133111EB;
    z ^= z >> 31;
    return low + (high - low) * (static_cast<double>(z >> 11) * 0x1p-53);
  }

 private:
  std::uint64_t state_;
};

struct MadeMark {
  std::uint64_t gun = 1;
  std::uint64_t firing = 1;
  double rotation_deg = 0;  ///< grid from gun, counter-clockwise
  double x_um = 0;          ///< of the gun's middle in the grid, from the grid's
  double y_um = 0;
  double noise = 0.5;  ///< of the firing alone, beside 1 of the gun
  double pitch_um = 25;
  std::size_t side = 140;
  double inner_um = 650;
  double outer_um = 1700;
  double wedge_from_deg = 0;  ///< measured only from here
  double wedge_deg = 360;     ///< and so far, in the grid
};

inline surface::Prepared made_mark(const MadeMark& how) {
  struct Wave {
    double kx, ky, phase, height;
  };
  constexpr int kWaves = 60;
  const auto waves = [](std::uint64_t seed, double height) {
    MadeNumbers numbers(seed);
    std::vector<Wave> made;
    for (int i = 0; i < kWaves; ++i) {
      const double direction = numbers.between(0, 2 * std::numbers::pi);
      const double number = 2 * std::numbers::pi / numbers.between(120, 400);
      made.push_back({number * steady::cos(direction), number * steady::sin(direction),
                      numbers.between(0, 2 * std::numbers::pi), height * numbers.between(0.5, 1)});
    }
    return made;
  };
  auto all = waves(how.gun * 2, 1);
  const auto own = waves(how.gun * 1'000'003 + how.firing * 2 + 1, how.noise);
  all.insert(all.end(), own.begin(), own.end());
  surface::Prepared surface{.columns = how.side, .rows = how.side, .pitch_um = how.pitch_um};
  surface.heights_um.assign(how.side * how.side, 0);
  surface.present.assign(how.side * how.side, 0);
  const double turn = how.rotation_deg * std::numbers::pi / 180;
  const double cosine = steady::cos(turn);
  const double sine = steady::sin(turn);
  const double middle = 0.5 * static_cast<double>(how.side - 1);
  for (std::size_t row = 0; row < how.side; ++row)
    for (std::size_t column = 0; column < how.side; ++column) {
      const double x = (static_cast<double>(column) - middle) * how.pitch_um - how.x_um;
      const double y = (static_cast<double>(row) - middle) * how.pitch_um - how.y_um;
      const double radius = std::sqrt(x * x + y * y);
      if (radius < how.inner_um || radius > how.outer_um) continue;
      const double at_deg = std::fmod(steady::atan2(y, x) * 180 / std::numbers::pi - how.wedge_from_deg + 720, 360.0);
      if (at_deg > how.wedge_deg) continue;
      const double gun_x = cosine * x + sine * y;
      const double gun_y = cosine * y - sine * x;
      double height = 0;
      for (const Wave& wave : all) height += wave.height * steady::cos(wave.kx * gun_x + wave.ky * gun_y + wave.phase);
      const std::size_t at = row * how.side + column;
      surface.heights_um[at] = static_cast<float>(0.1 * height);
      surface.present[at] = 1;
    }
  return surface;
}

}  // namespace lotline::search
