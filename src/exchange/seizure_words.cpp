#include "exchange/seizure_words.h"

#include <fmt/ranges.h>

#include <cmath>

#include "base/figures.h"
#include "tracing/seizure_words.h"

namespace lotline::exchange {

std::string seizure_in_words(const tracing::SeizureAnswer& answer) {
  return fmt::format("{} rounds in {} lines: {}", grouped(answer.rounds), answer.lines, answer.words);
}

std::string fit_in_words(double log_likelihood) {
  const double ratio = std::exp(std::abs(log_likelihood));
  if (ratio < 1.5) return "as well as none on record";
  const std::string how = ratio >= 1e6 ? "more than a million times" : fmt::format("{:.3g} times", ratio);
  return fmt::format("{} {} than none on record", how, log_likelihood > 0 ? "better" : "worse");
}

std::string source_in_words(const tracing::SeizureSource& source) {
  return fmt::format("{}: {}; as the only source it explains the mix {}", source.party.text(),
                     percent(source.probability), fit_in_words(source.log_likelihood));
}

std::string units_in_words(const tracing::SeizureSource& source) {
  constexpr double least = 0.005;
  if (source.with_units <= source.probability + least) return {};
  return "of it or of one of its units: " + percent(source.with_units);
}

std::string way_in_words(const tracing::WayOfSource& way) {
  return fmt::format("{}, around {}: {}", tracing::words_of(way.way), way.years, percent(way.probability));
}

std::string explained_in_words(const tracing::SeizureSource& source) {
  return fmt::format(
      "it explains {} rounds and does not explain {}; it held {} rounds of all kinds when they were found",
      grouped(source.rounds_explained), grouped(source.rounds_not_explained), grouped(source.held));
}

std::string event_in_words(const tracing::SourceEvent& event) {
  return fmt::format("{} on {}: {} [record {}]", event.kind, event.on, event.words, event.record);
}

std::string none_in_words(const tracing::SeizureAnswer& answer) {
  return fmt::format(
      "None of those on record: {} in all. Log likelihoods are natural logarithms, against the best that none on "
      "record does.",
      percent(answer.none_on_record));
}

std::string holders_left_in_words(const tracing::SeizureAnswer& answer) {
  return fmt::format(
      "Of {} holders on record {} ever had a product that any line can be; {} of them hold 95 % of what is likely of "
      "sources on record.",
      grouped(static_cast<std::int64_t>(answer.holders_on_record)),
      grouped(static_cast<std::int64_t>(answer.candidates)), grouped(static_cast<std::int64_t>(answer.left)));
}

std::string rows_in_words(const std::vector<int>& numbers) { return fmt::format("{}", fmt::join(numbers, ", ")); }

std::string rows_unexplained_in_words(const tracing::SeizureAnswer& answer) {
  if (answer.lines_unexplained.empty()) return {};
  return fmt::format("Rows that fit no kind of round on record: {}.", rows_in_words(answer.lines_unexplained));
}

}  // namespace lotline::exchange
