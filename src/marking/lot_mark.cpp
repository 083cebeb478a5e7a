#include "marking/lot_mark.h"

#include <algorithm>

#include "base/text.h"
#include "marking/lot_format.h"
#include "marking/lot_mark_grammar.h"

namespace lotline::marking {

namespace {

constexpr std::size_t kLongestMark = 64;
constexpr double kHintedMaker = 4;        ///< how much the maker known otherwise speaks for a reading that names it
constexpr double kOtherMaker = 0.25;      ///< and against one that names another: hints err too
constexpr double kImpossibleYear = 0.05;  ///< a reading whose year contradicts the evidence is kept, far down

bool legible(const FoldedMark& mark) {
  return std::ranges::any_of(mark.glyphs, [](char32_t c) { return c != U'?' && c != U'*' && c != U'-'; });
}

LotMarkDraft free_text(const LotMarkContext& context) {
  LotMarkDraft made;
  made.reading.format = "COMM";
  const auto& makers = context.maker_initials;
  if (makers.size() == 1) {
    made.reading.maker_symbol = makers.front();
    made.reading.reasons.push_back(fmt::format("a lot number of {}'s own, whatever its form", makers.front()));
  } else {
    made.reading.reasons.push_back("a maker's own lot number, whatever its form");
    made.reading.ambiguities.push_back("says nothing until the maker is known from the box or the headstamp");
  }
  return made;
}

LotMarkDrafts all_drafts(const FoldedMark& mark, const LotMarkContext& context) {
  LotMarkDrafts drafts;
  const auto add = [&](LotMarkDrafts found) { std::ranges::move(found, std::back_inserter(drafts)); };
  add(mil_std_1168_new(mark));
  add(mil_std_1168_old(mark));
  add(mil_std_1168_propellant(mark));
  add(serial_initials_year(mark, context.options));
  add(soviet_case_mark(mark));
  drafts.push_back(free_text(context));
  return drafts;
}

std::string years_text(const std::vector<int>& years) { return fmt::format("{}", fmt::join(years, " or ")); }

/// Resolves the century with the evidence there is; returns how much the years speak for the reading.
double settle_years(LotMarkDraft& made, const LotMarkContext& context) {
  if (made.year_digits.empty()) return 1;
  auto& reading = made.reading;
  reading.years = years_of(made.year_digits, context.options.earliest_year, context.today);
  if (reading.years.empty()) {
    reading.reasons.push_back(fmt::format("no year before today ends in {}", made.year_digits));
    return kImpossibleYear;
  }
  if (context.years) {
    auto within = reading.years;
    std::erase_if(within, [&](int year) { return year < context.years->first || year > context.years->last; });
    if (within.empty()) {
      reading.reasons.push_back(fmt::format("{} does not agree with {} to {} known otherwise",
                                            years_text(reading.years), context.years->first, context.years->last));
      return kImpossibleYear;
    }
    reading.years = within;
    reading.reasons.push_back(fmt::format("year {}: other evidence says {} to {}", years_text(within),
                                          context.years->first, context.years->last));
  } else if (reading.years.size() == 1) {
    reading.reasons.push_back(fmt::format("year {}: no other ends in {} by today", reading.years[0], made.year_digits));
  }
  if (reading.years.size() > 1)
    reading.ambiguities.push_back(fmt::format("{} may be {}", made.year_digits, years_text(reading.years)));
  return 1;
}

double weigh_maker(LotMarkReading& reading, const LotMarkContext& context) {
  if (context.maker_initials.empty() || reading.maker_symbol.empty()) return 1;
  const bool named = std::ranges::any_of(context.maker_initials, [&](const std::string& hint) {
    const auto symbol = lot_mark_key(hint);
    return std::ranges::equal(reading.maker_symbol, symbol, [](char seen, char c) { return seen == c || seen == '?'; });
  });
  if (reading.format == "COMM") return 1;
  reading.reasons.push_back(named ? fmt::format("names the maker {} known otherwise", reading.maker_symbol)
                                  : fmt::format("names {}, not the maker known otherwise", reading.maker_symbol));
  return named ? kHintedMaker : kOtherMaker;
}

LotMarkReading finish(LotMarkDraft made, std::string_view text, const FoldedMark& mark, const LotMarkContext& context) {
  auto& reading = made.reading;
  const auto& format = lot_format(reading.format);
  reading.as_read = text;
  reading.key = lot_mark_key(text);
  reading.trust = format.trust;
  reading.sources.emplace_back(format.source);
  reading.probability = format.weight * made.share * settle_years(made, context) * weigh_maker(reading, context);
  if (format.trust == catalogue::Trust::unverified) reading.reasons.push_back("this form is unverified");
  if (mark.had_look_alikes) reading.ambiguities.push_back("letters may be Cyrillic or Latin: they look the same");
  return reading;
}

}  // namespace

std::vector<int> years_of(std::string_view two_digits, int earliest, Day today) {
  std::vector<int> years;
  if (two_digits.size() != 2) return years;
  for (int year = earliest; year <= today.year(); ++year) {
    const auto digits = fmt::format("{:02}", year % 100);
    const bool fits =
        std::ranges::equal(two_digits, digits, [](char seen, char c) { return seen == '?' || seen == c; });
    if (fits) years.push_back(year);
  }
  return years;
}

std::vector<LotMarkReading> read_lot_mark(std::string_view text, const LotMarkContext& context) {
  const auto mark = fold_mark(text);
  if (!legible(mark) || mark.glyphs.size() > kLongestMark) return {};
  std::vector<LotMarkReading> readings;
  for (auto& each : all_drafts(mark, context)) readings.push_back(finish(std::move(each), trim(text), mark, context));
  double sum = 0;
  for (const auto& reading : readings) sum += reading.probability;
  for (auto& reading : readings) reading.probability /= sum;
  std::ranges::stable_sort(readings, std::greater{}, &LotMarkReading::probability);
  return readings;
}

}  // namespace lotline::marking
