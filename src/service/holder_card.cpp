#include "service/cards.h"
#include "service/holdings.h"
#include "service/licence_then.h"
#include "service/on_record.h"
#include "service/visible.h"

namespace lotline::service {

namespace {

/// Lots that ever had an account with the party.
std::set<LotId> lots_of(const State& state, PartyId party) {
  std::set<LotId> lots;
  state.book.accounts.scan_by("possessor", party.number,
                              [&](const custody::AccountRow& account) { return lots.insert(account.lot), true; });
  return lots;
}

std::vector<Holding> holdings_with(Register& store, const Reference& reference, PartyId party, const AsOf& as_of) {
  const State& state = store.state();
  const auto sources = trace_sources(store, reference);
  const bool then = as_of.happened_by || as_of.known_on;
  std::vector<Holding> with_party;
  for (const LotId lot : lots_of(state, party)) {
    // An exhibit of unknown lot has accounts under its own number, and no lot row.
    custody::LotRow unknown{};
    unknown.id = lot;
    unknown.number = "of unknown lot";
    const auto row = state.book.lots.find(make_key(lot)).value_or(unknown);
    Stock stock = then ? stock_then(tracing::read_history(sources, row, question_as_of(as_of)), store.names())
                       : stock_now(state.book, store.names(), row);
    for (Holding& holding : stock.holdings)
      if (holding.party.id == party) with_party.push_back(std::move(holding));
  }
  return with_party;
}

Result<HolderCard> card_of_holder(Register& store, const Reference& reference, const std::string& party,
                                  const AsOf& as_of) {
  State& state = store.state();
  const Sight sight(reference.visitor, state.parties);
  const PartyId id = TRY(party_in_sight(store, reference, sight, party));
  TRY(known_by(store, id.number, as_of));
  const auto row = *state.parties.parties.find(make_key(id));
  tracing::Names& names = store.names();

  HolderCard card;
  card.party = names.party(id);
  card.kind = word(row.kind);
  if (row.parent) card.parent = names.party(row.parent).text();
  // A party may be registered long after it came into being, a licence after its issue: only what was known counts.
  const AsOf known{{}, as_of.known_on};
  state.parties.parties.scan_by("parent", row.id.number, [&](const parties::PartyRow& unit) {
    if (on_record(store, unit.id.number, known)) card.units.push_back(names.party(unit.id).text());
    return true;
  });
  card.holdings = holdings_with(store, reference, id, as_of);
  state.licences.licences.scan_by("holder", id.number, [&](const licensing::LicenceRow& licence) {
    const bool issued = !as_of.happened_by || licence.issued_on <= *as_of.happened_by;
    if (!issued || !on_record(store, licence.id.number, known)) return true;
    const std::string approval = approval_in_words(licence_then(store, licence, as_of));
    card.licences.push_back(fmt::format("{} to {} from {} to {}{}{}", licence.number, word(licence.kind),
                                        to_text(licence.issued_on), to_text(licence.expires_on),
                                        approval.empty() ? "" : ", ", approval));
    return true;
  });
  state.stocktakes.investigations.scan_by("possessor", id.number, [&](const stockpile::InvestigationRow& row_open) {
    const bool open = row_open.open || !on_record(store, row_open.decided, as_of);
    if (open && on_record(store, row_open.id.number, as_of))
      card.open_investigations.push_back(fmt::format("stocktake of {} at {} (record {})", to_text(row_open.counted_on),
                                                     row_open.place, row_open.id.number));
    return true;
  });
  for (const auto& value : state.personal.all(make_key(id))) card.personal.push_back({value.field, value.value});
  return card;
}

}  // namespace

Result<HolderCard> holder_card(Register& store, const Reference& reference, const std::string& party,
                               const AsOf& as_of) {
  TRY(require_reading(reference.visitor));
  return read_one_state(store, [&] { return card_of_holder(store, reference, party, as_of); });
}

}  // namespace lotline::service
