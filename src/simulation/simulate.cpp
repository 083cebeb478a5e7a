#include "simulation/simulate.h"

#include <fmt/format.h>

#include "base/check.h"
#include "simulation/acts.h"
#include "simulation/diversions.h"
#include "simulation/finds.h"
#include "simulation/refusals.h"
#include "simulation/stock_control.h"

namespace lotline::simulation {

namespace {

constexpr std::int64_t kFewest = 1'000;
constexpr std::int64_t kMost = 10'000'000;
constexpr std::int64_t kMovementsBetweenReports = 2'000;

/// Movements that a year has: a little more each year. The years add up to the whole.
std::int64_t movements_until(const Options& options, int year) {
  const std::int64_t years = options.last_year - options.first_year + 1;
  const std::int64_t at = year - options.first_year + 1;
  // The first year weighs 20, each later one 1 more.
  const auto sum = [](std::int64_t n) { return 20 * n + n * (n - 1) / 2; };
  return options.movements * sum(at) / sum(years);
}

class Growth {
 public:
  Growth(const Options& options, Sink& sink, Truth& truth, const Growing& growing)
      : world_(options, sink, truth), diversions_(world_), finds_(world_), control_(world_), growing_(growing) {}

  Result<Grown> run() {
    world_.truth.begin(world_.options);
    for (int year = world_.options.first_year; year <= world_.options.last_year; ++year) TRY(one_year(year));
    diversions_.tell_truth();
    TRY(world_.sink.finish());
    return Grown{world_.movements, static_cast<std::int64_t>(world_.lots.size()),
                 static_cast<std::int64_t>(world_.nation.holders.size()),
                 static_cast<std::int64_t>(world_.diversions.size()), world_.finds};
  }

 private:
  /// A return: its forms in the order in which a register is filled.
  Result<void> one_year(int year) {
    TRY(world_.sink.begin_return(year, day_of(year + 1, 1, 15)));
    if (year == world_.options.first_year) {
      world_.known_as = TRY(register_parties(world_.nation, world_.options, world_.sink));
      TRY(register_licences(world_.nation, world_.options, world_.sink));
      TRY(register_products(world_.nation, world_.options, world_.sink));
    }
    const std::size_t first = world_.lots.size();
    world_.supply.lots_of(year, world_.lots);
    for (std::size_t i = first; i < world_.lots.size(); ++i)
      TRY(world_.sink.take(lot_row(world_.lots[i], world_.nation)));
    const std::size_t first_case = world_.cases.size();
    for (std::size_t i = first; i < world_.lots.size(); ++i) TRY(pack(static_cast<LotIndex>(i)));
    next_case_ = first_case;
    TRY(days_of(year));
    control_.end_of_year();
    TRY(control_.hand_in_losses());
    TRY(finds_.close_return());
    return control_.hand_in_the_rest();
  }

  Result<void> pack(LotIndex index) {
    const Lot& lot = world_.lots[index];
    for (int i = 0; i < lot.cases; ++i) {
      const auto box = static_cast<CaseIndex>(world_.cases.size());
      world_.cases.push_back({index, false});
      Row row("packages", fmt::format("case-{}", box + 1));
      row.with("code", case_code(box)).with("level", "case").with("holder", world_.holder(lot.enters_at).code);
      row.with("place", world_.holder(lot.enters_at).place);
      world_.with_lot(row, index).with("rounds", kRoundsACase).with("marks", "lot;manufacturer;calibre;type");
      TRY(world_.sink.take(row.with("on", to_text(lot.enters)).with("basis", "simulated")));
    }
    return {};
  }

  Result<void> days_of(int year) {
    const std::int64_t before = world_.movements;
    const std::int64_t until = movements_until(world_.options, year);
    const Day new_year = day_of(year, 1, 1);
    const std::int64_t days = day_of(year + 1, 1, 1).count - new_year.count;
    for (std::int64_t day = 0; day < days; ++day) {
      world_.today = {new_year.count + static_cast<int>(day)};
      let_lots_in();
      TRY(diversions_.until_today());
      finds_.until_today();
      const std::int64_t so_far = before + (until - before) * (day + 1) / days;
      while (world_.movements < so_far) {
        const std::int64_t losses_before = world_.movements / world_.options.movements_a_loss;
        if (!TRY(receive_one(world_)) && !TRY(act_once(world_))) break;
        if (world_.movements / world_.options.movements_a_loss > losses_before) control_.report_loss();
        if (growing_ && world_.movements % kMovementsBetweenReports == 0) growing_(world_.movements);
      }
    }
    return {};
  }

  void let_lots_in() {
    for (; world_.entered < world_.lots.size() && world_.lots[world_.entered].enters <= world_.today;
         ++world_.entered) {
      const Lot& lot = world_.lots[world_.entered];
      world_.stock.add(lot.enters_at, static_cast<LotIndex>(world_.entered), lot.rounds - lot.cases * kRoundsACase);
      for (int i = 0; i < lot.cases; ++i)
        world_.cases_at[lot.enters_at].push_back(static_cast<CaseIndex>(next_case_++));
    }
  }

  World world_;
  Diversions diversions_;
  Finds finds_;
  StockControl control_;
  const Growing& growing_;
  std::size_t next_case_ = 0;  ///< the first case of the lots that have not entered
};

}  // namespace

Result<void> check_size(const Options& options) {
  if (options.movements < kFewest || options.movements > kMost) return refuse(bad_size, "{}", options.movements);
  return {};
}

Result<Grown> simulate(const Options& options, Sink& sink, Truth& truth, const Growing& growing) {
  CHECK(check_size(options).has_value());
  return Growth(options, sink, truth, growing).run();
}

}  // namespace lotline::simulation
