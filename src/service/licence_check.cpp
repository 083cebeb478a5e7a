#include "service/licence_check.h"

#include "licensing/refusals.h"

namespace lotline::service {

bool in_scope(Desk& desk, LotId lot_id) {
  auto& book = desk.store.state().book;
  const auto lot = book.lots.find(make_key(lot_id));
  if (!lot) return false;
  const auto product = book.products.find(make_key(lot->product));
  CHECK(product.has_value());
  return product->controlled && product->item != custody::ItemClass::other_conventional;
}

bool crosses_border(Desk& desk, PartyId from, PartyId to) {
  if (!from || !to) return false;
  auto& parties = desk.store.state().parties.parties;
  const auto sender = parties.find(make_key(from));
  const auto receiver = parties.find(make_key(to));
  CHECK(sender.has_value() && receiver.has_value());
  return sender->country != receiver->country;
}

Result<void> check_licence(Desk& desk, const LicensedAct& act) {
  if (!in_scope(desk, act.lot)) return {};
  if (!act.licence) return refuse(licensing::licence_needed, "a licence for {}", word(act.kind));
  const auto licence = TRY(desk.lookup.licence_row(act.licence));
  const auto lot = desk.store.state().book.lots.find(make_key(act.lot));
  CHECK(lot.has_value());
  return licensing::permits(desk.store.state().licences, licence,
                            {act.kind, act.holder, act.happened, lot->number, act.rounds, act.recipient});
}

std::vector<std::string> export_chain(const licensing::LicenceRow& licence) {
  std::vector<std::string> chain{licence.export_state, licence.import_state};
  for (const auto state : split(licence.transit_states, ';')) chain.emplace_back(state);
  return chain;
}

}  // namespace lotline::service
