#include "tracing/seizure_stock.h"

#include <algorithm>
#include <cmath>

namespace lotline::tracing {

namespace {

using custody::StockYear;
using custody::StockYearsRow;

/// So many products are looked up one by one; of more, all the holder's rows are read in one range.
constexpr std::size_t kProductsLookedUp = 400;
/// A kind that fits a line this well is told as fitting it.
constexpr double kFits = 0.3;

/// Rounds that lie for years are taken by the box and the lot at hand, not by their number alone.
bool is_by_lot(WayOut way) { return way == WayOut::unrecorded || way == WayOut::exported; }

class HolderReading {
 public:
  HolderReading(PartyId holder, const SeizureItems& items, int last_year, const Sources& sources,
                const custody::StockByYear& stock, const SeizureOptions& options, bool whole)
      : items_(items), last_year_(last_year), sources_(sources), stock_(stock), options_(options) {
    found_.holder = holder;
    found_.whole = whole;
  }

  HolderStock run() {
    const auto all = years_of(stock_.years.find(make_key(found_.holder, 0, 0, 0)).value_or(StockYearsRow{}));
    if (all.empty() || all.front().year > last_year_) return std::move(found_);
    first_year_ = all.front().year;
    total_ = course_of(all, first_year_, last_year_, options_);
    found_.held = total_.held_at_end;
    for (const StockYear& year : all) found_.came.emplace_back(year.year, static_cast<double>(year.arrived.count()));
    const auto party = sources_.parties.parties.find(make_key(found_.holder));
    found_.person = party && party->kind == parties::PartyKind::person;
    courses_.assign(items_.size(), std::nullopt);
    read_kinds();
    read_lots();
    tell_fitting();
    for (std::size_t way = 0; way < kWaysOut; ++way) add_pools(static_cast<WayOut>(way));
    if (sources_.shortages_of_holder)
      for (const Shortage& shortage : sources_.shortages_of_holder(found_.holder)) add_shortage(shortage);
    return std::move(found_);
  }

 private:
  void read_kinds() {
    if (found_.whole || items_.seizure.products.size() > kProductsLookedUp) {
      read_rows(make_key(found_.holder));
    } else {
      for (const auto& product : items_.seizure.products)
        read_rows(make_key(found_.holder, product.first.first, product.first.second));
    }
  }

  void read_rows(const Key& prefix) {
    stock_.years.scan(prefix, [&](const StockYearsRow& row) {
      if (!row.maker) return true;
      const auto years = years_of(row);
      if (!years.empty() && years.front().year <= last_year_) take({row.maker, row.product, row.made, 0}, years);
      return true;
    });
  }

  void take(const RoundKind& kind, const std::vector<StockYear>& years) {
    StockCourse course = course_of(years, first_year_, last_year_, options_);
    if (found_.whole) by_lot(course);
    if (const auto at = items_.kind_index.find(kind); at != items_.kind_index.end())
      courses_[at->second] = std::move(course);
  }

  /// The course as what is taken of it; adds it to what is taken of all.
  void by_lot(StockCourse& course) {
    for (const WayOut way : {WayOut::unrecorded, WayOut::exported}) {
      auto& values = course.of(way);
      auto& sum = taken_.of(way);
      if (values.empty()) continue;
      sum.resize(values.size(), 0);
      for (std::size_t y = 0; y < values.size(); ++y) {
        values[y] = values[y] > 0 ? std::pow(values[y], options_.mix_power) : 0;
        sum[y] += values[y];
      }
    }
  }

  /// A lot has its part of its kind.
  void read_lots() {
    const auto& kinds = items_.seizure.kinds;
    for (std::size_t i = 0; i < items_.pointed.lots.size(); ++i) {
      const auto& lot = items_.pointed.lots[i];
      const auto rows = lot.holders.find(found_.holder);
      if (rows == lot.holders.end() || rows->second.front().year > last_year_) continue;
      StockCourse course = course_of(rows->second, first_year_, last_year_, options_);
      if (found_.whole) as_part_of_kind(course, items_.kind_index.at(kind_of(lot.row)));
      courses_[kinds.size() + i] = std::move(course);
    }
  }

  void as_part_of_kind(StockCourse& course, std::size_t kind) const {
    for (const WayOut way : {WayOut::unrecorded, WayOut::exported}) {
      auto& values = course.of(way);
      for (std::size_t y = 0; y < values.size(); ++y) {
        const double taken = courses_[kind] && !courses_[kind]->of(way).empty() ? courses_[kind]->of(way)[y] : 0;
        const double there = taken > 0 ? std::pow(taken, 1 / options_.mix_power) : 0;
        values[y] = there > 0 ? taken * std::min(1.0, values[y] / there) : 0;
      }
    }
  }

