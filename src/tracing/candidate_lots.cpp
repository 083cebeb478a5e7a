#include "tracing/candidate_lots.h"

#include <algorithm>
#include <unordered_set>

#include "tracing/maker_match.h"

namespace lotline::tracing {

namespace {

/// Below it the lots that an index gave do not settle the question, and wider ones are looked at.
constexpr double kGoodFit = 0.01;
/// Lots told in `ruled_out` beyond these are only counted by the caller.
constexpr std::size_t kRuledOutKept = 1000;

class Search {
 public:
  Search(const MarksUnderstood& marks, const Sources& sources, const TraceOptions& options, LotWeigher& weigher)
      : marks_(marks), sources_(sources), options_(options), weigher_(weigher) {}

  Candidates run() {
    by_package();
    by_lot_mark();
    by_retailer();
    if (best_ < kGoodFit) by_maker();
    if (best_ < kGoodFit) among_all();
    return settle();
  }

 private:
  void take(const custody::LotRow& lot) {
    if (!weighed_.insert(lot.id).second) return;
    CandidateFit candidate{lot, weigher_.weigh(lot)};
    best_ = std::max(best_, candidate.fit.fit);
    const bool fits = candidate.fit.fit > 0 && candidate.fit.fit >= best_ * options_.negligible_fit;
    if (fits || out_.ruled_out.size() < kRuledOutKept)
      (fits ? out_.fitting : out_.ruled_out).push_back(std::move(candidate));
  }

  void take(LotId lot) {
    if (const auto row = sources_.book.lots.find(make_key(lot))) take(*row);
  }

  void take_by(std::string_view index, const Cell& value) {
    sources_.book.lots.scan_by(index, value, [&](const custody::LotRow& lot) {
      take(lot);
      return true;
    });
  }

  void by_package() {
    if (!marks_.package) return;
    for (const auto& [lot, rounds] : marks_.package->lots) take(lot);
  }

  void by_lot_mark() {
    if (marks_.lot_key.empty() || !marks_.lot_whole) return;
    std::vector<LotId> named;
    sources_.book.lots.scan_by("number_key", marks_.lot_key, [&](const custody::LotRow& lot) {
      take(lot);
      named.push_back(lot.id);
      return true;
    });
    for (const LotId lot : named) take_by("parent", lot.number);
  }

  void by_retailer() {
    if (!marks_.retailer) return;
    for (const auto& mark : marks_.retailer->marks) {
      if (mark.lot) {
        take(mark.lot);
        continue;
      }
      sources_.book.accounts.scan_by("possessor", mark.retailer.number, [&](const custody::AccountRow& account) {
        take(account.lot);
        return true;
      });
    }
  }

  void by_maker() {
    for (const PartyId maker : MakerMatch(sources_.parties).of(marks_)) take_by("maker", maker.number);
  }

  void among_all() {
    sources_.book.lots.scan({}, [&](const custody::LotRow& lot) {
      take(lot);
      return true;
    });
  }

  Candidates settle() {
    const double bound = best_ * options_.negligible_fit;
    const auto poor = std::ranges::stable_partition(out_.fitting, [&](const auto& c) { return c.fit.fit >= bound; });
    for (auto& candidate : poor)
      if (out_.ruled_out.size() < kRuledOutKept) out_.ruled_out.push_back(std::move(candidate));
    out_.fitting.erase(poor.begin(), poor.end());
    std::ranges::stable_sort(out_.fitting, std::ranges::greater{}, [](const auto& c) { return c.fit.fit; });
    std::ranges::stable_sort(out_.ruled_out, std::ranges::greater{}, [](const auto& c) { return c.fit.fit; });
    out_.best_fit = best_;
    return std::move(out_);
  }

  const MarksUnderstood& marks_;
  const Sources& sources_;
  const TraceOptions& options_;
  LotWeigher& weigher_;
  Candidates out_;
  std::unordered_set<LotId> weighed_;
  double best_ = 0;
};

}  // namespace

Candidates candidate_lots(const MarksUnderstood& marks, const Sources& sources, const TraceOptions& options,
                          LotWeigher& weigher) {
  if (!marks.tell_lots()) return {};
  return Search(marks, sources, options, weigher).run();
}

}  // namespace lotline::tracing
