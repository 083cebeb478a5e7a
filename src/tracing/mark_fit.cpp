#include "tracing/mark_fit.h"

#include <algorithm>

#include "base/text.h"
#include "marking/lot_mark_key.h"
#include "parties/registration.h"

namespace lotline::tracing {

namespace {

/// Nobody recorded what the maker stamps, so that a headstamp speaks neither for nor much against its lots.
constexpr double kMakerCodesUnknown = 0.01;
constexpr double kTwoYearsBeside = 0.01;
/// The calibre on the head is often not written down with its code and year: it is told apart.
constexpr double kCalibreNotWritten = 0.9;

int years_between(const When& a, const When& b) {
  if (a.first > b.last) return a.first.year() - b.last.year();
  if (b.first > a.last) return b.first.year() - a.last.year();
  return 0;
}

}  // namespace

bool has_head(custody::ItemClass item) {
  using enum custody::ItemClass;
  return item != primer && item != propellant && item != projectile;
}

const StampedHeads::Head& StampedHeads::of(const std::string& stamped) {
  const auto known = by_text_.find(stamped);
  if (known != by_text_.end()) return known->second;
  Head head{marking::StampedHeadstamp(stamped), marking::StampedHeadstamp(without_calibre(stamped))};
  return by_text_.emplace(stamped, std::move(head)).first->second;
}

std::string StampedHeads::without_calibre(const std::string& stamped) const {
  std::string rest;
  for (const auto word : split(stamped, ' '))
    if (!calibres_.is_name(word)) rest += (rest.empty() ? "" : " ") + std::string{word};
  return rest;
}

double HeadstampFit::of(const std::string& stamped) {
  const auto [at, is_new] = by_text_.try_emplace(stamped);
  if (is_new) {
    const StampedHeads::Head& head = stamped_.of(stamped);
    const double whole = seen_.seen.likelihood(head.whole);
    const double without = kCalibreNotWritten * seen_.seen.likelihood(head.without_calibre);
    at->second = std::min(1.0, std::max(whole, without) / seen_.perfect);
  }
  return at->second;
}

double HeadstampFit::unrecorded(const std::vector<std::string>& codes, const std::string& calibre, int first,
                                int last) const {
  if (codes.empty()) return kMakerCodesUnknown;
  double best = 0;
  for (const std::string& code : codes) {
    for (const std::string& form : {code, fmt::format("{} {}", code, calibre)}) {
      best = std::max(best, seen_.seen.likelihood(form));
      for (int year = first; year <= last; ++year)
        for (const std::string& stamped : {fmt::format("{} {:02}", form, year % 100), fmt::format("{} {}", form, year)})
          best = std::max(best, seen_.seen.likelihood(stamped));
    }
  }
  return options_.not_recorded * std::min(1.0, best / seen_.perfect);
}

double calibre_fit(const MarksUnderstood& marks, const std::string& recorded, const TraceOptions& options) {
  if (recorded.empty()) return options.not_recorded;
  if (marks.calibres.empty()) {
    const bool same = parties::maker_code_key(recorded) == parties::maker_code_key(marks.calibre_text);
    return same ? 1.0 : options.contradiction;
  }
  const auto found = marks.calibres.find(recorded);
  return found == marks.calibres.end() ? options.contradiction : std::max(found->second, options.contradiction);
}

double year_fit(const MarksUnderstood& marks, const When& made, const TraceOptions& options) {
  double value = options.contradiction;
  for (const auto& [years, chance] : marks.years) {
    const int apart = years_between(years, made);
    const double beside = apart == 0 ? 1.0 : apart == 1 ? options.year_beside : apart == 2 ? kTwoYearsBeside : 0.0;
    value = std::max(value, chance * beside);
  }
  return value;
}

double colour_fit(const MarksUnderstood& marks, const std::string& recorded, const TraceOptions& options) {
  if (recorded.empty()) return options.not_recorded;
  return std::ranges::includes(colour_words(recorded), marks.colours) ? 1.0 : options.colour_contradiction;
}

double lot_mark_fit(const MarksUnderstood& marks, const std::string& recorded_key, double perfect) {
  return std::min(1.0, marking::lot_key_likelihood(marks.lot_key, recorded_key) / perfect);
}

double lot_mark_perfect(const MarksUnderstood& marks) {
  return marks.lot_key.empty() ? 1 : marking::lot_key_likelihood(marks.lot_key, as_if_read(marks.lot_key));
}

}  // namespace lotline::tracing
