#include "tracing/lot_state.h"

#include <algorithm>
#include <tuple>

namespace lotline::tracing {

namespace {

using custody::Standing;

/// Places of one possessor are one stand; shipments are told apart.
std::string_view shipment_of(Standing standing, const std::string& where) {
  return standing == Standing::in_transit ? std::string_view{where} : std::string_view{};
}

struct Change {
  std::tuple<PartyId, Standing, std::string_view> stand;
  Rounds least;
  Rounds most;
};

std::vector<Change> changes_of(const LotHistory& history, const When& day) {
  std::vector<Change> changes;
  changes.reserve(2 * history.entries.size());
  for (const HistoryEntry& entry : history.entries) {
    const auto& row = entry.row;
    const Rounds surely = row.happened_last < day.first ? entry.net : Rounds{};
    const Rounds maybe = row.happened_first <= day.last ? entry.net : Rounds{};
    if (maybe == Rounds{}) continue;
    changes.push_back({{row.from, row.from_standing, shipment_of(row.from_standing, row.from_where)}, -maybe, -surely});
    changes.push_back({{row.to, row.to_standing, shipment_of(row.to_standing, row.to_where)}, surely, maybe});
  }
  std::ranges::sort(changes, {}, &Change::stand);
  return changes;
}

bool is_gone(Standing standing, const DayOfFind& find) {
  using enum Standing;
  if (standing == exhibit) return find.known;
  return standing == destroyed || standing == relotted_out || (standing == expended && !find.fired);
}

void add(LotState& state, const Stand& stand) {
  if (custody::is_source(stand.standing)) {
    state.entered_least -= stand.most;  // sources are debited: what left them least is the most negative balance
    state.entered_most -= stand.least;
  } else if (stand.most > Rounds{}) {
    state.stands.push_back(stand);
  }
}

}  // namespace

bool is_reachable(Standing standing, bool fired) {
  using enum Standing;
  switch (standing) {
    case held:
    case in_transit:
    case lost:
    case stolen:
    case exported:
    case sold:
      return true;
    case expended:
      return fired;
    default:
      return false;
  }
}

Rounds LotState::reachable() const {
  Rounds sum;
  for (const Stand& stand : stands) sum += stand.most;
  return sum;
}

LotState state_on(const LotHistory& history, const DayOfFind& find) {
  LotState state;
  const auto changes = changes_of(history, find.day);
  for (std::size_t i = 0; i < changes.size();) {
    const auto& [possessor, standing, shipment] = changes[i].stand;
    Stand stand{possessor, standing, std::string{shipment}, {}, {}};
    for (const auto& key = changes[i].stand; i < changes.size() && changes[i].stand == key; ++i) {
      stand.least += changes[i].least;
      stand.most += changes[i].most;
    }
    add(state, stand);
  }
  Rounds gone_least;
  Rounds gone_most;
  for (const Stand& stand : state.stands) {
    if (!is_gone(stand.standing, find)) continue;
    gone_least += std::max(stand.least, Rounds{});
    gone_most += stand.most;
  }
  state.at_large_most = std::max(state.entered_most - gone_least, Rounds{});
  state.at_large_least = std::max(state.entered_least - gone_most, Rounds{});
  std::erase_if(state.stands, [&](const Stand& stand) { return !is_reachable(stand.standing, find.fired); });
  return state;
}

}  // namespace lotline::tracing
