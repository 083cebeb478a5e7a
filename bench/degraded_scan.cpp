#include "bench/degraded_scan.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include "base/generator.h"
#include "surface/generated_gun.h"

namespace lotline::bench {
namespace {

using surface::Prepared;

void drop(Prepared& surface, std::size_t at) {
  surface.present[at] = 0;
  surface.heights_um[at] = 0;
}

/// Keeps the share of the points for which `far` is least.
template <class Far>
void keep_nearest(Prepared& surface, double share, const Far& far) {
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < surface.present.size(); ++i)
    if (surface.present[i] != 0) {
      const double x = static_cast<double>(i % surface.columns) - static_cast<double>(surface.columns - 1) / 2;
      const double y = static_cast<double>(i / surface.columns) - static_cast<double>(surface.rows - 1) / 2;
      order.emplace_back(far(x * surface.pitch_um, y * surface.pitch_um), i);
    }
  std::sort(order.begin(), order.end());
  for (auto i = static_cast<std::size_t>(share * static_cast<double>(order.size())); i < order.size(); ++i)
    drop(surface, order[i].second);
}

Prepared averaged(const Prepared& fine, std::size_t by) {
  Prepared coarse;
  coarse.mark = fine.mark;
  coarse.columns = fine.columns / by;
  coarse.rows = fine.rows / by;
  coarse.pitch_um = fine.pitch_um * static_cast<double>(by);
  for (std::size_t row = 0; row < coarse.rows; ++row)
    for (std::size_t column = 0; column < coarse.columns; ++column) {
      double sum = 0;
      std::size_t count = 0;
      for (std::size_t y = row * by; y < (row + 1) * by; ++y)
        for (std::size_t x = column * by; x < (column + 1) * by; ++x)
          if (fine.present[y * fine.columns + x] != 0) {
            sum += static_cast<double>(fine.heights_um[y * fine.columns + x]);
            ++count;
          }
      const bool enough = 2 * count >= by * by;
      coarse.present.push_back(enough ? 1 : 0);
      coarse.heights_um.push_back(enough ? static_cast<float>(sum / static_cast<double>(count)) : 0.0F);
    }
  return coarse;
}

void add_noise(Prepared& surface, double of_deviation, Generator& chance) {
  double squares = 0;
  double count = 0;
  for (std::size_t i = 0; i < surface.present.size(); ++i)
    if (surface.present[i] != 0) {
      squares += static_cast<double>(surface.heights_um[i]) * static_cast<double>(surface.heights_um[i]);
      ++count;
    }
  const double deviation = of_deviation * std::sqrt(squares / std::max(count, 1.0));
  for (std::size_t i = 0; i < surface.present.size(); ++i)
    if (surface.present[i] != 0) {
      double twelve = -6;
      for (int k = 0; k < 12; ++k) twelve += surface::between(chance, 0, 1);
      surface.heights_um[i] += static_cast<float>(deviation * twelve);
    }
}

}  // namespace

std::string_view name_of(Damage damage) {
  switch (damage) {
    case Damage::whole:
      return "none";
    case Damage::wedge:
      return "a wedge of 90 degrees is left";
    case Damage::side:
      return "25 to 50 % of the area is left, one side";
    case Damage::patch:
      return "25 to 50 % of the area is left, a patch";
    case Damage::noise:
      return "noise of twice the deviation";
    case Damage::coarse:
      return "12.5 um";
    case Damage::coarser:
      return "25 um";
  }
  return "";
}

Prepared degraded(Prepared surface, Damage damage, std::uint64_t seed) {
  Generator chance(seed, "degraded scan");
  const double angle = surface::between(chance, 0, 2 * std::numbers::pi);
  const double share = surface::between(chance, 0.25, 0.5);
  const double c = std::cos(angle);
  const double s = std::sin(angle);
  switch (damage) {
    case Damage::whole:
      break;
    case Damage::wedge:
      for (std::size_t i = 0; i < surface.present.size(); ++i) {
        const double x = static_cast<double>(i % surface.columns) - static_cast<double>(surface.columns - 1) / 2;
        const double y = static_cast<double>(i / surface.columns) - static_cast<double>(surface.rows - 1) / 2;
        if (x * c + y * s < 0 || y * c - x * s < 0) drop(surface, i);
      }
      break;
    case Damage::side:
      keep_nearest(surface, share, [&](double x, double y) { return x * c + y * s; });
      break;
    case Damage::patch:
      keep_nearest(surface, share, [&](double x, double y) { return std::hypot(x - 1'250 * c, y - 1'250 * s); });
      break;
    case Damage::noise:
      add_noise(surface, 2, chance);
      break;
    case Damage::coarse:
      return averaged(surface, 2);
    case Damage::coarser:
      return averaged(surface, 4);
  }
  return surface;
}

}  // namespace lotline::bench
