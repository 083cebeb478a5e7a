#include "tracing/departure.h"

#include <algorithm>
#include <map>
#include <ranges>

namespace lotline::tracing {

namespace {

using custody::Act;
using custody::EntryRow;
using custody::Standing;

class Departures {
 public:
  Departures(const WeighedLot& lot, const DayOfFind& find, Names& names)
      : lot_(lot), find_(find), names_(names), ref_(names.lot(lot.history.lot)) {
    const auto reachable = lot.state.reachable().count();
    per_round_ = reachable == 0 ? 0 : lot.probability / static_cast<double>(reachable);
  }

  void thefts_and_losses() {
    auto found_again = found_again_by_holder();
    // The latest first: what was found again is taken to be of the latest loss.
    for (const HistoryEntry& entry : std::views::reverse(lot_.history.entries)) {
      const EntryRow& row = entry.row;
      const bool theft = row.to_standing == Standing::stolen;
      if ((!theft && row.to_standing != Standing::lost) || !by_then(row.happened())) continue;
      Rounds& again = found_again[{row.to, row.to_standing}];
      const Rounds recovered = std::min(again, entry.net);
      again -= recovered;
      const Rounds missing = entry.net - recovered;
      if (missing == Rounds{}) continue;
      const Hands hands = hands_of(row, names_);
      const bool on_the_way = row.from_standing == Standing::in_transit;
      add(theft ? "theft" : "loss", hands, row.happened(), missing,
          fmt::format("{} rounds {}{}{}", missing.count(), theft ? "stolen from " : "lost by ",
                      names_.party(hands.from).text(), on_the_way ? " on the way to its receiver" : ""),
          {row.number});
      if (on_the_way && row.shipment) found_.back().to = names_.party(names_.shipment(row.shipment).to);
    }
  }

  void open_dispatches() {
    for (const Stand& stand : lot_.state.stands) {
      if (stand.standing != Standing::in_transit || stand.least <= Rounds{}) continue;
      const auto sent = std::ranges::find_if(lot_.history.entries, [&](const HistoryEntry& entry) {
        return entry.row.to_standing == Standing::in_transit && entry.row.to_where == stand.shipment;
      });
      if (sent == lot_.history.entries.end()) continue;
      const Hands hands = hands_of(sent->row, names_);
      const int days = find_.day.first.count - sent->row.happened_last.count;
      add("dispatch_not_received", hands, sent->row.happened(), stand.least,
          fmt::format("{} rounds dispatched to {} were not received by then, {} days later", stand.least.count(),
                      names_.party(hands.to).text(), days),
          {sent->row.number});
    }
  }

  void irregular(const std::vector<Irregularity>& all) {
    for (const Irregularity& one : all) {
      const HistoryEntry& entry = lot_.history.entries[one.entry];
      if (by_then(entry.row.happened()))
        add(one.kind, one.hands, entry.row.happened(), entry.net, one.words, one.records);
    }
  }

  void events(const std::vector<KnownEvent>& all) {
    for (const KnownEvent& event : all)
      if (by_then(event.happened))
        add(std::string{word(event.kind)}, {event.from, event.to}, event.happened, event.rounds, event.text,
            {event.number});
  }

  std::vector<Departure> take() { return std::move(found_); }

 private:
  [[nodiscard]] bool by_then(const When& when) const { return when.first <= find_.day.last; }

  std::map<std::pair<PartyId, Standing>, Rounds> found_again_by_holder() const {
    std::map<std::pair<PartyId, Standing>, Rounds> again;
    for (const HistoryEntry& entry : lot_.history.entries)
      if (entry.row.act == Act::find && entry.row.happened_last < find_.day.first)
        again[{entry.row.from, entry.row.from_standing}] += entry.net;
    return again;
  }

  void add(std::string kind, const Hands& hands, const When& on, Rounds rounds, std::string words,
           std::vector<RecordNumber> records) {
    Departure out;
    out.kind = std::move(kind);
    out.lot = ref_;
    out.from = names_.party(hands.from);
    if (hands.to != hands.from) out.to = names_.party(hands.to);
    out.on = to_text(on);
    out.rounds = rounds;
    out.probability = std::min(lot_.probability, per_round_ * static_cast<double>(rounds.count()));
    out.words = std::move(words);
    out.records = std::move(records);
    found_.push_back(std::move(out));
  }

  const WeighedLot& lot_;
  const DayOfFind& find_;
  Names& names_;
  LotRef ref_;
  double per_round_ = 0;
  std::vector<Departure> found_;
};

}  // namespace

std::vector<Departure> departures_of(const WeighedLot& lot, const std::vector<Irregularity>& irregular,
                                     const std::vector<KnownEvent>& events, const DayOfFind& find, Names& names) {
  Departures departures(lot, find, names);
  departures.thefts_and_losses();
  departures.open_dispatches();
  departures.irregular(irregular);
  departures.events(events);
  return departures.take();
}

Departure unknown_departure(const std::vector<Holder>& holders, const std::string& found_in, const DayOfFind& find,
                            const catalogue::Catalogue& catalogue) {
  const auto* country = catalogue.country(found_in);
  const std::string place = country != nullptr ? country->name : found_in;
  Departure out;
  out.kind = "unknown";
  out.to = {{}, {}, place.empty() ? "where it was found" : fmt::format("found in {}", place), found_in};
  out.on = to_text(find.day);
  const auto last = std::ranges::find_if(holders, &Holder::lawful);
  if (last == holders.end()) {
    out.words = "no lawful holder is on record; where it left lawful hands is not known";
    return out;
  }
  out.from = last->party;
  out.probability = last->probability;
  out.records = last->records;
  out.words = fmt::format(
      "nothing on record says how it left lawful hands: between {}, the likeliest last lawful holder, "
      "and {}",
      last->party.text(), out.to.text());
  return out;
}

}  // namespace lotline::tracing