  void tell_fitting() {
    for (const auto& fits : items_.fits) {
      double sum = 0;
      for (const Fit& fit : fits)
        if (fit.fit >= kFits && courses_[fit.at]) sum += courses_[fit.at]->held_at_end;
      found_.fitting.push_back(sum);
    }
  }

  /// What shares are of: the rounds, or what is taken of them.
  [[nodiscard]] const std::vector<double>& whole_of(WayOut way) const {
    return found_.whole && is_by_lot(way) ? taken_.of(way) : total_.of(way);
  }

  void add_pools(WayOut way) {
    const auto& total = total_.of(way);
    const auto& whole = whole_of(way);
    const std::size_t years = std::min(total.size(), whole.size());
    if (years == 0) return;
    const auto rounds = up_to(total);
    const auto taken = up_to(whole);
    std::vector<std::vector<double>> fitting;  // by line
    for (const auto& fits : items_.fits) fitting.push_back(up_to(fitting_by_year(fits, way, years)));
    if (is_event(way)) return add_windows(way, 0, rounds, taken, fitting);
    for (const int half_width : options_.leak_half_widths) add_windows(way, half_width, rounds, taken, fitting);
  }

  /// What of a line was taken in each year, as far as it fits.
  [[nodiscard]] std::vector<double> fitting_by_year(const std::vector<Fit>& fits, WayOut way, std::size_t years) const {
    std::vector<double> sums(years, 0);
    for (const Fit& fit : fits) {
      if (!courses_[fit.at] || courses_[fit.at]->of(way).empty()) continue;
      const auto& course = courses_[fit.at]->of(way);
      for (std::size_t y = 0; y < years; ++y) sums[y] += fit.fit * course[y];
    }
    return sums;
  }

  /// Sums of all before each index, so that a window is a difference.
  static std::vector<double> up_to(const std::vector<double>& values) {
    std::vector<double> sums{0};
    for (const double value : values) sums.push_back(sums.back() + value);
    return sums;
  }

  void add_windows(WayOut way, int half_width, const std::vector<double>& rounds, const std::vector<double>& taken,
                   const std::vector<std::vector<double>>& fitting) {
    const int years = static_cast<int>(taken.size()) - 1;
    for (int y = 0; y < years; ++y) {
      const auto from = static_cast<std::size_t>(std::max(0, y - half_width));
      const auto to = static_cast<std::size_t>(std::min(years, y + half_width + 1));
      const double all = taken[to] - taken[from];
      Pool pool{way, first_year_ + y, half_width, rounds[to] - rounds[from], {}};
      if (pool.rounds <= 0 || all <= 0) continue;
      for (const auto& line : fitting) pool.line_chances.push_back(std::clamp((line[to] - line[from]) / all, 0.0, 1.0));
      found_.pools.push_back(std::move(pool));
    }
  }

  void add_shortage(const Shortage& shortage) {
    if (shortage.counted_on.year() > last_year_ || shortage.missing.empty()) return;
    Pool pool{WayOut::missing, shortage.counted_on.year(), 0, 0, std::vector<double>(items_.fits.size(), 0)};
    std::map<std::size_t, double> missing;  // by item
    for (const auto& [lot, gone] : shortage.missing) {
      const auto rounds = static_cast<double>(gone.count());
      pool.rounds += rounds;
      const auto row = sources_.book.lots.find(make_key(lot));
      if (!row) continue;
      const auto kind = items_.kind_index.find(kind_of(*row));
      if (kind != items_.kind_index.end()) missing[kind->second] += rounds;
      for (std::size_t i = 0; i < items_.pointed.lots.size(); ++i)
        if (items_.pointed.lots[i].row.id == lot) missing[items_.seizure.kinds.size() + i] += rounds;
    }
    for (std::size_t line = 0; line < items_.fits.size(); ++line)
      for (const Fit& fit : items_.fits[line])
        if (const auto item = missing.find(fit.at); item != missing.end())
          pool.line_chances[line] += fit.fit * item->second / pool.rounds;
    found_.pools.push_back(std::move(pool));
  }

  const SeizureItems& items_;
  int last_year_;
  const Sources& sources_;
  const custody::StockByYear& stock_;
  const SeizureOptions& options_;
  HolderStock found_;
  int first_year_ = 0;
  StockCourse total_;                                ///< of rounds
  StockCourse taken_;                                ///< of what is taken of all kinds, when read whole
  std::vector<std::optional<StockCourse>> courses_;  ///< by item
};

}  // namespace

HolderStock holder_stock(PartyId holder, const SeizureItems& items, int year_of_find, const Sources& sources,
                         const custody::StockByYear& stock, const SeizureOptions& options, bool whole) {
  return HolderReading(holder, items, year_of_find, sources, stock, options, whole).run();
}

}  // namespace lotline::tracing
