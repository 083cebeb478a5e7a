#include "exchange/trace_words.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "base/figures.h"

namespace lotline::exchange {

std::string records_in_words(const std::vector<RecordNumber>& records) {
  if (records.empty()) return {};
  constexpr std::size_t most = 8;
  const std::vector<RecordNumber> shown(records.begin(),
                                        records.begin() + static_cast<std::ptrdiff_t>(std::min(most, records.size())));
  return fmt::format("record{} {}{}", records.size() == 1 ? "" : "s", fmt::join(shown, ", "),
                     records.size() > most ? ", ..." : "");
}

std::string with_records(std::string words, const std::vector<RecordNumber>& records) {
  const std::string numbers = records_in_words(records);
  return numbers.empty() ? words : fmt::format("{} [{}]", words, numbers);
}

std::string age_in_words(const tracing::Age& age) {
  if (age.least == age.most) return fmt::format("{} years", age.least);
  return fmt::format("{} to {} years, {:.1f} expected", age.least, age.most, age.expected);
}

std::string reading_in_words(const tracing::Reading& r) {
  const std::string mark = r.mark == "maker_on_record" ? "maker on record" : r.mark == "lot_mark" ? "lot mark" : r.mark;
  std::string words = fmt::format("{}: {}", mark,
                                  !r.maker.empty()     ? r.maker
                                  : !r.calibre.empty() ? r.calibre
                                                       : "of no form that names its maker");
  if (!r.country.empty()) words += fmt::format(" ({})", r.country);
  if (!r.years.empty()) words += ", made " + r.years;
  if (!r.maker.empty() && !r.calibre.empty()) words += ", " + r.calibre;
  return words +
         fmt::format(", {}{}", percent(r.probability), r.confirmed ? ", stated by a source" : ", not confirmed");
}

std::string at_large_in_words(const tracing::CandidateLot& lot) {
  return (lot.certain ? "" : "up to ") + grouped(lot.at_large.count());
}

std::string holder_in_words(const tracing::Holder& holder) {
  return fmt::format("{}: {}; {} rounds passed through it{}", holder.party.text(), percent(holder.probability),
                     grouped(holder.rounds.count()), holder.lawful ? "" : "; not lawfully");
}

std::string departure_in_words(const tracing::Departure& departure) {
  return fmt::format("{}{}", departure.words, departure.probability > 0 ? ", " + percent(departure.probability) : "");
}

std::vector<std::string> notes_of(const tracing::SupplyStep& step) {
  std::vector<std::string> notes;
  if (!step.package.empty()) notes.push_back("package " + step.package);
  if (step.corrected > Rounds{})
    notes.push_back(fmt::format("{} taken back by a correction", grouped(step.corrected.count())));
  if (!step.gap.empty()) notes.push_back(step.gap);
  if (!step.certain) notes.emplace_back("possible: its date is not exact");
  if (step.late) notes.emplace_back("recorded late");
  if (step.after_find) notes.emplace_back("after the find");
  return notes;
}

std::string called(const tracing::PartyRef& party) { return party.code.empty() ? party.name : party.code; }

}  // namespace lotline::exchange
