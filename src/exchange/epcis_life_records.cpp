// Lots, packages, exhibits, holds and counts as events.

#include <fmt/ranges.h>

#include <algorithm>

#include "exchange/epcis_life.h"
#include "exchange/epcis_own.h"

namespace lotline::exchange {

namespace {

using custody::MovementPosted;
using service::Record;

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ";")); }

OutgoingEvent observed(const Record& record, std::string step, std::string disposition = {}) {
  return begin_event(record, "ObjectEvent", "OBSERVE", std::move(step), std::move(disposition));
}

/// An event at a place, which its read point and business location both are.
void at_place(Life& life, PartyId holder, const std::string& place, OutgoingEvent& event) {
  event.read_point = event.biz_location = life.names.place(holder, place);
}

/// What is marked on the lot, and what else its registration says.
void add_marking(Life& life, const custody::LotRow& lot, OutgoingEvent& event) {
  event.add_ilmd("maker", life.names.party(lot.maker));
  event.add_ilmd("made_on", to_text(lot.made_on()));
  event.add_ilmd("channel", std::string{word(lot.channel)});
  event.add_ilmd("origin", std::string{word(lot.origin)});
  event.add_ilmd("headstamp", lot.headstamp);
  event.add_ilmd("cartridge_marks", lot.cartridge_marks);
  event.add_ilmd("package_marks", lot.package_marks);
  event.add_ilmd("technique", lot.technique);
  event.add_ilmd("marking_stage", lot.marking_stage);
  if (lot.marked_by) event.add_ilmd("marked_by", life.names.party(lot.marked_by));
  if (lot.purchaser) event.add_ilmd("purchaser", life.names.party(lot.purchaser));
  event.add_ilmd("destination", lot.destination);
  if (lot.parent) event.add_ilmd("parent", life.names.store().state().book.lots.find(make_key(lot.parent))->number);
}

}  // namespace

OutgoingEvent event_of_lot(Life& life, const Record& record, const custody::LotRow& lot, const MovementPosted& entry) {
  const bool import = entry.act == custody::Act::import;
  const bool first = std::holds_alternative<custody::LotRegistered>(record.what);
  const std::string step = import ? own_step("import") : first ? "commissioning" : "creating_class_instance";
  OutgoingEvent event = begin_event(record, "ObjectEvent", "ADD", step, "active");
  const custody::Posting& posting = entry.postings.front();
  event.quantities.push_back(life.names.lot(lot.id, posting.rounds));
  at_place(life, posting.to.possessor, posting.to.where, event);
  event.add_own("first_recipient", life.names.party(entry.first_recipient));
  add_terms(life, entry, event);
  add_marking(life, lot, event);
  return event;
}

OutgoingEvent event_of_relot(Life& life, const Record& record, LotId child, const MovementPosted& movement) {
  OutgoingEvent event = begin_event(record, "TransformationEvent", {}, "repackaging", "in_progress");
  const custody::Posting& posting = movement.postings.front();
  event.input_quantities.push_back(life.names.lot(posting.lot, posting.rounds));
  event.output_quantities.push_back(life.names.lot(child, posting.rounds));
  at_place(life, posting.from.possessor, posting.from.where, event);
  return event;
}

OutgoingEvent event_of_loosening(Life& life, const Record& record, const custody::PackageOpened& opened) {
  OutgoingEvent event = begin_event(record, "AggregationEvent", "DELETE", own_step("unpack_unmarked"));
  event.parent = life.names.package(opened.package);
  for (const custody::LotLine& taken : opened.taken)
    event.child_quantities.push_back(life.names.lot(taken.lot, taken.rounds));
  life.packages.open(opened);
  return event;
}

OutgoingEvent event_of_loss(Life& life, const Record& record, const MovementPosted& movement,
                            const seizure::DiversionRecorded& diversion) {
  OutgoingEvent event = observed(record, "other", movement.act == custody::Act::theft ? "stolen" : "unknown");
  add_things(life, movement, event);
  const custody::Side& loser = movement.postings.front().to;
  event.sources.emplace_back("possessing_party", life.names.party(loser.possessor));
  event.read_point = life.names.place(loser.possessor, loser.where);
  if (movement.shipment) event.add_own("dispatch", life.event(movement.shipment.number));
  event.add_own("stage", diversion.stage);
  event.add_own("modality", diversion.modality);
  event.add_own("stock", diversion.stock);
  event.add_own("report", diversion.report);
  event.add_own("note", movement.note);
  return event;
}

