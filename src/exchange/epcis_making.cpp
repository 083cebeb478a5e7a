// What brings rounds into being: lots made, packages filled at the line, lots made of lots, and the parts that went in
// or came out.

#include <algorithm>

#include "base/refusals.h"
#include "exchange/epcis_acts.h"
#include "exchange/refusals.h"

namespace lotline::exchange {

namespace {

/// The maker of a new lot: the one its class names, that of the registered lot which gets more rounds, or the
/// manufacturer at whose place it was made.
std::string maker_of(const Told& told, const EpcisQuantity& quantity, const NamedLine& line,
                     const std::string& holder) {
  if (!line.maker.empty()) return line.maker;
  if (const auto known = told.names().line(quantity)) return known->maker;
  auto& state = told.names().desk().store.state();
  const auto party = state.parties.parties.first_by("code", holder);
  return party && party->kind == parties::PartyKind::manufacturer ? holder : std::string{};
}

/// The party that the marking data name as purchaser.
Result<std::string> destined_purchaser(const Told& told) {
  const std::string uri = ammunition_text(told.event().ilmd, "destinedPurchaser");
  if (uri.empty()) return uri;
  return of_field("purchaser", told.names().party(read_epcis_identifier(uri)));
}

Result<Draft> made_lot(const Told& told, const EpcisQuantity& quantity, std::string path) {
  Draft draft = told.draft("lots", std::move(path));
  const NamedLine line = TRY(told.names().new_line(quantity));
  const NamedPlace here = TRY(told.here());
  draft.set(line);
  draft.set("maker", maker_of(told, quantity, line, here.holder));
  draft.set("act", "manufacture");
  draft.set("made_on", to_text(told.event().day()));
  draft.set("place", here.place);
  draft.set("licence", TRY(told.licence({"licence", "manufacture"})));
  draft.set("headstamp", ammunition_text(told.event().ilmd, "headstamp"));
  const std::string purchaser = TRY(destined_purchaser(told));
  draft.set("purchaser", purchaser);
  if (own_text(told.event().extensions, "first_recipient").empty()) draft.set("first_recipient", purchaser);
  return draft;
}

/// The lot in a box: of its own identifier, or of the marking data.
Result<std::string> lot_inside(const Told& told, const EpcisIdentifier& epc) {
  std::string lot = epc.lot;
  if (lot.empty()) lot = own_text(told.event().ilmd, "lot");
  if (lot.empty()) lot = ammunition_text(told.event().ilmd, "lot");
  if (lot.empty()) return refuse(missing_value, "the lot in package {}", epc.canonical);
  return lot;
}

/// A box with a serial number, filled from the loose rounds of its lot.
Result<Draft> marked_package(const Told& told, const EpcisIdentifier& epc, std::string path) {
  Draft draft = told.draft("packages", std::move(path));
  const auto item = TRY(told.names().desk().lookup.trade_item(epc.number));
  if (item.level == custody::TradeItemLevel::single)
    return refuse(event_unclear, "{} numbers single rounds, and a package is a box, case or pallet", epc.number);
  EpcisQuantity one;
  one.epc_class = read_epcis_identifier(epcis_lot_link(epc.number, TRY(of_field("lot", lot_inside(told, epc)))));
  one.quantity = 1;
  const NamedPlace here = TRY(told.here());
  draft.set(TRY(told.names().line(one)));
  draft.set("code", TRY(told.names().package_code(epc)));
  draft.set("level", std::string{word(item.level)});
  draft.set("holder", here.holder);
  draft.set("place", here.place);
  return draft;
}

Result<Drafts> commissioned(const Told& told) {
  const EpcisEvent& event = told.event();
  Drafts drafts;
  const bool packages = !event.epcs.empty() && std::ranges::all_of(event.epcs, [](const EpcisIdentifier& epc) {
    return epc.key == EpcisKey::sgtin;
  });
  if (!event.epcs.empty() && !packages) return drafts;  // a label alone fills nothing
  for (std::size_t i = 0; i < event.quantities.size(); ++i)
    drafts.push_back(TRY(made_lot(told, event.quantities[i], fmt::format(".quantityList[{}]", i))));
  for (std::size_t i = 0; i < event.epcs.size(); ++i)
    drafts.push_back(TRY(marked_package(told, event.epcs[i], fmt::format(".epcList[{}]", i))));
  return drafts;
}

Result<void> no_packages(const EpcisEvent& event) {
  if (!event.input_epcs.empty() || !event.output_epcs.empty())
    return refuse(event_unclear, "packages are opened first, and filled after");
  return {};
}

/// Components the register knows leave their stock; of others it keeps none.
Result<Drafts> used_up(const Told& told) {
  const EpcisEvent& event = told.event();
  const NamedPlace here = TRY(told.here());
  Drafts drafts;
  for (std::size_t i = 0; i < event.input_quantities.size(); ++i) {
    const EpcisQuantity& part = event.input_quantities[i];
    if (!told.names().knows(part.epc_class)) continue;
    Draft& draft = drafts.emplace_back(told.draft("movements", fmt::format(".inputQuantityList[{}]", i)));
    draft.set("act", "expend");
    draft.set("from", here.holder);
    draft.set("from_place", here.place);
    draft.set(TRY(told.names().line(part)));
    draft.set("note", fmt::format("used in making, {}{}", *part.quantity, part.uom.empty() ? "" : " " + part.uom));
  }
  return drafts;
}

Result<Drafts> made_of_parts(const Told& told) {
  TRY(no_packages(told.event()));
  Drafts drafts = TRY(used_up(told));
  const auto& outputs = told.event().output_quantities;
  for (std::size_t i = 0; i < outputs.size(); ++i)
    drafts.push_back(TRY(made_lot(told, outputs[i], fmt::format(".outputQuantityList[{}]", i))));
  return drafts;
}

/// Lots that become one new lot; as many rounds go in as come out.
Result<Drafts> relotted(const Told& told) {
  const EpcisEvent& event = told.event();
  TRY(no_packages(event));
  if (event.output_quantities.size() != 1) return refuse(event_unclear, "rounds are re-lotted into one new lot");
  const NamedLine child = TRY(told.names().new_line(event.output_quantities.front()));
  const NamedPlace here = TRY(told.here());
  Rounds sum;
  Drafts drafts;
  for (std::size_t i = 0; i < event.input_quantities.size(); ++i) {
    Draft& draft = drafts.emplace_back(told.draft("relot", fmt::format(".inputQuantityList[{}]", i)));
    const NamedLine line = TRY(told.names().line(event.input_quantities[i]));
    if (line.product != child.product)
      return refuse(epcis_contradiction, "rounds of {} do not become {}", line.product, child.product);
    sum += line.rounds;
    draft.set("holder", here.holder);
    draft.set("place", here.place);
    draft.set(line);
    draft.set("new_number", child.lot);
  }
  if (sum != child.rounds)
    return refuse(epcis_contradiction, "{} rounds go in and {} come out", sum.count(), child.rounds.count());
  return drafts;
}

/// Rounds taken apart are destroyed; the components that the register knows are entered as lots.
Result<Drafts> taken_apart(const Told& told) {
  const EpcisEvent& event = told.event();
  TRY(no_packages(event));
  const NamedPlace here = TRY(told.here());
  Drafts drafts;
  for (std::size_t i = 0; i < event.input_quantities.size(); ++i) {
    Draft& draft = drafts.emplace_back(told.draft("destroy", fmt::format(".inputQuantityList[{}]", i)));
    draft.set("holder", here.holder);
    draft.set("place", here.place);
    draft.set(TRY(told.names().line(event.input_quantities[i])));
    draft.set("certificate", told.document("cert"));
  }
  for (std::size_t i = 0; i < event.output_quantities.size(); ++i) {
    const EpcisQuantity& part = event.output_quantities[i];
    if (!told.names().knows(part.epc_class)) continue;
    drafts.push_back(TRY(made_lot(told, part, fmt::format(".outputQuantityList[{}]", i))));
    drafts.back().set("maker", here.holder);
  }
  return drafts;
}

}  // namespace

Result<Drafts> acts_of_making(const Told& told) {
  const EpcisEvent& event = told.event();
  if (event.type == EpcisType::object) return commissioned(told);
  if (event.biz_step.is("repackaging")) return relotted(told);
  if (event.biz_step.is("disassembling")) return taken_apart(told);
  return made_of_parts(told);
}

}  // namespace lotline::exchange
