#include "tracing/marks_understood.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "custody/package_tree.h"
#include "marking/headstamp_marks.h"
#include "marking/lot_mark_key.h"
#include "marking/package_code.h"
#include "marking/retailer_code.h"
#include "marking/year_reading.h"

namespace lotline::tracing {

namespace {

bool whole(std::string_view text) { return text.find_first_of("?*") == std::string_view::npos; }

std::string joined_years(const std::vector<int>& years) { return fmt::format("{}", fmt::join(years, " or ")); }

When whole_years(int first, int last) { return {day_of(first, 1, 1), day_of(last, 12, 31)}; }

std::string all_text(const marking::HeadstampMarks& marks) {
  std::string text{trim(marks.text)};
  for (const auto& mark : marks.clock) text += fmt::format("{}{}", text.empty() ? "" : " ", mark.text);
  return text;
}

std::string span_text(const std::pair<int, int>& years) {
  return years.first == years.second ? fmt::format("{}", years.first) : fmt::format("{}-{}", years.first, years.second);
}

std::string years_text(const marking::Reading& reading) {
  if (!reading.years) return {};
  std::string text = span_text(*reading.years);
  for (const auto& also : reading.also_years) text += fmt::format(" or {}", span_text(also));
  return text;
}

void understand_headstamp(MarksUnderstood& marks, const marking::MarksRead& read,
                          const marking::HeadstampLikelihoodOptions& options) {
  const auto as_read = marking::headstamp_marks(read);
  const std::string text = all_text(as_read);
  if (text.empty()) return;
  marking::SeenHeadstamp seen(as_read, options);
  const double perfect = seen.likelihood(as_if_read(text));
  marks.headstamp = HeadstampSeen{std::move(seen), text, perfect};
}

void tell_headstamp(MarksUnderstood& marks, const marking::MarksRead& read, const Sources& sources) {
  if (!marks.headstamp) return;
  for (auto& meant : sources.readers.headstamps.read(marking::headstamp_marks(read)))
    marks.readings.push_back({.mark = "headstamp",
                              .maker = meant.maker,
                              .country = meant.country,
                              .years = years_text(meant),
                              .calibre = meant.calibre,
                              .probability = meant.probability,
                              .confirmed = meant.confirmed,
                              .trust = std::string{catalogue::to_text(meant.trust)},
                              .reasons = std::move(meant.reasons),
                              .sources = std::move(meant.sources)});
}

void understand_year(MarksUnderstood& marks, const std::string& text, Day today) {
  if (trim(text).empty()) return;
  marking::YearContext context;
  context.latest_year = today.year();
  const auto readings = marking::read_year(text, context);
  for (const auto& reading : readings)
    marks.years.push_back({whole_years(reading.first, reading.last), reading.weight / readings.front().weight});
  if (const auto when = parse_when(trim(text)); marks.years.empty() && when) marks.years.push_back({*when, 1});
  if (marks.years.empty()) marks.limits.push_back({"year_unread", fmt::format("{} is read as no year", text)});
}

void understand_calibre(MarksUnderstood& marks, const std::string& text, const Sources& sources) {
  marks.calibre_text = trim(text);
  if (marks.calibre_text.empty()) return;
  const auto readings = sources.readers.calibres.read(text);
  for (const auto& reading : readings) {
    marks.calibres.emplace(reading.id, reading.probability / readings.front().probability);
    marks.readings.push_back({.mark = "calibre",
                              .calibre = reading.name,
                              .probability = reading.probability,
                              .reasons = reading.reasons,
                              .sources = reading.sources});
  }
  if (readings.empty())
    marks.limits.push_back({"calibre_unread", fmt::format("{} is no calibre of the tables", marks.calibre_text)});
}

void understand_lot_mark(MarksUnderstood& marks, std::string_view text, const Sources& sources) {
  marks.lot_key = marking::lot_mark_key(text);
  if (marks.lot_key.empty()) return;
  marks.lot_whole = whole(marks.lot_key);
  marking::LotMarkContext context;
  context.today = sources.today;
  if (marks.years.size() == 1)
    context.years = marking::YearSpan{marks.years.front().years.first.year(), marks.years.front().years.last.year()};
  for (const auto& meant : marking::read_lot_mark(text, context)) {
    if (!meant.maker_symbol.empty()) marks.maker_symbols.push_back(meant.maker_symbol);
    auto reasons = meant.reasons;
    reasons.insert(reasons.end(), meant.ambiguities.begin(), meant.ambiguities.end());
    marks.readings.push_back({.mark = "lot_mark",
                              .maker = meant.maker_symbol,
                              .years = joined_years(meant.years),
                              .probability = meant.probability,
                              .trust = std::string{catalogue::to_text(meant.trust)},
                              .reasons = std::move(reasons),
                              .sources = meant.sources});
  }
}

/// 14 digits, as a trade item number is compared.
std::string gtin_14(std::string_view gtin) {
  return gtin.empty() || gtin.size() >= 14 ? std::string{gtin} : std::string(14 - gtin.size(), '0').append(gtin);
}

void understand_package(MarksUnderstood& marks, const std::string& text, const Sources& sources) {
  if (trim(text).empty()) return;
  const auto code = marking::read_package_code(text, sources.today);
  if (!code) {
    marks.limits.push_back({"package_unread", fmt::format("package code not used: {}", code.error().text)});
    return;
  }
  PackageSeen seen;
  seen.key = marking::package_code_key(*code);
  seen.gtin = gtin_14(code->gtin.value_or(""));
  seen.row = sources.book.packages.first_by("code_key", seen.key);
  if (seen.row)
    for (const auto& line : custody::contents_of(sources.book, seen.row->id)) seen.lots[line.lot] += line.rounds;
  if (marks.lot_key.empty() && code->lot) understand_lot_mark(marks, *code->lot, sources);
  marks.package = std::move(seen);
}

void understand_retailer(MarksUnderstood& marks, const std::string& text, const Sources& sources) {
  if (trim(text).empty()) return;
  const auto code = marking::read_retailer_code(text);
  if (!code) {
    marks.limits.push_back({"retailer_code_unread", fmt::format("retailer code not used: {}", code.error().text)});
    return;
  }
  marks.retailer = RetailerSeen{code->code, sources.retailer_marks.all(make_key(code->code))};
}

marking::HeadstampOptions options_for(Day today) {
  marking::HeadstampOptions options;
  options.latest_year = today.year();
  return options;
}

}  // namespace

bool MarksUnderstood::tell_lots() const {
  const bool package_tells = package && (package->row || !package->gtin.empty());
  return headstamp || !lot_key.empty() || !calibre_text.empty() || !years.empty() || !colours.empty() ||
         package_tells || (retailer && !retailer->marks.empty());
}

std::vector<std::string> colour_words(std::string_view text) {
  constexpr std::array<std::string_view, 10> kNoColours{"tip", "and", "with", "on",      "the",
                                                        "a",   "of",  "case", "sealant", "bullet"};
  std::string letters = to_lower_ascii(text);
  std::ranges::replace_if(letters, [](char c) { return std::string_view{",;/-+:()"}.contains(c); }, ' ');
  std::vector<std::string> words;
  for (const std::string_view one : split(letters, ' '))
    if (!one.empty() && std::ranges::find(kNoColours, one) == kNoColours.end()) words.emplace_back(one);
  std::ranges::sort(words);
  return words;
}

Readers::Readers(const catalogue::Catalogue& catalogue, Day today)
    : calibres(catalogue), headstamps(catalogue, options_for(today)) {}

MarksUnderstood understand(const Question& question, const Sources& sources) {
  MarksUnderstood marks;
  const auto& read = question.marks;
  understand_year(marks, read.year, sources.today);
  understand_calibre(marks, read.calibre, sources);
  understand_headstamp(marks, read, {});
  tell_headstamp(marks, read, sources);
  understand_lot_mark(marks, read.lot_mark, sources);
  understand_package(marks, read.package, sources);
  understand_retailer(marks, read.retailer_code, sources);
  marks.colours = colour_words(read.colours);
  return marks;
}

MarksUnderstood understand_to_compare(const marking::MarksRead& read, const Sources& sources,
                                      const marking::HeadstampLikelihoodOptions& options) {
  MarksUnderstood marks;
  understand_year(marks, read.year, sources.today);
  understand_calibre(marks, read.calibre, sources);
  understand_headstamp(marks, read, options);
  understand_lot_mark(marks, read.lot_mark, sources);
  understand_package(marks, read.package, sources);
  marks.colours = colour_words(read.colours);
  marks.readings.clear();
  return marks;
}

std::string as_if_read(std::string text) {
  std::erase(text, '*');
  std::replace(text.begin(), text.end(), '?', 'A');
  return text;
}

}  // namespace lotline::tracing
