#include "simulation/diversions.h"

#include <fmt/format.h>

#include <algorithm>

namespace lotline::simulation {

namespace {

/// Finds are made in the last ten years (CTOC para 22 speaks of such).
constexpr int kYearsOfFinds = 10;
/// An insider works for years, most of them decades before the finds: what a depot then holds is 33 years old by the
/// time it is found (CTOC para 22).
constexpr int kEarliestInsider = 8;  ///< years after the register opened
constexpr int kLatestInsider = 30;

Day day_within(int first_year, int last_year, Generator& chance) {
  const int from = day_of(first_year, 1, 15).count;
  return {static_cast<int>(chance.between(from, day_of(last_year, 12, 15).count))};
}

}  // namespace

Diversions::Diversions(World& world) : world_(world), chance_(world.options.seed, "diversions") {
  const int each = world.options.diversions_a_kind + doublings(world.options.movements, 4'000);
  for (int i = 0; i < each; ++i)
    for (const auto kind : {DiversionKind::insider}) plan(kind);
  std::ranges::stable_sort(takings_, {}, &Taking::on);
  std::ranges::stable_sort(world.planned, {}, &PlannedFind::on);
}

void Diversions::plan(DiversionKind kind) {
  const int start = world_.options.first_year;
  const auto& depots = world_.nation.all(Role::depot);
  Diversion diversion;
  diversion.id = fmt::format("D{:04}", world_.diversions.size() + 1);
  diversion.kind = kind;
  diversion.holder = depots[chance_.index(depots.size())];
  diversion.first = day_within(start + kEarliestInsider, start + kLatestInsider, chance_);
  diversion.last = {diversion.first.count + static_cast<int>(chance_.between(300, 2'000))};
  const std::size_t number = world_.diversions.size();
  world_.diversions.push_back(diversion);
  plan_finds(number, diversion.last);
  const auto times = chance_.between(6, 20);
  const std::int64_t rounds = world_.diversions[number].wanted / times / 10 * 10 + 10;
  const int span = diversion.last.count - diversion.first.count;
  for (std::int64_t i = 0; i < times; ++i)
    takings_.push_back({{diversion.first.count + static_cast<int>(span * i / times)}, number, rounds});
}

void Diversions::plan_finds(std::size_t number, Day earliest) {
  const Options& options = world_.options;
  const int first_year = std::max(options.last_year - kYearsOfFinds + 1, earliest.year() + 1);
  std::int64_t wanted = 0;
  const auto plan_one = [&](std::int64_t count) {
    world_.planned.push_back({day_within(first_year, options.last_year, chance_), number, count});
    wanted += count;
  };
  for (int i = 0; i < options.singles_a_diversion; ++i) plan_one(1);
  for (const std::int64_t size : options.seizure_sizes) plan_one(size);
  world_.diversions[number].wanted = wanted * 3 / 2;
}

Result<void> Diversions::until_today() {
  for (; done_ < takings_.size() && takings_[done_].on <= world_.today; ++done_)
    take(world_.diversions[takings_[done_].diversion], takings_[done_].rounds);
  return {};
}

void Diversions::take(Diversion& diversion, std::int64_t rounds) { take_from_holder(diversion, rounds); }

/// Some of what lies in the store, a lot or two at a time; nothing is written.
void Diversions::take_from_holder(Diversion& diversion, std::int64_t rounds) {
  for (int tries = 0; rounds > 0 && tries < 8; ++tries) {
    const Holding* holding = world_.stock.any(diversion.holder, 1, chance_);
    if (holding == nullptr) return;
    const LotIndex lot = holding->lot;
    const std::int64_t part = std::min({rounds, holding->there(), chance_.between(20, 400)});
    world_.stock.divert(diversion.holder, lot, part);
    diversion.taken += part;
    rounds -= part;
    const auto known = std::ranges::find(diversion.pool, lot, &Loot::lot);
    if (known == diversion.pool.end())
      diversion.pool.push_back({lot, part, diversion.holder});
    else
      known->rounds += part;
  }
}

void Diversions::tell_truth() const {
  for (const Diversion& diversion : world_.diversions)
    world_.truth.take(TrueDiversion{diversion.id, diversion.kind, world_.holder(diversion.holder).code, diversion.first,
                                    diversion.last, diversion.taken, diversion.recorded});
}

}  // namespace lotline::simulation