OutgoingEvent event_of_destruction(Life& life, const Record& record, const MovementPosted& movement,
                                   const stockpile::DestructionCertified& certified) {
  OutgoingEvent event = begin_event(record, "ObjectEvent", "DELETE", "destroying", "destroyed");
  add_things(life, movement, event);
  const custody::Side& from = movement.postings.front().from;
  event.sources.emplace_back("possessing_party", life.names.party(from.possessor));
  if (exhibit_of(from) == 0) event.read_point = life.names.place(from.possessor, from.where);
  event.add_own("method", certified.method);
  event.add_own("authority", life.names.party(certified.authority));
  event.add_own("witnesses", joined(certified.witnesses));
  event.add_own("certificate", certified.certificate);
  event.add_own("note", movement.note);
  return event;
}

OutgoingEvent event_of_recovery(Life& life, const Record& record, const seizure::Recovered& recovered,
                                const MovementPosted* movement) {
  OutgoingEvent event = observed(record, "holding", recovered.lot ? "unavailable" : "no_pedigree_match");
  event.quantities.push_back(recovered.lot ? life.names.lot(recovered.lot, recovered.count)
                                           : ExportNames::exhibit(recovered.marks.headstamp, recovered.count));
  event.destinations.emplace_back("possessing_party", life.names.party(recovered.custodian));
  if (recovered.taken_from) {
    event.sources.emplace_back("possessing_party", life.names.party(recovered.taken_from));
    const std::string place = movement == nullptr ? std::string{} : movement->postings.front().from.where;
    if (!place.empty()) event.sources.emplace_back("location", life.names.place(recovered.taken_from, place));
  }
  event.add_own("case_number", recovered.case_number);
  event.add_own("kind", std::string{word(recovered.kind)});
  event.add_own("country", recovered.country);
  event.add_own("place", recovered.place);
  event.add_own("circumstances", recovered.circumstances);
  event.add_own("incident", recovered.incident);
  if (recovered.lot) event.add_own("headstamp", recovered.marks.headstamp);
  event.add_own("clock", recovered.marks.clock);
  event.add_own("calibre", recovered.marks.calibre);
  event.add_own("colours", recovered.marks.colours);
  event.add_own("lot_mark", recovered.marks.lot_mark);
  event.add_own("package", recovered.marks.package);
  event.add_own("retailer_code", recovered.marks.retailer_code);
  event.add_own("microstamp", recovered.marks.microstamp);
  event.add_own("year", recovered.marks.year);
  event.add_own("origin", std::string{word(recovered.origin)});
  event.add_own("indicators", recovered.indicators);
  event.add_own("modality", recovered.modality);
  std::vector<std::string> serials;
  for (const FirearmId firearm : recovered.firearms) serials.push_back(life.names.firearm(firearm));
  event.add_own("firearms", joined(serials));
  event.add_own("no_trace_reason", recovered.no_trace_reason);
  return event;
}

OutgoingEvent event_of_identity(Life& life, const Record& record, const seizure::LotIdentified& identified) {
  OutgoingEvent event = observed(record, own_step("identify"));
  event.quantities.push_back(life.names.lot(identified.lot));
  event.add_own("exhibit", life.event(identified.exhibit.number));
  return event;
}

OutgoingEvent event_of_diversion(Life& life, const Record& record, const seizure::DiversionRecorded& diversion) {
  OutgoingEvent event = observed(record, own_step("diversion"));
  event.quantities.push_back(life.names.lot(diversion.lot));
  if (diversion.link != 0) event.add_own("movement", life.event(diversion.link));
  if (diversion.between_from) event.add_own("between_from", life.names.party(diversion.between_from));
  if (diversion.between_to) event.add_own("between_to", life.names.party(diversion.between_to));
  event.add_own("stage", diversion.stage);
  event.add_own("modality", diversion.modality);
  event.add_own("stock", diversion.stock);
  event.add_own("report", diversion.report);
  event.add_own("note", diversion.note);
  return event;
}

