#include "surface/generated_gun.h"

#include <fmt/format.h>

#include <numbers>

#include "base/steady_math.h"

namespace lotline::surface {

namespace {

/// The spectrum of the slides of odd numbers away from the hole (docs/decisions/0018-generated-surfaces.md).
constexpr std::array<Band, generated_band_count> kBands{
    {{10, 0.05}, {16, 0.12}, {25, 0.30}, {40, 0.45}, {63, 0.40}, {100, 0.40}}};

/// Patches of more and of less roughness.
constexpr Band kRough[] = {{100, 1}, {250, 1}};

Grain grain_of(Finish finish, Generator& chance) {
  const double turned = between(chance, 0, 180);
  switch (finish) {
    case Finish::blasted:
      return {turned, between(chance, 1, 2), 0};
    case Finish::filed:
      return {turned, between(chance, 15, 40), 0};
    case Finish::milled:
      return {turned, between(chance, 15, 40), between(chance, 4'000, 15'000)};
    case Finish::turned:
      return {turned, between(chance, 8, 20), 1};
  }
  return {};
}

/// Half of the breech faces granular as those of the slides; pins are turned, ejectors filed.
Finish finish_of(Mark mark, Generator& chance) {
  const auto drawn = chance.below(4);
  if (mark == Mark::firing_pin) return drawn == 0 ? Finish::blasted : Finish::turned;
  if (mark == Mark::ejector_mark) return drawn == 0 ? Finish::milled : Finish::filed;
  return drawn < 2 ? Finish::blasted : drawn == 2 ? Finish::filed : Finish::milled;
}

std::vector<Scratch> scratches_of(Generator& chance) {
  std::vector<Scratch> scratches(4 + chance.index(9));
  for (auto& s : scratches) {
    const double angle = between(chance, 0, 2 * std::numbers::pi);
    s.x_um = between(chance, -1'700, 1'700);
    s.y_um = between(chance, -1'700, 1'700);
    s.dx = steady::cos(angle);
    s.dy = steady::sin(angle);
    s.half_length_um = between(chance, 80, 500);
    s.width_um = between(chance, 8, 25);
    s.depth_um = between(chance, -2, 3);
  }
  return scratches;
}

}  // namespace

double between(Generator& chance, double least, double most) {
  return least + (most - least) * (static_cast<double>(chance.next() >> 11) * 0x1p-53);
}

std::array<Band, generated_band_count> generated_bands(double pitch_um) {
  auto bands = kBands;
  for (Band& band : bands)
    if (band.spacing_um < 1.25 * pitch_um) band.amplitude_um = 0;
  return bands;
}

GeneratedMake generated_make(const GeneratedOptions& options, std::size_t number) {
  Generator chance(options.seed, fmt::format("{} make {}", word(options.mark), number));
  GeneratedMake make;
  make.number = number;
  make.seed = chance.next();
  make.finish = finish_of(options.mark, chance);
  make.grain = grain_of(make.finish, chance);
  make.hole_um = options.mark == Mark::breech_face ? between(chance, 1'230, 1'320) : between(chance, 500, 700);
  make.shared_share = between(chance, 0.1, 0.3) + 0.4 * options.difficulty * between(chance, 0, 1);
  return make;
}

GeneratedGun generated_gun(const GeneratedOptions& options, std::size_t number) {
  GeneratedMake make = generated_make(options, number % options.makes);
  Generator chance(options.seed, fmt::format("{} gun {}", word(options.mark), number));
  const auto bands = generated_bands(options.pitch_um);
  // A gun's own marks lie in no direction of their own: what wear and chips leave.
  const Grain grain{between(chance, 0, 180), between(chance, 1, 2), 0};
  Relief shared(make.seed, bands, make.grain, generated_reach_um);
  Relief own(chance.next(), bands, grain, generated_reach_um);
  Relief rough(chance.next(), kRough, Grain{}, generated_reach_um);
  RimRelief rim(chance.next(), make.hole_um);
  GeneratedGun gun{number,           make,           std::move(shared),    std::move(own),
                   std::move(rough), std::move(rim), scratches_of(chance), between(chance, 0.8, 1.2)};
  return gun;
}

}  // namespace lotline::surface
