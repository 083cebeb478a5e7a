#include "custody/order.h"

#include <fmt/ranges.h>

#include "base/refusals.h"
#include "custody/package_tree.h"
#include "custody/refusals.h"

namespace lotline::custody {

namespace {

using enum Standing;

struct Sides {
  Side from;
  Side to;
};

/// Where rounds on a shipment are: with the carrier, or with the sender when none is named.
Side on_the_way(const ShipmentRow& shipment) {
  return {shipment.carrier ? shipment.carrier : shipment.from, in_transit, where_of(shipment.id)};
}

Side held_at(PartyId party, const std::string& place) { return {party, held, place}; }

/// The account the rounds leave.
Side from_side(const MovementOrder& order, const std::optional<ShipmentRow>& shipment) {
  switch (order.act) {
    case Act::manufacture:
      return {order.from, made, {}};
    case Act::import:
      return {order.from, imported, {}};
    case Act::find:
    case Act::attribute:
      return {order.from, order.out_of, order.from_place};
    case Act::surplus:
    case Act::recover:
      return {PartyId{}, unattributed, {}};
    default:
      break;
  }
  if (shipment) return on_the_way(*shipment);
  if (order.exhibit && order.act != Act::seize) return {order.from, exhibit, where_of(order.exhibit)};
  return held_at(order.from, order.from_place);
}

/// The account they reach.
Side to_side(const MovementOrder& order, const std::optional<ShipmentRow>& shipment, RecordNumber number) {
  const PartyId to = order.to ? order.to : order.from;
  switch (order.act) {
    case Act::dispatch:
      return {order.carrier ? order.carrier : order.from, in_transit, where_of(ShipmentId{number})};
    case Act::receive:
      return held_at(order.to ? order.to : shipment->to, order.to_place);
    case Act::void_:
      return held_at(shipment->from, shipment->from_where);
    case Act::sale:
      return order.to ? held_at(order.to, order.to_place) : Side{order.from, sold, {}};
    case Act::expend:
      return {order.from, expended, order.from_place};
    case Act::destroy:
      return {order.from, destroyed, order.from_place};
    case Act::export_:
      return {to, exported, {}};
    case Act::loss:
      return {order.from, lost, order.from_place};
    case Act::theft:
      return {order.from, stolen, order.from_place};
    case Act::attribute:
      return {PartyId{}, unattributed, {}};
    case Act::recover:
    case Act::seize:
    case Act::move_exhibit:
      return {to, exhibit, where_of(order.exhibit)};
    default:
      return held_at(to, order.to_place);
  }
}

bool names_a_receiver(Act act) {
  return act == Act::dispatch || act == Act::transfer || act == Act::issue || act == Act::return_ ||
         act == Act::export_ || act == Act::restore || act == Act::forfeit || act == Act::move_exhibit ||
         act == Act::seize || act == Act::recover;
}

/// Custody of the State or of a carrier is not a second recipient.
bool keeps_for_others(parties::PartyKind kind) {
  using enum parties::PartyKind;
  return kind == carrier || kind == laboratory || kind == court || kind == authority;
}

/// Whether the act gives rounds to a recipient. What comes back to its sender, the receipt of what was decided at its
/// dispatch and custody as an exhibit do not.
bool gives(Act act, Standing reached, bool other_receiver) {
  if (act == Act::void_ || (act == Act::receive && !other_receiver)) return false;
  return reached == held || reached == in_transit || reached == sold || reached == exported;
}

/// Whether the lot is for official use and the order would give it to another organisation than its one recipient
/// (para 50(b)).
bool is_second_recipient(const Book& book, const parties::Directory& directory, const MovementOrder& order, LotId id,
                         PartyId to) {
  const auto lot = book.lots.find(make_key(id));
  if (!lot || lot->channel != Channel::official || !lot->recipient) return false;
  const PartyId organisation = parties::organisation_of(directory, lot->recipient);
  if (order.first_recipient) return !parties::belongs_to(directory, order.first_recipient, organisation);
  if (order.act == Act::sale && !order.to) return true;
  const auto party = directory.parties.find(make_key(to));
  if (!party || keeps_for_others(party->kind) || to == lot->maker || to == order.from) return false;
  return !parties::belongs_to(directory, to, organisation);
}

Result<void> leaves_enough(const AccountRow& account, Rounds rounds, bool packaged, bool with_holds) {
  if (may_be_negative(account.standing)) return {};
  if (rounds > account.rounds)
    return refuse(not_enough_rounds, "{} asked for, {} {}", rounds.count(), account.rounds.count(),
                  word(account.standing));
  if (!packaged && rounds > account.loose())
    return refuse(rounds_in_packages, "{} asked for, {} loose", rounds.count(), account.loose().count());
  if (with_holds && rounds < account.rounds)
    return refuse(whole_exhibit, "{} of {}", rounds.count(), account.rounds.count());
  if (!with_holds && rounds > account.free())
    return refuse(rounds_reserved, "{} asked for, {} free of hold", rounds.count(), account.free().count());
  return {};
}

Result<void> check_package(const Book& book, PackageId id, const Side& from) {
  const auto package = book.packages.find(make_key(id));
  if (!package) return refuse(unknown_package, "number {}", id.number);
  if (package->parent) return refuse(package_inside, "{}", package->code);
  if (package->side() != from) return refuse(package_elsewhere, "{}", package->code);
  return {};
}

/// What is left of a shipment: its packages whole, then what is loose of each lot.
void add_rest_of_shipment(const Book& book, ShipmentId shipment, const Side& from, std::vector<PackageId>& packages,
                          std::map<LotId, Rounds>& loose) {
  book.shipment_packages.scan(make_key(shipment), [&](const ShipmentPackageRow& row) {
    const auto package = book.packages.find(make_key(row.package));
    if (package && !package->parent && package->side() == from) packages.push_back(row.package);
    return true;
  });
  book.shipment_lines.scan(make_key(shipment), [&](const ShipmentLineRow& line) {
    const Rounds left = account_at(book, line.lot, from).loose();
    if (left > Rounds{}) loose[line.lot] += left;
    return true;
  });
}

}  // namespace

Result<MovementPosted> decide_movement(const Book& book, const parties::Directory& directory,
                                       const MovementOrder& order, RecordNumber number) {
  for (const auto& place : {order.from_place, order.to_place})
    if (place.starts_with('#') || place.starts_with('@')) return refuse(bad_place, "{}", place);
  const bool enters = order.act == Act::manufacture || order.act == Act::import;
  if (enters && !order.first_recipient) return refuse(no_first_recipient, "lot {}", order.lot.number);
  if (names_a_receiver(order.act) && !order.to) return refuse(receiver_missing, "{}", word(order.act));
  if (order.act == Act::sale && order.buyer_must_be_named && !order.to) return refuse(buyer_not_recorded);

  std::optional<ShipmentRow> shipment;
  if (order.shipment || order.act == Act::receive || order.act == Act::void_) {
    shipment = book.shipments.find(make_key(order.shipment));
    if (!shipment) return refuse(unknown_shipment, "number {}", order.shipment.number);
    if (shipment->open == Rounds{}) return refuse(receipt_without_dispatch, "dispatch {}", order.shipment.number);
  }
  const bool other_receiver = order.act == Act::receive && order.to && order.to != shipment->to;
  if (other_receiver && order.override_reason.empty())
    return refuse(wrong_receiver, "dispatch {}", order.shipment.number);

  const Side from = from_side(order, shipment);
  const Side to = to_side(order, shipment, number);
  if (from == to) return refuse(goes_nowhere, "{}", word(order.act));
  if (!may_pass(order.act, from.standing, to.standing))
    return refuse(no_such_passage, "{} does not bring {} rounds to {}", word(order.act), word(from.standing),
                  word(to.standing));

  MovementPosted movement;
  movement.act = order.act;
  movement.carrier = order.carrier;
  movement.export_chain = order.export_chain;
  movement.first_recipient = order.first_recipient;
  movement.final_recipient = order.act == Act::dispatch ? order.to : PartyId{};
  movement.licence = order.licence;
  movement.note = order.note;
  movement.owner = order.owner;
  movement.shipment = order.shipment;
  std::vector<std::string_view> set_aside;
  if (other_receiver) set_aside.push_back(wrong_receiver.name);

  std::map<LotId, Rounds> loose;
  if (order.package) {
    movement.packages.push_back(order.package);
  } else if (order.lot) {
    loose[order.lot] = order.rounds;
  } else if (shipment) {
    add_rest_of_shipment(book, order.shipment, from, movement.packages, loose);
  } else {
    return refuse(missing_value, "lot, package or dispatch");
  }

  std::map<LotId, Rounds> packaged;
  for (const PackageId package : movement.packages) {
    TRY(check_package(book, package, from));
    for (const LotLine& line : contents_of(book, package)) packaged[line.lot] += line.rounds;
  }
  if (order.package && order.rounds > Rounds{}) {
    Rounds inside;
    for (const auto& line : packaged) inside += line.second;
    if (inside != order.rounds)
      return refuse(package_quantity, "{} asked for, {} inside", order.rounds.count(), inside.count());
  }

  std::map<LotId, Rounds> all = packaged;
  for (const auto& [lot, rounds] : loose) all[lot] += rounds;
  if (all.empty()) return refuse(nothing_to_move, "{}", word(order.act));
  bool second = false;
  for (const auto& [lot, rounds] : all) {
    if (rounds <= Rounds{}) return refuse(bad_quantity, "{}", rounds.count());
    const AccountRow account = account_at(book, lot, from);
    const bool in_packages = packaged.contains(lot);
    TRY(leaves_enough(account, rounds, in_packages, order.act == Act::move_exhibit && account.reserved > Rounds{}));
    const Rounds undebited = order.act == Act::attribute ? -account_at(book, lot, to).rounds : rounds;
    if (rounds > undebited)
      return refuse(not_enough_rounds, "{} to attribute, {} recovered and not yet debited", rounds.count(),
                    undebited.count());
    const PartyId receiver = order.act == Act::dispatch ? order.to : to.possessor;
    const bool one_more =
        gives(order.act, to.standing, other_receiver) && is_second_recipient(book, directory, order, lot, receiver);
    if (one_more && order.override_reason.empty()) return refuse(second_official_recipient, "lot {}", lot.number);
    second = second || one_more;
    movement.postings.push_back({from, lot, rounds, to});
  }
  if (second) set_aside.push_back(second_official_recipient.name);
  movement.overridden = fmt::format("{}", fmt::join(set_aside, ";"));
  if (!set_aside.empty()) movement.override_reason = order.override_reason;
  return movement;
}

Result<MovementPosted> decide_change_of_lot(const Book& book, Act act, const LotLine& line, LotId into,
                                            const Side& at) {
  const Side left{at.possessor, relotted_out, {}};
  if (!may_pass(act, at.standing, left.standing))
    return refuse(no_such_passage, "{} of {} rounds", word(act), word(at.standing));
  TRY(leaves_enough(account_at(book, line.lot, at), line.rounds, false, false));
  MovementPosted movement;
  movement.act = act;
  movement.postings = {{at, line.lot, line.rounds, left}, {{at.possessor, relotted_in, {}}, into, line.rounds, at}};
  return movement;
}

}  // namespace lotline::custody
