#include "service/desk.h"

namespace lotline::service {

Result<Circumstance> circumstance_of(const Desk& desk, const Values& values, const ImportSource& source) {
  const Day today = desk.today();
  const When happened = values.has("on") ? TRY(values.when("on")) : When{today, today};
  if (today < happened.first) return refuse(future_date, "{} lies after {}", to_text(happened), to_text(today));
  return Circumstance{happened, values.text("basis"), source};
}

RecordNumber enter(Desk& desk, Circumstance& circumstance, What what) {
  Record record;
  record.actor = desk.actor;
  record.acting_for = desk.acting_for;
  record.recorded_at = desk.clock.now();
  record.basis = circumstance.basis;
  record.happened = circumstance.happened;
  record.source = std::exchange(circumstance.source, {});
  record.tables = desk.catalogue.version();
  record.what = std::move(what);
  return desk.store.append(record);
}

}  // namespace lotline::service
