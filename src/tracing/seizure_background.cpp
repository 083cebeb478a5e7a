#include "tracing/seizure_background.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace lotline::tracing {

namespace {

/// How many different things a mark can say when nothing is known of where a round is from. Judgement: the headstamp
/// tables name some hundreds of codes, rounds in circulation are of some ninety years and lot marks number thousands.
constexpr double kCodes = 400;
constexpr double kYears = 60;
constexpr double kColours = 4;
constexpr double kLotMarks = 3'000;
constexpr double kCharacters = 30;
/// What a mark that names a recorded package is by chance.
constexpr double kPackages = 100'000;

/// The chance that another mark of so many possible ones reads the same: what was not read widens it.
double by_chance(double possible, std::string_view read) {
  const auto unread = static_cast<double>(std::ranges::count(read, '?'));
  const bool any = read.find('*') != std::string_view::npos;
  return any ? 1 : std::min(1.0, std::pow(kCharacters, unread) / possible);
}

struct HeadWords {
  double code = 1;
  double year = 1;
};

/// The last word of digits behind another is taken for the year.
HeadWords chances_of_head(const MarksUnderstood& marks) {
  HeadWords chances;
  if (!marks.headstamp) return chances;
  bool first = true;
  for (const std::string_view word : split(marks.headstamp->text, ' ')) {
    if (word.empty()) continue;
    const double digits = word.size() == 2 ? std::pow(10.0, static_cast<double>(std::ranges::count(word, '?'))) : 1;
    if (!first && is_year_on_head(word))
      chances.year = std::min(1.0, digits / kYears);
    else if (first)
      chances.code = by_chance(kCodes, word);
    first = false;
  }
  return chances;
}

double chance_of_years(const MarksUnderstood& marks) {
  if (marks.years.empty()) return 1;
  double years = 0;
  for (const auto& meant : marks.years)
    years += meant.chance * (meant.years.last.year() - meant.years.first.year() + 1);
  return std::min(1.0, years / kYears);
}

double chance_of_lot_mark(const UnderstoodLine& line) {
  double chance = 1;
  if (!line.marks.lot_key.empty()) chance *= by_chance(kLotMarks, line.marks.lot_key);
  if (line.marks.package && line.marks.package->row) chance /= kPackages;
  return chance;
}

}  // namespace

Background background_of(const SeizureItems& items, const SeizureOptions& options) {
  Background background;
  const auto& kinds = items.seizure.kinds;
  for (std::size_t i = 0; i < items.fits.size(); ++i) {
    const UnderstoodLine& line = items.seizure.lines[i];
    const auto& marks = line.marks;
    double circulation = 0;
    for (const Fit& fit : items.fits[i])
      circulation +=
          fit.fit * (fit.at < kinds.size() ? kinds[fit.at].share : items.pointed.lots[fit.at - kinds.size()].share);
    const HeadWords head = chances_of_head(marks);
    const double year = std::min(head.year, chance_of_years(marks));
    const double lot_mark = chance_of_lot_mark(line);

    const double calibre = marks.calibre_text.empty() ? 1 : 1 / options.calibres;
    const double colours = marks.colours.empty() ? 1 : 1 / kColours;
    const double foreign = head.code * calibre * colours * year * lot_mark;
    background.circulation.push_back(std::max(circulation, foreign * 1e-3));
    background.legacy.push_back(std::max(line.any_year * year * lot_mark, foreign * 1e-3));
    background.foreign.push_back(foreign);
    background.any.push_back(0.6 * background.circulation.back() + 0.3 * background.legacy.back() + 0.1 * foreign);
  }
  return background;
}

}  // namespace lotline::tracing
