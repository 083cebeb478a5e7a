#include "tracing/seizure_lots.h"

#include <algorithm>
#include <set>

#include "tracing/stock_seen.h"

namespace lotline::tracing {

namespace {

/// A child lot's cartridges still carry the mark of the lot they were taken from, its boxes do not.
constexpr double kParentsMark = 0.5;
/// A package stands in the book where it is not, or its rounds were put into another.
constexpr double kNotInItsPackage = 0.05;
/// Below it a lot mark is not this lot's: one character misread, and one left out, fit better.
constexpr double kNotThisMark = 1e-4;

/// Rounds of a lot in a package, with whoever has it by the book.
struct Inside {
  LotId lot;
  PartyId holder;
  Rounds rounds;
};

class Pointing {
 public:
  Pointing(const SeizureLines& seizure, const SeizureQuestion& question, const Sources& sources,
           const SeizureOptions& options)
      : seizure_(seizure), question_(question), sources_(sources), options_(options) {}

  PointedLots run() {
    for (const UnderstoodLine& line : seizure_.lines) out_.fits.push_back(fits_of(line));
    return std::move(out_);
  }

 private:
  std::vector<Fit> fits_of(const UnderstoodLine& line) {
    found_.clear();
    inside_.clear();
    if (!points_at_lots(line)) return {};
    kind_fits_.clear();
    for (const Fit& fit : line.kinds) kind_fits_.emplace(seizure_.kinds[fit.at], fit.fit);
    if (line.marks.package) by_package(*line.marks.package);
    if (!line.marks.lot_key.empty()) by_lot_mark(line.marks);
    std::vector<Fit> fits;
    double best = 0;
    for (const auto& [row, fit] : found_) best = std::max(best, fit);
    for (const auto& [row, fit] : found_) {
      if (fit < best * options_.negligible_fit) continue;
      if (const auto at = index_of(row)) fits.push_back({*at, fit});
    }
    for (const auto& inside : inside_)
      if (const auto at = index_.find(inside.lot); at != index_.end()) fits.push_back({packed(at->second, inside), 1});
    return fits;
  }

  /// The part of a lot that is in a package, as its holder has had the lot.
  std::size_t packed(std::size_t lot, const Inside& inside) {
    PointedLot part{out_.lots[lot].row, 0, {}};
    const auto holder = out_.lots[lot].holders.find(inside.holder);
    if (holder != out_.lots[lot].holders.end()) {
      for (custody::StockYear year : holder->second) {
        year.arrived = std::min(year.arrived, inside.rounds);
        year.left = Rounds{};
        part.holders[inside.holder].push_back(year);
        if (year.arrived > Rounds{}) break;
      }
    }
    if (seizure_.entered > 0) part.share = static_cast<double>(inside.rounds.count()) / seizure_.entered;
    out_.lots.push_back(std::move(part));
    return out_.lots.size() - 1;
  }

  /// What the package holds by the book, with whoever has the package by the book; and its lots wherever they are,
  /// since the book may be wrong about a package that was found elsewhere.
  void by_package(const PackageSeen& package) {
    if (!package.row) return;
    for (const auto& [lot, rounds] : package.lots) {
      const auto row = sources_.book.lots.find(make_key(lot));
      if (!row) continue;
      take(*row, kNotInItsPackage);
      inside_.push_back({row->id, package.row->possessor, rounds});
    }
  }

  /// A whole mark is found by index; of a mark read in part every lot of the kinds that fit is compared.
  void by_lot_mark(const MarksUnderstood& marks) {
    const double perfect = lot_mark_perfect(marks);
    std::vector<LotId> named;
    if (marks.lot_whole)
      sources_.book.lots.scan_by("number_key", marks.lot_key, [&](const custody::LotRow& lot) {
        take(lot, 1);
        named.push_back(lot.id);
        return true;
      });
    for (const LotId lot : named)
      sources_.book.lots.scan_by("parent", lot.number, [&](const custody::LotRow& child) {
        take(child, kParentsMark);
        return true;
      });
    if (!named.empty()) return;
    std::set<ProductId> products;
    for (const auto& [kind, fit] : kind_fits_) products.insert(kind.product);
    for (const ProductId product : products)
      for (const custody::LotRow& lot : lots_of(product)) {
        if (!kind_fits_.contains(kind_of(lot))) continue;
        const double fit = lot_mark_fit(marks, lot.number_key, perfect);
        if (fit >= kNotThisMark) take(lot, fit);
      }
  }

