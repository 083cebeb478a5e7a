#include "service/known_events.h"

#include <set>

namespace lotline::service {

namespace {

using tracing::EventKind;
using tracing::KnownEvent;

std::string words_of(const seizure::DiversionRow& row, const catalogue::Catalogue& catalogue) {
  const auto* modality = catalogue.word("diversion_modality", row.modality);
  const std::string name = modality == nullptr ? row.modality : modality->name;
  return fmt::format("{} ({}){}", name, row.stage, row.report.empty() ? "" : ", report " + row.report);
}

KnownEvent diversion_event(const seizure::DiversionRow& row, const catalogue::Catalogue& catalogue) {
  return {
      row.number, EventKind::diversion,    {row.happened_first, row.happened_last}, row.between_from, row.between_to,
      Rounds{},   words_of(row, catalogue)};
}

KnownEvent incident_event(const seizure::IncidentRow& incident) {
  const std::string amount = incident.mass_kg > 0
                                 ? fmt::format("{} kg of ammunition of unstated lots", incident.mass_kg)
                                 : fmt::format("{} rounds of unstated lots", incident.rounds.count());
  return {incident.number,
          EventKind::incident,
          {incident.happened_first, incident.happened_last},
          incident.holder,
          PartyId{},
          incident.rounds,
          fmt::format("{} at {}: {}", incident.kind, incident.place, amount)};
}

void add_diversions(State& state, const catalogue::Catalogue& catalogue, LotId lot, std::vector<KnownEvent>& events) {
  state.diversions.diversions.scan_by("lot", lot.number, [&](const seizure::DiversionRow& row) {
    events.push_back(diversion_event(row, catalogue));
    return true;
  });
}

KnownEvent shortage_event(const stockpile::InvestigationRow& investigation, Rounds book, Rounds counted,
                          const std::string& finding) {
  return {investigation.id.number,
          EventKind::shortage,
          {investigation.counted_on, investigation.counted_on},
          investigation.possessor,
          PartyId{},
          book - counted,
          fmt::format("stocktake at {} counted {} where the book had {}; {}", investigation.place, counted.count(),
                      book.count(), finding.empty() ? "the investigation is open" : "found to be " + finding)};
}

void add_shortages(State& state, LotId lot, std::vector<KnownEvent>& events) {
  state.stocktakes.variances.scan_by("lot", lot.number, [&](const stockpile::VarianceRow& row) {
    if (row.counted >= row.book) return true;
    const auto investigation = state.stocktakes.investigations.find(make_key(row.investigation));
    CHECK(investigation.has_value());
    events.push_back(
        shortage_event(*investigation, row.book, row.counted, row.decided == 0 ? std::string{} : row.finding));
    return true;
  });
}

/// Incidents name a holder, not a lot: they count for the lots that holder had.
void add_incidents(State& state, LotId lot, std::vector<KnownEvent>& events) {
  const auto incidents = state.diversions.incidents.all();
  if (incidents.empty()) return;
  std::set<PartyId> holders;
  state.book.accounts.scan(make_key(lot),
                           [&](const custody::AccountRow& account) { return holders.insert(account.possessor), true; });
  for (const auto& incident : incidents) {
    if (holders.contains(incident.holder)) events.push_back(incident_event(incident));
  }
}

}  // namespace

std::vector<tracing::KnownEvent> events_of_lot(State& state, const catalogue::Catalogue& catalogue, LotId lot) {
  std::vector<KnownEvent> events;
  add_diversions(state, catalogue, lot, events);
  add_shortages(state, lot, events);
  add_incidents(state, lot, events);
  return events;
}

std::vector<tracing::Shortage> shortages_of_holder(State& state, PartyId holder) {
  std::vector<tracing::Shortage> shortages;
  state.stocktakes.investigations.scan_by(
      "possessor", holder.number, [&](const stockpile::InvestigationRow& investigation) {
        tracing::Shortage shortage{investigation.id.number, investigation.counted_on, {}};
        state.stocktakes.variances.scan(make_key(investigation.id), [&](const stockpile::VarianceRow& row) {
          if (row.counted < row.book && row.decided == 0)
            shortage.missing.emplace_back(row.lot, row.book - row.counted);
          return true;
        });
        if (!shortage.missing.empty()) shortages.push_back(std::move(shortage));
        return true;
      });
  return shortages;
}

std::vector<tracing::KnownEvent> events_of_holder(State& state, const catalogue::Catalogue& catalogue, PartyId holder) {
  std::vector<KnownEvent> events;
  state.stocktakes.investigations.scan_by(
      "possessor", holder.number, [&](const stockpile::InvestigationRow& investigation) {
        Rounds book;
        Rounds counted;
        state.stocktakes.variances.scan(make_key(investigation.id), [&](const stockpile::VarianceRow& row) {
          if (row.counted < row.book) book += row.book, counted += row.counted;
          return true;
        });
        if (book > Rounds{}) events.push_back(shortage_event(investigation, book, counted, investigation.outcome));
        return true;
      });
  for (const auto& incident : state.diversions.incidents.all())
    if (incident.holder == holder) events.push_back(incident_event(incident));
  state.diversions.diversions.scan({}, [&](const seizure::DiversionRow& row) {
    if (row.between_from == holder) events.push_back(diversion_event(row, catalogue));
    return true;
  });
  return events;
}

}  // namespace lotline::service
