// What passes from one party to another: shipped, received, called back, issued, returned, sold.

#include "exchange/epcis_acts.h"
#include "exchange/epcis_shipments.h"

namespace lotline::exchange {

namespace {

Result<Drafts> moved(const Told& told, std::string_view act) {
  Drafts drafts = TRY(drafts_of_items(told, "movements"));
  const NamedPlace from = TRY(told.giver());
  const NamedPlace to = TRY(told.taker());
  const std::string owner = TRY(told.destination("owning_party"));
  const std::string licence = TRY(told.licence({"licence", "export", "trade", "transit"}));
  for (Draft& draft : drafts) {
    draft.set("act", std::string{act});
    draft.set("from", from.holder);
    draft.set("from_place", from.place);
    draft.set("to", to.holder);
    if (act != "dispatch") draft.set("to_place", to.place);
    draft.set("licence", licence);
    if (owner != to.holder) draft.set("owner", owner);
  }
  return drafts;
}

/// A sale to a buyer who may be unknown: the rounds leave the shop where they were.
Result<Drafts> sold(const Told& told) {
  Drafts drafts = TRY(drafts_of_items(told, "movements"));
  const NamedPlace shop = TRY(told.giver());
  const auto place = TRY(told.destination_place());
  const std::string buyer = TRY(told.destination("possessing_party"));
  const std::string licence = TRY(told.licence({"licence", "trade", "export"}));
  for (Draft& draft : drafts) {
    draft.set("act", "sale");
    draft.set("from", shop.holder);
    draft.set("from_place", shop.place);
    draft.set("to", buyer);
    if (place) draft.set("to_place", place->place);
    draft.set("licence", licence);
  }
  return drafts;
}

/// What comes back without having been dispatched: the source says who had it, and where.
Result<Drafts> returned(const Told& told) {
  Drafts drafts = TRY(drafts_of_items(told, "movements"));
  const auto place = TRY(told.source_place());
  const std::string giver = TRY(told.source("possessing_party"));
  const NamedPlace to = TRY(told.taker());
  for (Draft& draft : drafts) {
    draft.set("act", "return");
    draft.set("from", giver.empty() && place ? place->holder : giver);
    if (place) draft.set("from_place", place->place);
    draft.set("to", to.holder);
    draft.set("to_place", to.place);
  }
  return drafts;
}

}  // namespace

Result<Drafts> acts_of_moving(const Told& told) {
  const EpcisEvent& event = told.event();
  if (event.biz_step.is("shipping")) return moved(told, "dispatch");
  if (event.biz_step.is("dispensing")) return moved(told, "issue");
  if (event.biz_step.is("retail_selling")) return sold(told);
  if (event.biz_step.is("void_shipping")) return drafts_of_shipments(told, "void");
  if (event.disposition.is("returned")) return returned(told);
  return drafts_of_shipments(told, "receive");
}

}  // namespace lotline::exchange
