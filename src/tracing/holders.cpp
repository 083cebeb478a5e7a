#include "tracing/holders.h"

#include <algorithm>
#include <array>

namespace lotline::tracing {

namespace {

using custody::Act;
using custody::EntryRow;
using custody::Standing;

/// Whether the entry brings rounds to a party that did not have them: not a move between its own stores, not a find or
/// a dispatch taken back.
bool brings(const EntryRow& row, const Hands& hands) {
  if (row.to_standing != Standing::held && row.to_standing != Standing::exported) return false;
  if (row.act == Act::find || row.act == Act::void_ || row.act == Act::correct) return false;
  return hands.from != hands.to || custody::is_source(row.from_standing);
}

bool takes(const EntryRow& row, const Hands& hands) {
  if (row.from_standing != Standing::held) return false;
  return row.to_standing != Standing::held || hands.from != hands.to;
}

std::string reason_for(Standing standing, Rounds rounds, const std::string& lot) {
  const auto n = rounds.count();
  switch (standing) {
    case Standing::held:
      return fmt::format("held {} rounds of lot {} that day by the book", n, lot);
    case Standing::in_transit:
      return fmt::format("{} rounds of lot {} were on the way that day", n, lot);
    case Standing::expended:
      return fmt::format("expended {} rounds of lot {} before", n, lot);
    case Standing::lost:
      return fmt::format("lost {} rounds of lot {} before", n, lot);
    case Standing::stolen:
      return fmt::format("{} rounds of lot {} were stolen from it before", n, lot);
    case Standing::exported:
      return fmt::format("{} rounds of lot {} were exported to it; this register ends there", n, lot);
    default:
      return fmt::format("sold {} rounds of lot {} to buyers not recorded", n, lot);
  }
}

std::string support_kind(const EntryRow& row) {
  switch (row.act) {
    case Act::theft:
      return "theft report";
    case Act::loss:
      return "loss report";
    case Act::attribute:
      return "decision";
    default:
      return "transfer document";
  }
}

}  // namespace

/// One party's part in one lot.
struct HolderCount::LotParty {
  Rounds passed;
  Rounds held;
  Rounds reachable;
  Rounds brought_after;
  Rounds destroyed;
  Rounds expended;
  Rounds exhibits;
  bool certain = true;
  std::vector<PartyId> passed_to;
  std::vector<std::string> reasons;
  std::vector<Support> support;
  std::vector<RecordNumber> records;
  bool irregular = false;
  bool regular = false;  ///< some of it came by a regular entry
};

HolderCount::ByParty HolderCount::parties_of(const LotHistory& history) const {
  ByParty all;
  for (const HistoryEntry& entry : history.entries) {
    const EntryRow& row = entry.row;
    if (entry.net == Rounds{}) continue;
    const Hands hands = hands_of(row, names_);
    const bool by_then = row.happened_first <= find_.day.last;
    if (brings(row, hands) && hands.to) {
      LotParty& party = all[hands.to];
      (by_then ? party.passed : party.brought_after) += entry.net;
      party.records.push_back(row.number);
    }
    if (row.to_standing == Standing::exhibit && row.from_standing != Standing::held && row.to)
      all[row.to].exhibits += entry.net;
    if (row.act == Act::attribute && row.from)
      all[row.from].reasons.push_back(fmt::format("a decision attributed {} recovered rounds of lot {} to it",
                                                  entry.net.count(), history.lot.number));
    if (!takes(row, hands) || !by_then || !hands.from) continue;
    LotParty& party = all[hands.from];
    party.records.push_back(row.number);
    if (row.to_standing == Standing::destroyed) party.destroyed += entry.net;
    if (row.to_standing == Standing::expended) party.expended += entry.net;
    if (hands.to && hands.to != hands.from && std::ranges::find(party.passed_to, hands.to) == party.passed_to.end())
      party.passed_to.push_back(hands.to);
  }
  return all;
}

void HolderCount::add_stands(ByParty& parties, const LotState& state, const std::string& number) const {
  for (const Stand& stand : state.stands) {
    if (!stand.possessor) continue;
    LotParty& party = parties[stand.possessor];
    party.reachable += stand.most;
    if (stand.standing == Standing::held) party.held += stand.most;
    party.certain = party.certain && stand.least == stand.most;
    party.reasons.push_back(reason_for(stand.standing, stand.most, number));
  }
}

/// Which entries are irregular and happened by the day of recovery; says so of both parties.
std::vector<bool> HolderCount::add_irregular(ByParty& parties, const LotHistory& history,
                                             const std::vector<Irregularity>& irregular) const {
  std::vector<bool> marked(history.entries.size());
  for (const Irregularity& found : irregular) {
    const HistoryEntry& entry = history.entries[found.entry];
    if (entry.row.happened_first > find_.day.last) continue;
    marked[found.entry] = true;
    const auto [from, to] = found.hands;
    const auto& number = history.lot.number;
    if (from)
      parties[from].reasons.push_back(
          fmt::format("passed on {} rounds of lot {}: {}", entry.net.count(), number, found.words));
    if (!to || to == from) continue;
    parties[to].irregular = true;
    parties[to].reasons.push_back(
        fmt::format("received {} rounds of lot {}: {}", entry.net.count(), number, found.words));
  }
  return marked;
}

void HolderCount::add_support(ByParty& parties, const LotHistory& history, const std::vector<bool>& irregular) const {
  for (std::size_t i = 0; i < history.entries.size(); ++i) {
    const EntryRow& row = history.entries[i].row;
    if (row.corrects != 0 || row.happened_first > find_.day.last) continue;
    const Hands hands = hands_of(row, names_);
    // A receipt is as regular as its dispatch.
    if (!irregular[i] && row.act != Act::receive && hands.to && hands.to != hands.from)
      parties[hands.to].regular = true;
    const LicenceId licence = licence_of(row, names_);
    for (const PartyId id : {hands.from, hands.to}) {
      const auto at = parties.find(id);
      const bool repeated = id == hands.from && at != parties.end() && hands.from == hands.to &&
                            !at->second.support.empty() && at->second.support.back().record == row.number;
      if (!id || at == parties.end() || repeated || at->second.support.size() >= options_.records_listed) continue;
      at->second.support.push_back(
          {support_kind(row),
           fmt::format("{} of {} rounds of lot {} on {}{}", word(row.act), row.rounds.count(), history.lot.number,
                       to_text(row.happened()),
                       licence ? fmt::format(", licence {}", names_.licence(licence).number) : std::string{}),
           row.number});
    }
  }
}

void HolderCount::add(const WeighedLot& lot, const std::vector<Irregularity>& irregular) {
  ByParty parties = parties_of(lot.history);
  add_stands(parties, lot.state, lot.history.lot.number);
  add_support(parties, lot.history, add_irregular(parties, lot.history, irregular));
  const LotRef ref = names_.lot(lot.history.lot);
  const auto reachable = static_cast<double>(lot.state.reachable().count());
  for (const auto& [id, party] : parties) {
    if (party.reachable == Rounds{})
      eliminate(ref, id, party);
    else
      take(ref, id, party, lot.probability * static_cast<double>(party.reachable.count()) / reachable);
  }
}

void HolderCount::add_briefly(const custody::LotRow& lot, const LotState& state, double probability) {
  ByParty parties;
  add_stands(parties, state, lot.number);
  const LotRef ref = names_.lot(lot);
  const auto reachable = static_cast<double>(state.reachable().count());
  for (auto& [id, party] : parties) {
    party.passed = party.reachable;
    take(ref, id, party, probability * static_cast<double>(party.reachable.count()) / reachable);
  }
}

void HolderCount::eliminate(const LotRef& lot, PartyId id, const LotParty& party) {
  EliminatedHolder& out = eliminated_.try_emplace(id, EliminatedHolder{names_.party(id), {}, {}}).first->second;
  if (!out.reason.empty()) out.reason += "; ";
  out.reason += fmt::format("lot {}: {}", lot.number, why_not(party));
  out.records.insert(out.records.end(), party.records.begin(), party.records.end());
}

void HolderCount::take(const LotRef& lot, PartyId id, const LotParty& party, double probability) {
  Holder& holder = holders_.try_emplace(id, Holder{.party = names_.party(id)}).first->second;
  holder.parts.push_back({lot, party.passed, party.held, party.reachable, probability});
  holder.rounds += party.passed;
  holder.probability += probability;
  if (party.irregular && !party.regular) holder.lawful = false;
  const auto append = [&](auto& to, const auto& from) {
    for (const auto& one : from)
      if (to.size() < options_.records_listed) to.push_back(one);
  };
  append(holder.reasons,
         std::array{fmt::format("{} rounds of lot {} passed through it", party.passed.count(), lot.number)});
  append(holder.reasons, party.reasons);
  if (!party.certain)
    append(holder.reasons, std::array{fmt::format("dates of lot {} are imprecise: at most so many", lot.number)});
  append(holder.support, party.support);
  append(holder.records, party.records);
}

std::string HolderCount::why_not(const LotParty& party) const {
  const std::string day = to_text(find_.day);
  if (party.passed == Rounds{} && party.brought_after > Rounds{}) return fmt::format("received only after {}", day);
  if (party.passed == Rounds{} && party.exhibits > Rounds{}) return "had it only as exhibits in the State's custody";
  if (party.destroyed >= party.passed && party.passed > Rounds{})
    return fmt::format("everything it had was destroyed before {}", day);
  if (party.destroyed + party.expended >= party.passed && party.passed > Rounds{})
    return fmt::format("everything it had was expended or destroyed before {}", day);
  if (!party.passed_to.empty()) {
    std::vector<std::string> to;
    for (const PartyId id : party.passed_to) to.push_back(names_.party(id).text());
    return to.size() > 3 ? fmt::format("had passed on all of it before {}, to {} others", day, to.size())
                         : fmt::format("had passed on all of it before {}, to {}", day, fmt::join(to, ", "));
  }
  return fmt::format("had none of it left on {}", day);
}

std::vector<Holder> HolderCount::holders() const {
  std::vector<Holder> ranked;
  ranked.reserve(holders_.size());
  for (const auto& [id, holder] : holders_) {
    ranked.push_back(holder);
    auto& parts = ranked.back().parts;
    std::ranges::stable_sort(parts, std::ranges::greater{}, &HolderPart::probability);
    ranked.back().lot = parts.front().lot;
  }
  const auto rank = [](const Holder& h) { return std::pair{h.probability, h.rounds}; };
  std::ranges::stable_sort(ranked, std::ranges::greater{}, rank);
  if (ranked.size() > options_.holders_listed) ranked.resize(options_.holders_listed);
  return ranked;
}

std::vector<EliminatedHolder> HolderCount::eliminated() const {
  std::vector<EliminatedHolder> out;
  for (const auto& [id, party] : eliminated_)
    if (id && !holders_.contains(id)) out.push_back(party);
  return out;
}

}  // namespace lotline::tracing