  /// Marks beside the lot mark count as they do for the lot's kind; a kind that does not fit them is not looked at
  /// unless the mark is read whole.
  void take(const custody::LotRow& lot, double fit) {
    const auto kind = kind_fits_.find(kind_of(lot));
    found_.emplace_back(lot, fit * (kind == kind_fits_.end() ? options_.contradiction : kind->second));
  }

  const std::vector<custody::LotRow>& lots_of(ProductId product) {
    const auto [at, is_new] = by_product_.try_emplace(product);
    if (is_new && compared_ < options_.lots_compared)
      sources_.book.lots.scan_by("product", product.number, [&](const custody::LotRow& lot) {
        at->second.push_back(lot);
        return ++compared_ < options_.lots_compared;
      });
    out_.cut |= compared_ >= options_.lots_compared;
    return at->second;
  }

  std::optional<std::size_t> index_of(const custody::LotRow& row) {
    const auto known = index_.find(row.id);
    if (known != index_.end()) return known->second;
    if (out_.lots.size() >= options_.lots_read) {
      out_.cut = true;
      return std::nullopt;
    }
    index_.emplace(row.id, out_.lots.size());
    out_.lots.push_back(read(row));
    return out_.lots.size() - 1;
  }

  PointedLot read(const custody::LotRow& row) {
    PointedLot lot{row, 0, {}};
    Rounds entered;
    sources_.book.entries.scan(make_key(row.id), [&](const custody::EntryRow& entry) {
      if (!is_seen(entry, question_)) return true;
      if (custody::is_source(entry.from_standing)) entered += entry.rounds;
      const auto sides = custody::counted_sides(sources_.book.shipments, entry.from_side(), entry.to_side());
      for (const auto& change : custody::year_changes(sides, entry.rounds, entry.happened()))
        custody::change_year(year_of(lot, change.possessor, change.year), change);
      return true;
    });
    if (seizure_.entered > 0) lot.share = static_cast<double>(entered.count()) / seizure_.entered;
    return lot;
  }

  static custody::StockYear& year_of(PointedLot& lot, PartyId possessor, int year) {
    auto& years = lot.holders[possessor];
    auto at = std::ranges::lower_bound(years, year, {}, &custody::StockYear::year);
    if (at == years.end() || at->year != year) {
      at = years.insert(at, custody::StockYear{});
      at->year = year;
    }
    return *at;
  }

  const SeizureLines& seizure_;
  const SeizureQuestion& question_;
  const Sources& sources_;
  const SeizureOptions& options_;
  PointedLots out_;
  std::map<LotId, std::size_t> index_;
  std::map<ProductId, std::vector<custody::LotRow>> by_product_;
  std::size_t compared_ = 0;
  // Of the line at hand:
  std::map<RoundKind, double> kind_fits_;
  std::vector<std::pair<custody::LotRow, double>> found_;
  std::vector<Inside> inside_;
};

}  // namespace

RoundKind kind_of(const custody::LotRow& lot) { return {lot.maker, lot.product, lot.made_first.year(), 0}; }

bool points_at_lots(const UnderstoodLine& line) {
  return !line.marks.lot_key.empty() || (line.marks.package && line.marks.package->row);
}

PointedLots pointed_lots(const SeizureLines& seizure, const SeizureQuestion& question, const Sources& sources,
                         const SeizureOptions& options) {
  return Pointing(seizure, question, sources, options).run();
}

}  // namespace lotline::tracing
