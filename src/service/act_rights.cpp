#include "service/act_rights.h"

#include <algorithm>
#include <array>

#include "access/refusals.h"

namespace lotline::service {

namespace {

using access::Right;
using custody::Act;

constexpr std::array kRights{
    ActRight{"parties", Right::keep_register},
    ActRight{"licences", Right::license},
    ActRight{"products", Right::keep_register},
    ActRight{"lots", Right::record_trade, Whose::of_lot_entry},
    ActRight{"packages", Right::record_stock, Whose::of_field, "holder"},
    ActRight{"movements", Right::record_stock, Whose::of_movement},
    ActRight{"losses", Right::record_stock, Whose::of_field, "holder"},
    ActRight{"recoveries", Right::record_case},
    ActRight{"equipment", Right::record_case},
    ActRight{"crossings", Right::record_case},
    ActRight{"stocktake", Right::record_stock, Whose::of_field, "holder"},
    // Who counted short does not judge why.
    ActRight{"decide", Right::keep_register},
    ActRight{"destroy", Right::record_stock, Whose::of_stock},
    ActRight{"firearm", Right::keep_register},
    ActRight{"retailer_mark", Right::record_trade, Whose::of_field, "retailer"},
    ActRight{"open", Right::record_stock, Whose::of_package},
    ActRight{"unpack_unmarked", Right::record_stock, Whose::of_package},
    ActRight{"relot", Right::record_stock, Whose::of_field, "holder"},
    ActRight{"hold", Right::record_case},
    ActRight{"lift", Right::record_case},
    ActRight{"correct", Right::keep_register},
    ActRight{"attribute", Right::record_case},
    ActRight{"weigh", Right::record_case},
    ActRight{"identify", Right::record_case},
    ActRight{"exhibit", Right::record_case},
    ActRight{"diversion", Right::record_case},
    ActRight{"condition", Right::record_stock, Whose::of_lot_holder},
    ActRight{"erase", Right::erase_person},
    ActRight{"places", Right::keep_register},
    ActRight{"trade_items", Right::keep_register},
    ActRight{"examination", Right::examine},
    ActRight{"listings", Right::record_case},
    ActRight{"trace_request", Right::record_case},
    ActRight{"trace_answer", Right::record_case},
    ActRight{"trace_result", Right::record_case},
    ActRight{"test_fires", Right::examine},
    ActRight{"replicas", Right::examine},
    ActRight{"replica_custody", Right::examine},
    ActRight{"scans", Right::examine},
    ActRight{"lead", Right::examine},
    ActRight{"blind_examination", Right::examine},
    ActRight{"conclusion", Right::examine},
    ActRight{"foreign_links", Right::examine},
    ActRight{"withdraw", Right::examine},
    ActRight{"licence_decision", Right::approve},
};

const ActRight& right_of(std::string_view act) {
  const auto* found = std::ranges::find(kRights, act, &ActRight::act);
  CHECK(found != kRights.end());
  return *found;
}

/// What the act needs as it was filled in: selling is more than moving, an exhibit's end is part of its case.
Right right_needed(const ActRight& act, const Values& values) {
  if (act.whose == Whose::of_movement && (values.text("act") == "sale" || values.text("act") == "export"))
    return Right::record_trade;
  if (act.whose == Whose::of_stock && values.has("exhibit")) return Right::record_case;
  return act.right;
}

/// Whether a party is the visitor's own. A party that is not registered is nobody's: the act refuses it itself.
bool own_or_unknown(Desk& desk, std::string_view code) {
  const auto party = desk.lookup.party(code);
  return !party || access::own(desk.visitor, desk.store.state().parties, *party);
}
bool own_party(Desk& desk, PartyId party) { return access::own(desk.visitor, desk.store.state().parties, party); }

/// Who gives, or of a receipt who receives. A dispatch says who both are, whatever the form says.
bool own_movement(Desk& desk, const Values& values, const ImportSource& source) {
  const bool receipt = values.text("act") == word(Act::receive);
  for (const std::string_view field : {receipt ? std::string_view{"to"} : std::string_view{"from"}})
    if (values.has(field) && !own_or_unknown(desk, values.text(field))) return false;
  if (!values.has("dispatch")) return true;
  const auto dispatch = desk.lookup.dispatch(values.text("dispatch"), source.issuer);
  if (!dispatch) return true;
  const auto shipment = desk.store.state().book.shipments.find(make_key(*dispatch));
  return own_party(desk, receipt ? shipment->to : shipment->from);
}

/// A loss on the way is told by who sent the rounds or who waits for them.
bool own_dispatch(Desk& desk, const Values& values, const ImportSource& source) {
  if (!values.has("dispatch")) return true;
  const auto dispatch = desk.lookup.dispatch(values.text("dispatch"), source.issuer);
  if (!dispatch) return true;
  const auto shipment = desk.store.state().book.shipments.find(make_key(*dispatch));
  return own_party(desk, shipment->from) || own_party(desk, shipment->to);
}

bool own_package(Desk& desk, std::string_view code) {
  const auto package = desk.lookup.package(code);
  if (!package) return true;
  return own_party(desk, desk.store.state().book.packages.find(make_key(*package))->possessor);
}

bool holds_of_lot(Desk& desk, const Values& values) {
  const auto lot = desk.lookup.lot(values);
  if (!lot) return true;
  bool own = false;
  desk.store.state().book.accounts.scan(make_key(*lot), [&](const custody::AccountRow& account) {
    own = Rounds{} < account.rounds && own_party(desk, account.possessor);
    return !own;
  });
  return own;
}

bool own_act(Desk& desk, const ActRight& act, const Values& values, const ImportSource& source) {
  switch (act.whose) {
    case Whose::nobodys:
      return true;
    case Whose::of_field:
      return own_or_unknown(desk, values.text(act.field)) && own_dispatch(desk, values, source);
    case Whose::of_movement:
      return own_movement(desk, values, source);
    case Whose::of_lot_entry:
      return own_or_unknown(desk, values.text(values.text("act") == "import" ? "importer" : "maker"));
    case Whose::of_package:
      return own_package(desk, values.text("package"));
    case Whose::of_lot_holder:
      return holds_of_lot(desk, values);
    case Whose::of_stock:
      return values.has("exhibit") || own_or_unknown(desk, values.text("holder"));
  }
  return false;
}

}  // namespace

std::span<const ActRight> act_rights() { return kRights; }

Result<void> permit_act(Desk& desk, std::string_view name, const Values& values, const ImportSource& source) {
  const access::Visitor& visitor = desk.visitor;
  if (visitor.rights == access::Rights::all()) return {};
  const ActRight& act = right_of(name);
  TRY(access::require(visitor, right_needed(act, values)));
  if (values.has("override")) TRY(access::require(visitor, Right::keep_register));
  const bool for_anybody = !visitor.organisation || visitor.may(Right::read_all);
  if (for_anybody) return {};
  const bool for_another = desk.acting_for && !own_party(desk, desk.acting_for);
  if (for_another || !own_act(desk, act, values, source)) return refuse(access::not_your_act, "{}", name);
  return {};
}

}  // namespace lotline::service
