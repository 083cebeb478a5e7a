// What leaves lawful hands or this world: lost, stolen, destroyed, expended, fired in a test.

#include "exchange/epcis_acts.h"

namespace lotline::exchange {

namespace {

/// Rounds on the way are lost by whoever has them there; others by the holder of the place.
Result<void> fill_loser(const Told& told, const NamedPlace& here, Draft& draft, std::size_t at) {
  const EpcisEvent& event = told.event();
  draft.set("holder", here.holder);
  draft.set("place", here.place);
  if (at >= event.epcs.size()) return {};
  const auto package = TRY(told.names().package(event.epcs[at]));
  const ShipmentId shipment = custody::shipment_of(package.side());
  if (!shipment) return {};
  draft.set("dispatch", fmt::format("{}", shipment.number));
  if (TRY(told.source("possessing_party")).empty()) draft.set("holder", told.names().party_code(package.possessor));
  return {};
}

Result<Drafts> lost(const Told& told) {
  Drafts drafts = TRY(drafts_of_items(told, "losses"));
  const NamedPlace here = TRY(told.here());
  std::size_t at = 0;
  for (Draft& draft : drafts) {
    draft.set("kind", told.event().disposition.is("stolen") ? "theft" : "loss");
    TRY(fill_loser(told, here, draft, at++));
    draft.set("report", told.document(""));
  }
  return drafts;
}

Result<Drafts> expended(const Told& told) {
  Drafts drafts = TRY(drafts_of_items(told, "movements"));
  const NamedPlace from = TRY(told.giver());
  for (Draft& draft : drafts) {
    draft.set("act", "expend");
    draft.set("from", from.holder);
    draft.set("from_place", from.place);
  }
  return drafts;
}

Result<Drafts> destroyed(const Told& told) {
  Drafts drafts = TRY(drafts_of_items(told, "destroy"));
  const NamedPlace from = TRY(told.giver());
  for (Draft& draft : drafts) {
    draft.set("holder", from.holder);
    draft.set("place", from.place);
    draft.set("certificate", told.document("cert"));
  }
  return drafts;
}

/// Rounds of an exhibit: named by the event that recorded it, whatever its lot.
Result<Drafts> of_exhibit(const Told& told, std::string_view form) {
  Draft draft = told.draft(form, ".quantityList[0]");
  const auto& quantities = told.event().quantities;
  if (quantities.size() == 1) draft.set("rounds", fmt::format("{}", TRY(told.names().rounds(quantities[0])).count()));
  if (draft.takes("act")) draft.set("act", "expend");
  if (draft.takes("certificate")) draft.set("certificate", told.document("cert"));
  return Drafts{std::move(draft)};
}

}  // namespace

Result<Drafts> acts_of_leaving(const Told& told) {
  const EpcisEvent& event = told.event();
  if (event.action == EpcisAction::observe) return lost(told);
  const bool fired = event.biz_step.is("sampling") || own_text(event.extensions, kConsumption) == "expended" ||
                     ammunition_text(event.extensions, kConsumption) == "expended";
  const bool exhibit = !own_text(event.extensions, "exhibit").empty();
  if (exhibit) return of_exhibit(told, fired ? "exhibit" : "destroy");
  return fired ? expended(told) : destroyed(told);
}

}  // namespace lotline::exchange
