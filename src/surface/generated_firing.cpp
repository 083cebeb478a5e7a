#include "surface/generated_firing.h"

#include <fmt/format.h>

namespace lotline::surface {

namespace {

constexpr Ammunition kAmmunition[] = {
    {"soft", 1.0, 0, 0.7}, {"usual", 0.9, 0, 1.0}, {"hard", 0.65, 0, 1.2}, {"lacquered", 0.85, 0.6, 0.8}};

}  // namespace

GeneratedFiring generated_firing(const GeneratedOptions& options, std::size_t gun, std::size_t number) {
  Generator chance(options.seed, fmt::format("{} gun {} firing {}", word(options.mark), gun, number));
  GeneratedFiring firing;
  firing.number = number;
  firing.seed = chance.next();
  firing.scan_from_gun = {180 - between(chance, 0, 360), between(chance, -150, 150), between(chance, -150, 150)};
  firing.ammunition = kAmmunition[chance.index(std::size(kAmmunition))];
  const double d = options.difficulty;
  const bool flat = options.mark == Mark::breech_face;
  firing.contact = flat ? between(chance, 0.95 - 0.5 * d, 1) : 1;
  firing.unlike = between(chance, 0.15, 0.25) + d * between(chance, 0.3, 0.7);
  firing.edge_um = between(chance, 1'740, 1'830);
  firing.edge_x_um = between(chance, -220, 220);
  firing.edge_y_um = between(chance, -220, 220);
  firing.tilt_x = between(chance, -0.02, 0.02);
  firing.tilt_y = between(chance, -0.02, 0.02);
  firing.bow_um = between(chance, -3, 3);
  firing.missing_share = between(chance, 0, 0.06);
  return firing;
}

}  // namespace lotline::surface
