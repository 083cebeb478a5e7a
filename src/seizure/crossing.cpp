#include "seizure/crossing.h"

#include "seizure/refusals.h"

namespace lotline::seizure {

Result<BorderCrossed> decide_crossing(BorderCrossed crossed) {
  if (!crossed.party) return refuse(missing_value, "party");
  if (crossed.from_state == crossed.to_state) return refuse(no_border, "{}", crossed.from_state);
  return crossed;
}

void apply(const BorderCrossed& record, RecordNumber number, const When& happened, Table<CrossingRow>& crossings) {
  crossings.put({number, record.party, happened.first, happened.last, record.from_state, record.to_state, record.place,
                 record.rounds, record.modality});
}

}  // namespace lotline::seizure
