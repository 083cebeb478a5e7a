#include "surface/generated_firing.h"

#include <fmt/format.h>

#include <numbers>

#include "base/steady_math.h"

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
  firing.ammunition = kAmmunition[chance.index(std::size(kAmmunition))];
  const double d = options.difficulty;
  const bool flat = options.mark == Mark::breech_face;
  firing.contact = flat ? between(chance, 0.98 - 0.4 * d, 1) : 1;
  firing.unlike = between(chance, 0.08, 0.2) + d * between(chance, 0.3, 0.8);
  // A gun's pin strikes off the middle of the primer, and a case lies each time a little otherwise; who scans it puts
  // the mark in the middle.
  firing.edge_um = between(chance, 1'740, 1'830);
  Generator aim(options.seed, fmt::format("{} gun {} aim", word(options.mark), gun));
  firing.edge_x_um = between(aim, -250, 250) + between(chance, -90, 90);
  firing.edge_y_um = between(aim, -250, 250) + between(chance, -90, 90);
  auto& pose = firing.scan_from_gun;
  pose.rotation_deg = 180 - between(chance, 0, 360);
  const double angle = pose.rotation_deg * std::numbers::pi / 180;
  pose.tx_um = between(chance, -80, 80);
  pose.ty_um = between(chance, -80, 80);
  if (flat) {
    pose.tx_um -= steady::cos(angle) * firing.edge_x_um - steady::sin(angle) * firing.edge_y_um;
    pose.ty_um -= steady::sin(angle) * firing.edge_x_um + steady::cos(angle) * firing.edge_y_um;
  }
  firing.ripples_um = between(chance, 1.6, 2.8);
  firing.sunk_um = between(chance, -0.05, 1.35);
  firing.roll_um = between(chance, 0.3, 1.5);
  firing.tilt_x = between(chance, -0.02, 0.02);
  firing.tilt_y = between(chance, -0.02, 0.02);
  firing.bow_um = between(chance, -3, 3);
  firing.missing_share = between(chance, 0, 0.06);
  return firing;
}

}  // namespace lotline::surface
