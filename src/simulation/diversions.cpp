#include "simulation/diversions.h"

#include <fmt/format.h>

#include <algorithm>

namespace lotline::simulation {

namespace {

constexpr int kYearsOfFinds = 10;  ///< the last so many, where a kind says nothing else
/// More is taken than is found: judgement.
constexpr std::int64_t kTakenForTwoFound = 3;

Day day_within(int first_year, int last_year, Generator& chance) {
  return {static_cast<int>(chance.between(day_of(first_year, 1, 15).count, day_of(last_year, 12, 15).count))};
}

/// How often rounds are taken, and for how many days it goes on: judgement, but that an ant smuggler crossed a border
/// 87 times in two years (CTOC para 32).
struct Pace {
  std::int64_t least_times, most_times, least_days, most_days;
};
Pace pace_of(DiversionKind kind) {
  switch (kind) {
    case DiversionKind::insider:
      return {6, 20, 300, 2'000};
    case DiversionKind::transit:
      return {2, 5, 100, 1'500};
    case DiversionKind::retransfer:
      return {2, 6, 200, 1'000};
    case DiversionKind::small_purchases:
      return {8, 87, 500, 1'000};
    case DiversionKind::converted_blanks:
      return {3, 10, 200, 900};
    case DiversionKind::legacy:
      break;
  }
  return {0, 0, 0, 0};
}

}  // namespace

Diversions::Diversions(World& world) : world_(world), chance_(world.options.seed, "diversions") {
  const int each = world.options.diversions_a_kind + doublings(world.options.movements, 4'000);
  for (int i = 0; i < each; ++i)
    for (std::size_t kind = 0; kind < kDiversionKinds; ++kind) plan(static_cast<DiversionKind>(kind));
  std::ranges::stable_sort(takings_, std::ranges::greater{}, &Taking::on);
  std::ranges::stable_sort(world.planned, {}, &PlannedFind::on);
}

void Diversions::plan(DiversionKind kind) {
  const Timing& timing = world_.options.timing[static_cast<std::size_t>(kind)];
  const int start = world_.options.first_year;
  const Pace pace = pace_of(kind);
  Diversion diversion;
  diversion.id = fmt::format("D{:04}", world_.diversions.size() + 1);
  diversion.kind = kind;
  diversion.concealed = chance_.chance(world_.options.insiders_concealing);
  diversion.first = day_within(start + timing.earliest, start + timing.latest, chance_);
  diversion.last = {diversion.first.count + static_cast<int>(chance_.between(pace.least_days, pace.most_days))};
  const std::size_t number = world_.diversions.size();
  world_.diversions.push_back(std::move(diversion));
  plan_finds(number, world_.diversions[number].last);
  if (kind == DiversionKind::legacy)
    gather_legacy(world_.diversions[number]);
  else
    plan_takings(number);
}

void Diversions::plan_finds(std::size_t number, Day earliest) {
  const Options& options = world_.options;
  Diversion& diversion = world_.diversions[number];
  const auto kind = static_cast<std::size_t>(diversion.kind);
  const int within = options.timing[kind].within;
  const int first_year =
      std::min(options.last_year,
               std::max(earliest.year() + 1, within > 0 ? options.first_year : options.last_year - kYearsOfFinds + 1));
  const int last_year = within > 0 ? std::min(options.last_year, first_year + within - 1) : options.last_year;
  std::int64_t wanted = 0;
  const auto plan_one = [&](std::int64_t count) {
    world_.planned.push_back({day_within(first_year, last_year, chance_), number, count});
    wanted += count;
  };
  for (int i = 0; i < options.singles[kind]; ++i) plan_one(1);
  for (const std::int64_t size : options.seizure_sizes) plan_one(size);
  diversion.wanted = wanted * kTakenForTwoFound / 2;
}

void Diversions::plan_takings(std::size_t number) {
  const Diversion& diversion = world_.diversions[number];
  const Pace pace = pace_of(diversion.kind);
  // A purchase is of about 430 rounds (CTOC para 32), fewer where less is wanted in all.
  const std::int64_t most = std::clamp(diversion.wanted / 50, pace.least_times, pace.most_times);
  const std::int64_t times = chance_.between(pace.least_times, most);
  const std::int64_t rounds = diversion.wanted / times / 10 * 10 + 10;
  const std::int64_t span = diversion.last.count - diversion.first.count;
  for (std::int64_t i = 0; i < times; ++i)
    takings_.push_back({{diversion.first.count + static_cast<int>(span * i / times)}, number, rounds});
}

/// Caches of rounds older than the register.
void Diversions::gather_legacy(Diversion& diversion) {
  while (diversion.taken < diversion.wanted) {
    diversion.add({static_cast<LotIndex>(world_.unrecorded.size()), chance_.stepped(50, 600, 10), Diversion::kNobody});
    world_.unrecorded.push_back(world_.supply.unrecorded());
  }
}

Result<void> Diversions::until_today() {
  constexpr int kMostTries = 40;
  constexpr int kDaysBetweenTries = 9;
  while (!takings_.empty() && takings_.back().on <= world_.today) {
    Taking taking = takings_.back();
    takings_.pop_back();
    const std::int64_t got = TRY(take(world_.diversions[taking.diversion], taking.rounds));
    if (got >= taking.rounds || taking.tries >= kMostTries) continue;
    // What was not to be had today may be another day.
    taking.rounds -= got;
    ++taking.tries;
    taking.on = {world_.today.count + kDaysBetweenTries};
    const auto before = [](const Taking& a, const Taking& b) { return a.on > b.on; };
    takings_.insert(std::ranges::upper_bound(takings_, taking, before), taking);
  }
  return {};
}

void Diversions::tell_truth() const {
  for (const Diversion& diversion : world_.diversions) {
    TrueDiversion told;
    told.id = diversion.id;
    told.kind = diversion.kind;
    told.first = diversion.first;
    told.last = diversion.last;
    told.rounds = diversion.taken;
    told.recorded = diversion.recorded;
    if (diversion.holder != Diversion::kNobody) told.holder = world_.known_as[diversion.holder];
    for (const HolderIndex other : diversion.others) told.others.push_back(world_.known_as[other]);
    world_.truth.take(told);
  }
}

}  // namespace lotline::simulation
