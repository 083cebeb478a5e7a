#include "tracing/line_of_supply.h"

#include <algorithm>
#include <map>

namespace lotline::tracing {

namespace {

using custody::Act;
using custody::EntryRow;
using custody::Standing;

PartyRef named(std::string name) { return {{}, {}, std::move(name), {}}; }

PartyRef to_ref(const EntryRow& row, PartyId to, Names& names) {
  switch (row.to_standing) {
    case Standing::sold:
      return named("buyer not recorded");
    case Standing::expended:
    case Standing::destroyed:
    case Standing::lost:
    case Standing::stolen:
    case Standing::relotted_out:
    case Standing::unattributed:
      return named(std::string{word(row.to_standing)});
    default:
      return names.party(to);
  }
}

PartyRef from_ref(const EntryRow& row, PartyId from, Names& names) {
  if (row.from_standing == Standing::made) return named("production");
  if (row.from_standing == Standing::imported) return named("abroad");
  if (row.from_standing == Standing::relotted_in) return named("another lot");
  if (row.from_standing == Standing::unattributed) return named("holder not known");
  return names.party(from);
}

/// What came back off each dispatch of this lot, by the dispatch's number.
struct Arrivals {
  Rounds off;
  Day last{};
};
using ArrivalsByDispatch = std::map<RecordNumber, Arrivals>;

ArrivalsByDispatch arrivals_in(const LotHistory& history) {
  ArrivalsByDispatch arrivals;
  for (const HistoryEntry& entry : history.entries) {
    if (entry.row.from_standing != Standing::in_transit) continue;
    Arrivals& of = arrivals[entry.row.shipment.number];
    of.off += entry.net;
    of.last = std::max(of.last, entry.row.happened_last);
  }
  return arrivals;
}

/// Words for what is missing after a dispatch; empty when all arrived in time.
std::string gap_after(const HistoryEntry& entry, const ArrivalsByDispatch& arrivals, Day until,
                      const TraceOptions& options) {
  if (entry.row.act != Act::dispatch || entry.net == Rounds{}) return {};
  const auto found = arrivals.find(entry.row.number);
  const Rounds off = found == arrivals.end() ? Rounds{} : found->second.off;
  if (off < entry.net) {
    const int days = until.count - entry.row.happened_last.count;
    return fmt::format("{} of {} rounds not received{}", (entry.net - off).count(), entry.net.count(),
                       days > options.receipt_due_days ? fmt::format(" after {} days", days) : "");
  }
  const int days = found->second.last.count - entry.row.happened_last.count;
  return days > options.receipt_due_days ? fmt::format("received only after {} days", days) : std::string{};
}

}  // namespace

ShipmentId shipment_of(const EntryRow& row) { return row.act == Act::dispatch ? ShipmentId{row.number} : row.shipment; }

Hands hands_of(const EntryRow& row, Names& names) {
  Hands hands{row.from, row.to};
  const auto& shipment = names.shipment(shipment_of(row));
  if (!shipment.id) return hands;
  if (row.from_standing == Standing::in_transit) hands.from = shipment.from;
  if (row.to_standing == Standing::in_transit) hands.to = shipment.to;
  return hands;
}

LicenceId licence_of(const EntryRow& row, Names& names) {
  return row.licence ? row.licence : names.shipment(shipment_of(row)).licence;
}

SupplyStep step_of(const EntryRow& row, const LotRef& lot, Names& names) {
  const Hands hands = hands_of(row, names);
  SupplyStep step;
  step.lot = lot;
  step.from = from_ref(row, hands.from, names);
  step.to = to_ref(row, hands.to, names);
  step.rounds = row.rounds;
  step.on = to_text(row.happened());
  step.kind = word(row.act);
  step.licence = names.licence(licence_of(row, names)).number;
  step.package = names.package(row.package);
  step.records = {row.number};
  if (row.shipment) step.records.push_back(row.shipment.number);
  if (row.corrects != 0) step.records.push_back(row.corrects);
  return step;
}

std::vector<SupplyStep> line_of_supply(const LotHistory& history, const DayOfFind& find, const TraceOptions& options,
                                       Names& names) {
  std::vector<SupplyStep> steps;
  steps.reserve(history.entries.size());
  const auto arrivals = arrivals_in(history);
  const LotRef lot = names.lot(history.lot);
  for (const HistoryEntry& entry : history.entries) {
    const EntryRow& row = entry.row;
    SupplyStep step = step_of(row, lot, names);
    step.corrected = row.corrects == 0 ? row.rounds - entry.net : Rounds{};
    step.certain = entry.certain;
    step.late = entry.late;
    step.after_find = row.happened_first > find.day.last;
    step.gap = gap_after(entry, arrivals, find.day.last, options);
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace lotline::tracing
