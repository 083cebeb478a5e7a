// Movements by themselves as events.

#include <algorithm>

#include "exchange/epcis_life.h"
#include "exchange/epcis_own.h"

namespace lotline::exchange {

namespace {

using custody::Act;
using custody::MovementPosted;
using custody::Side;

void add_source(Life& life, const Side& side, OutgoingEvent& event) {
  event.sources.emplace_back("possessing_party", life.names.party(side.possessor));
  if (!side.where.empty() && side.standing != custody::Standing::in_transit &&
      side.standing != custody::Standing::exhibit)
    event.sources.emplace_back("location", life.names.place(side.possessor, side.where));
}

void add_destination(Life& life, PartyId party, const std::string& place, OutgoingEvent& event) {
  event.destinations.emplace_back("possessing_party", life.names.party(party));
  if (!place.empty()) event.destinations.emplace_back("location", life.names.place(party, place));
}

/// Type, action and words of an act.
OutgoingEvent begin_act(Act act, bool exhibit, const service::Record& record) {
  const auto observed = [&](std::string step, std::string disposition = {}) {
    return begin_event(record, "ObjectEvent", "OBSERVE", std::move(step), std::move(disposition));
  };
  switch (act) {
    case Act::dispatch:
      return observed("shipping", "in_transit");
    case Act::receive:
      return observed("receiving", "in_progress");
    case Act::void_:
      return observed("void_shipping", "in_progress");
    case Act::issue:
      return observed("dispensing", "dispensed");
    case Act::return_:
      return observed("receiving", "returned");
    case Act::sale:
      return begin_event(record, "ObjectEvent", "DELETE", "retail_selling", "retail_sold");
    case Act::expend:
      return begin_event(record, "ObjectEvent", "DELETE", exhibit ? "sampling" : "destroying", "destroyed");
    default:
      return observed(own_step(word(act)));
  }
}

/// A movement that names the dispatch it receives, calls back or takes from.
void add_dispatch(Life& life, const MovementPosted& movement, OutgoingEvent& event) {
  if (movement.shipment && movement.act != Act::dispatch)
    event.add_own("dispatch", life.event(movement.shipment.number));
}

void add_ends(Life& life, const MovementPosted& movement, OutgoingEvent& event) {
  const Side& from = movement.postings.front().from;
  const Side& to = movement.postings.front().to;
  switch (movement.act) {
    case Act::dispatch:
      event.read_point = life.names.place(from.possessor, from.where);
      add_source(life, from, event);
      add_destination(life, movement.final_recipient, {}, event);
      return;
    case Act::receive:
      event.biz_location = life.names.place(to.possessor, to.where);
      add_destination(life, to.possessor, {}, event);
      return;
    case Act::void_:
      event.biz_location = life.names.place(to.possessor, to.where);
      return;
    case Act::expend:
      add_source(life, from, event);
      if (exhibit_of(from) == 0) {
        event.read_point = life.names.place(from.possessor, from.where);
        event.add_own(std::string{kConsumption}, "expended");
      }
      return;
    case Act::attribute:
      event.add_own("out_of", std::string{word(from.standing)});
      add_source(life, from, event);
      return;
    case Act::find:
      event.add_own("out_of", std::string{word(from.standing)});
      [[fallthrough]];
    default:
      add_source(life, from, event);
      if (to.standing == custody::Standing::sold) return;
      add_destination(life, to.possessor, exhibit_of(to) == 0 ? to.where : std::string{}, event);
      if (movement.act == Act::return_) event.biz_location = life.names.place(to.possessor, to.where);
  }
}

/// A movement taken back that is not all its event moved: so many rounds of it, or all where several lots are in it.
OutgoingEvent partial_correction(Life& life, const service::Record& record, const MovementPosted& correction) {
  OutgoingEvent event = begin_event(record, "ObjectEvent", "OBSERVE", own_step("correct"));
  const custody::Posting& posting = correction.postings.front();
  const auto exhibit = life.recovered.find(posting.lot.number);
  const bool whole = correction.postings.size() > 1 || !correction.packages.empty();
  if (exhibit != life.recovered.end())
    event.quantities.push_back(ExportNames::exhibit(exhibit->second.marks.headstamp, posting.rounds));
  else
    event.quantities.push_back(whole ? life.names.lot(posting.lot) : life.names.lot(posting.lot, posting.rounds));
  event.add_own("movement", life.event(correction.corrects));
  event.add_own("note", correction.note);
  return event;
}

}  // namespace

std::optional<OutgoingEvent> event_of_movement(Life& life, RecordNumber number, const service::Record& record) {
  const auto& movement = std::get<MovementPosted>(record.what);
  if (std::ranges::none_of(movement.postings, [&](const auto& posting) { return life.tells(posting.lot); }))
    return std::nullopt;
  life.told.emplace(number, movement);
  if (movement.act == Act::correct) return partial_correction(life, record, movement);
  OutgoingEvent event = begin_act(movement.act, exhibit_of(movement.postings.front().from) != 0, record);
  add_things(life, movement, event);
  add_ends(life, movement, event);
  add_terms(life, movement, event);
  add_dispatch(life, movement, event);
  return event;
}

}  // namespace lotline::exchange
