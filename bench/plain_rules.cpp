#include "bench/plain_rules.h"

#include <algorithm>
#include <set>

namespace lotline::bench {

namespace {

using tracing::Fit;

/// A kind fits a line well when it is at least half as good as the best.
constexpr double kWell = 0.5;

struct Had {
  std::int64_t held = 0;
  std::set<std::size_t> lines;
};

/// Lines that each item fits well.
std::vector<std::vector<std::size_t>> lines_of(const tracing::SeizureItems& items) {
  std::vector<std::vector<std::size_t>> lines(items.size());
  for (std::size_t i = 0; i < items.fits.size(); ++i) {
    double best = 0;
    for (const Fit& fit : items.fits[i]) best = std::max(best, fit.fit);
    for (const Fit& fit : items.fits[i])
      if (fit.fit >= kWell * best) lines[fit.at].push_back(i);
  }
  return lines;
}

}  // namespace

PlainAnswers plain_answers(const tracing::SeizureQuestion& question, const tracing::Sources& sources) {
  const auto items = tracing::seizure_items(question, sources, sources.book.stock, {});
  const auto lines = lines_of(items);
  const int year = question.found_on->last.year();
  std::map<tracing::RoundKind, std::size_t> index;
  for (std::size_t i = 0; i < items.seizure.kinds.size(); ++i) index.emplace(items.seizure.kinds[i], i);
  std::map<PartyId, Had> had;
  const auto count = [&](PartyId possessor, const std::vector<custody::StockYear>& years,
                         const std::vector<std::size_t>& fitting) {
    for (const custody::StockYear& one : years) {
      if (one.year > year || fitting.empty()) continue;
      Had& holder = had[possessor];
      holder.held += one.arrived.count() - one.left.count();
      if (one.arrived > Rounds{}) holder.lines.insert(fitting.begin(), fitting.end());
    }
  };
  sources.book.stock.years.scan({}, [&](const custody::StockYearsRow& row) {
    const auto kind = index.find({row.maker, row.product, row.made, 0});
    if (row.maker && kind != index.end()) count(row.possessor, years_of(row), lines[kind->second]);
    return true;
  });
  for (std::size_t i = 0; i < items.pointed.lots.size(); ++i)
    for (const auto& [holder, years] : items.pointed.lots[i].holders)
      count(holder, years, lines[items.seizure.kinds.size() + i]);

  std::set<std::size_t> to_explain;
  for (const auto& fitting : lines) to_explain.insert(fitting.begin(), fitting.end());
  std::vector<std::pair<std::int64_t, PartyId>> by_rounds;
  for (const auto& [holder, one] : had) by_rounds.emplace_back(-one.held, holder);
  std::ranges::sort(by_rounds);
  PlainAnswers answers;
  for (const auto& [held, holder] : by_rounds) {
    if (held < 0) answers.holds_most.push_back(holder);
    if (had[holder].lines.size() == to_explain.size() && !to_explain.empty()) answers.intersection.push_back(holder);
  }
  return answers;
}

}  // namespace lotline::bench
