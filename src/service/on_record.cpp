#include "service/on_record.h"

#include "service/logged.h"
#include "service/refusals.h"

namespace lotline::service {

bool counts(const Record& record, const AsOf& as_of) {
  return (!as_of.happened_by || record.happened.first <= *as_of.happened_by) &&
         (!as_of.known_on || record.recorded_at.day() <= *as_of.known_on);
}

bool on_record(Register& store, RecordNumber number, const AsOf& as_of) {
  if (!as_of.happened_by && !as_of.known_on) return true;
  const auto record = logged(store, number);
  CHECK(record.has_value());
  return counts(*record, as_of);
}

Result<void> known_by(Register& store, RecordNumber number, const AsOf& as_of) {
  if (!as_of.known_on) return {};
  const Record record = TRY(logged(store, number));
  const Day recorded = record.recorded_at.day();
  if (*as_of.known_on < recorded) return refuse(not_on_record_yet, "record {} is of {}", number, to_text(recorded));
  return {};
}

}  // namespace lotline::service