OutgoingEvent event_of_packing(Life& life, const Record& record, PackageId id, const custody::PackagePacked& packed) {
  OutgoingEvent event = begin_event(record, "AggregationEvent", "ADD", "packing", "in_progress");
  life.packages.pack(id, packed, life.lots);
  event.parent = life.names.package(id);
  for (const PackageId child : life.packages.at(id).children) event.child_epcs.push_back(life.names.package(child));
  for (const custody::LotLine& line : packed.lines)
    if (life.tells(line.lot)) event.child_quantities.push_back(life.names.lot(line.lot, line.rounds));
  at_place(life, packed.possessor, packed.where, event);
  event.add_own("level", std::string{word(packed.level)});
  event.add_own("marks", joined(packed.marks));
  return event;
}

OutgoingEvent event_of_opening(Life& life, const Record& record, const custody::PackageOpened& opened) {
  OutgoingEvent event = begin_event(record, "AggregationEvent", "DELETE", "unpacking", "completeness_verified");
  event.parent = life.names.package(opened.package);
  for (const PackageId child : life.packages.at(opened.package).children)
    event.child_epcs.push_back(life.names.package(child));
  for (const custody::LotLine& taken : opened.taken)
    if (life.tells(taken.lot)) event.child_quantities.push_back(life.names.lot(taken.lot, taken.rounds));
  life.packages.open(opened);
  return event;
}

OutgoingEvent event_of_hold(Life& life, const Record& record, const custody::HoldMade& hold) {
  OutgoingEvent event = observed(record, own_step("hold"));
  if (const RecordNumber exhibit = exhibit_of(hold.side)) {
    add_exhibit(life, exhibit, hold.lot, hold.rounds, event);
  } else {
    event.quantities.push_back(life.names.lot(hold.lot, hold.rounds));
    at_place(life, hold.side.possessor, hold.side.where, event);
  }
  event.add_own("kind", std::string{word(hold.kind)});
  return event;
}

OutgoingEvent event_of_lifting(Life& life, const Record& record, const custody::HoldLifted& lifted) {
  OutgoingEvent event = observed(record, own_step("lift"));
  const custody::HoldMade& hold = life.holds.at(lifted.hold.number);
  const RecordNumber exhibit = exhibit_of(hold.side);
  event.quantities.push_back(exhibit != 0 && exhibit == hold.lot.number
                                 ? ExportNames::exhibit(life.recovered.at(exhibit).marks.headstamp, hold.rounds)
                                 : life.names.lot(hold.lot, hold.rounds));
  event.add_own("hold", life.event(lifted.hold.number));
  return event;
}

OutgoingEvent event_of_stocktake(Life& life, const Record& record, const stockpile::StocktakeRecorded& stocktake) {
  bool differs = false;
  std::string none;
  OutgoingEvent event = observed(record, "stock_taking");
  for (const auto& count : stocktake.counts) {
    if (!life.tells(count.lot)) continue;
    differs = differs || count.book != count.counted;
    if (count.counted > Rounds{})
      event.quantities.push_back(life.names.lot(count.lot, count.counted));
    else
      none.append(none.empty() ? "" : " ").append(life.names.lot(count.lot).epc_class);
  }
  event.disposition = differs ? "mismatch_quantity" : "in_progress";
  at_place(life, stocktake.possessor, stocktake.place, event);
  event.add_own(std::string{kCountedNone}, none);
  return event;
}

OutgoingEvent event_of_decision(Life& life, const Record& record, const stockpile::InvestigationDecided& decided) {
  OutgoingEvent event = observed(record, own_step("decide"));
  std::vector<std::string> found;
  for (const auto& [finding, lot] : decided.findings) {
    if (!life.tells(lot)) continue;
    event.quantities.push_back(life.names.lot(lot));
    found.emplace_back(word(finding));
  }
  event.add_own("investigation", life.event(decided.investigation.number));
  event.add_own(std::string{kFound}, joined(found));
  return event;
}

OutgoingEvent event_of_condition(Life& life, const Record& record, const stockpile::ConditionRecorded& condition) {
  OutgoingEvent event = observed(record, own_step("condition"));
  event.quantities.push_back(life.names.lot(condition.lot));
  event.add_own("code", condition.code);
  event.add_own("note", condition.note);
  return event;
}

}  // namespace lotline::exchange
