#include "seizure/diversion.h"

#include "seizure/refusals.h"

namespace lotline::seizure {

Result<DiversionRecorded> decide_diversion(DiversionRecorded diversion) {
  const bool between = diversion.between_from && diversion.between_to;
  if (diversion.link == 0 && !between) return refuse(no_custody_link);
  if (diversion.stage.empty()) return refuse(missing_value, "stage of the diversion");
  if (diversion.modality.empty()) return refuse(missing_value, "modality of the diversion");
  return diversion;
}

Result<IncidentRecorded> decide_incident(IncidentRecorded incident) {
  if (incident.kind.empty()) return refuse(missing_value, "kind of incident");
  if (incident.mass_kg == 0 && incident.rounds == Rounds{}) return refuse(no_amount);
  if (incident.estimated > Rounds{} && incident.estimate_basis.empty()) return refuse(estimate_unexplained);
  return incident;
}

void apply(const DiversionRecorded& record, RecordNumber number, const When& happened, Diversions& diversions) {
  diversions.diversions.put({number, record.link, record.lot, record.between_from, record.between_to, happened.first,
                             happened.last, record.stage, record.modality, record.stock, record.report});
}

void apply(const IncidentRecorded& record, RecordNumber number, const When& happened, Diversions& diversions) {
  diversions.incidents.put({number, happened.first, happened.last, record.country, record.place, record.kind,
                            record.holder, record.mass_kg, record.rounds, record.estimated, record.estimate_basis});
}

}  // namespace lotline::seizure
