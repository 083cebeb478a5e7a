#include "custody/order.h"
#include "custody/package_tree.h"
#include "custody/refusals.h"
#include "licensing/refusals.h"
#include "service/acts.h"
#include "service/licence_check.h"

namespace lotline::service {

namespace {

using custody::Act;
using custody::MovementOrder;

const Form kForm{
    "movements",
    "dispatch, receive, void, transfer, sale, issue, return, expend, export, find",
    {{"act", "dispatch, receive, void, transfer, sale, issue, return, expend, export or find", "transfer", true},
     {"from", "code of the party that gives", "MAKER-1"},
     {"from_place", "store or depot it leaves", "MAGAZINE-1"},
     {"to", "code of the party that receives", "POLICE-1"},
     {"to_place", "store or depot it reaches", "CENTRAL-DEPOT"},
     {"maker", "of the lot", "MAKER-1"},
     {"lot", "its number as marked", "ABC17A001-001"},
     {"product", "when the number is not enough", ""},
     {"package", "code of a package moved whole, instead of lot and rounds", ""},
     {"rounds", "how many", "4000"},
     {"dispatch", "number of the dispatch that is received or voided; in a file also its ref", ""},
     {"out_of", "of a find: lost or stolen", ""},
     {"carrier", "code of the party that carries it", ""},
     {"licence", "number of the licence it rests on", ""},
     {"owner", "code of the owner, when it is not the possessor", ""},
     {"override", "why a rule is set aside", ""},
     {"on", "day it happened, or month, year, or FROM/TO", "2017-06-01", true},
     {"basis", "document it rests on", "Contract 7/2017"},
     {"note", "free words", ""}}};

bool is_offered(Act act) {
  using enum Act;
  return act == dispatch || act == receive || act == void_ || act == transfer || act == sale || act == issue ||
         act == return_ || act == expend || act == export_ || act == find;
}

/// What leaves, as lots and rounds, so that a licence can be asked about each.
std::vector<custody::LotLine> lines_of(Desk& desk, const MovementOrder& order) {
  if (order.package) return custody::contents_of(desk.store.state().book, order.package);
  if (order.lot) return {{order.lot, order.rounds}};
  return {};
}

/// An export, and anything that passes to a party in another country, needs an export licence; others are checked when
/// they name one.
Result<void> check_licences(Desk& desk, MovementOrder& order, const When& happened) {
  const bool border = order.act == Act::export_ || (order.act != Act::receive && order.act != Act::void_ &&
                                                    crosses_border(desk, order.from, order.to));
  if (!border && !order.licence) return {};
  auto kind = licensing::LicenceKind::export_;
  if (order.licence) {
    const auto licence = TRY(desk.lookup.licence_row(order.licence));
    if (!border) kind = licence.kind;
    if (border) order.export_chain = export_chain(licence);
  }
  const PartyId recipient = kind == licensing::LicenceKind::export_ ? order.to : PartyId{};
  Rounds sum;  // the lots of one package use up the licence together
  for (const auto& line : lines_of(desk, order)) {
    sum += line.rounds;
    TRY(check_licence(desk, {kind, order.from, line.lot, sum, happened, recipient, order.licence}));
  }
  return {};
}

Result<MovementOrder> order_of(Desk& desk, const Values& values, const ImportSource& source) {
  MovementOrder order;
  order.act = TRY(values.word<Act>("act"));
  if (!is_offered(order.act))
    return refuse(unknown_word, "act \"{}\" is not a plain movement; it has a form of its own", values.text("act"));
  order.from = TRY(desk.lookup.party_or_none(values, "from"));
  order.from_place = values.text("from_place");
  order.to = TRY(desk.lookup.party_or_none(values, "to"));
  order.to_place = values.text("to_place");
  if (values.has("package")) {
    order.package = TRY(of_field("package", desk.lookup.package(values.text("package"))));
    order.rounds = TRY(values.rounds_or_none("rounds"));
  } else if (values.has("lot")) {
    order.lot = TRY(desk.lookup.lot(values));
    order.rounds = TRY(values.rounds("rounds"));
  }
  if (values.has("dispatch"))
    order.shipment = TRY(of_field("dispatch", desk.lookup.dispatch(values.text("dispatch"), source.issuer)));
  const bool on_the_way = order.act == Act::receive || order.act == Act::void_;
  if (!on_the_way && !order.from) return refuse(missing_value, "from");
  order.out_of = TRY(values.word_or("out_of", custody::Standing::lost));
  order.carrier = TRY(desk.lookup.party_or_none(values, "carrier"));
  if (values.has("licence")) order.licence = TRY(of_field("licence", desk.lookup.licence(values.text("licence"))));
  order.owner = TRY(desk.lookup.party_or_none(values, "owner"));
  order.override_reason = values.text("override");
  order.note = values.text("note");
  order.buyer_must_be_named = desk.profile().dealers_name_buyers;
  return order;
}

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  MovementOrder order = TRY(order_of(desk, values, source));
  TRY(check_licences(desk, order, circumstance.happened));
  auto& state = desk.store.state();
  auto movement = TRY(custody::decide_movement(state.book, state.parties, order, desk.store.next_number()));
  return enter(desk, circumstance, std::move(movement));
}

}  // namespace

ActKind record_movement() { return {kForm, record, true}; }

}  // namespace lotline::service
