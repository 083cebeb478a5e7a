#include "tracing/seizure_words.h"

namespace lotline::tracing {

namespace {

constexpr std::string_view kLead = " This is a lead, not proof.";

std::string in_percent(double share) { return fmt::format("{:.0f}%", 100 * share); }

}  // namespace

std::string words_of(NoSource none) {
  switch (none) {
    case NoSource::circulation:
      return "a mix like all that is in circulation: many sources, none of which stands out";
    case NoSource::legacy:
      return "rounds of makers on record, but of no lot and no stock on record: older than the register, or never in "
             "it";
    case NoSource::foreign:
      break;
  }
  return "rounds of makers that are not on record";
}

std::string years_in_words(int first, int last) {
  return first == last ? fmt::format("{}", first) : fmt::format("{}/{}", first, last);
}

std::string words_of(WayOut way) {
  switch (way) {
    case WayOut::unrecorded:
      return "out of its stock, by an act that nobody recorded";
    case WayOut::stolen:
      return "stolen in a theft on record";
    case WayOut::lost:
      return "lost in a loss on record";
    case WayOut::missing:
      return "found missing at a stocktake";
    case WayOut::in_transit:
      return "dispatched and not received by the day of the find";
    case WayOut::sold:
      return "sold to buyers whom nobody recorded";
    case WayOut::exported:
      return "exported to it, where the register ends";
    case WayOut::expended:
      break;
  }
  return "booked as used";
}

std::string words_of(const Explanation& explanation, const std::vector<PartyRef>& sources,
                     const std::vector<Part>& ways) {
  if (sources.empty()) return "none of those on record: " + words_of(explanation.none);
  std::string text = sources.size() == 1
                         ? fmt::format("all of it from {}", sources.front().text())
                         : fmt::format("some {} of it from {}, the rest from {}", in_percent(explanation.share),
                                       sources[0].text(), sources[1].text());
  if (sources.size() == 1 && !ways.empty())
    text += fmt::format(": {}, around {}", words_of(ways.front().way),
                        years_in_words(ways.front().first_year, ways.front().last_year));
  return text;
}

std::string words_of(const SeizureAnswer& answer) {
  if (answer.sources.empty())
    return fmt::format("no holder on record ever had rounds that fit; where the {} rounds are from is not known.",
                       answer.rounds);
  const SeizureSource& best = answer.sources.front();
  if (!answer.known && answer.none_on_record >= best.probability)
    return fmt::format("the register does not say where it is from: none on record {}, the likeliest holder {} {}.{}",
                       in_percent(answer.none_on_record), best.party.text(), in_percent(best.probability), kLead);
  if (!answer.known)
    return fmt::format(
        "several sources explain it: {} {}, {} others together hold most of the rest; none on record "
        "{}.{}",
        best.party.text(), in_percent(best.probability), answer.left > 0 ? answer.left - 1 : 0,
        in_percent(answer.none_on_record), kLead);
  std::string text =
      fmt::format("the mix of what was seized points to {} ({})", best.party.text(), in_percent(best.probability));
  if (!best.ways.empty())
    text += fmt::format(", {}, around {}", words_of(best.ways.front().way), best.ways.front().years);
  return text + fmt::format("; it explains {} of {} rounds.{}", best.rounds_explained, answer.rounds, kLead);
}

}  // namespace lotline::tracing
