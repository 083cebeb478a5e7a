#include "seizure/trace_result.h"

#include "seizure/refusals.h"

namespace lotline::seizure {

bool names_holder(std::string_view result) { return result == "to_last_holder" || result == "point_of_diversion"; }

bool is_traced(std::string_view result) { return result == "to_first_recipient" || names_holder(result); }

Result<ExhibitTraced> decide_trace_result(const Exhibits& exhibits, ExhibitTraced traced) {
  const bool known = exhibits.exhibits.find(make_key(traced.exhibit)).has_value();
  if (!known) return refuse(unknown_exhibit, "{}", traced.exhibit.number);
  if (traced.result.empty()) return refuse(missing_value, "result");
  if (traced.result == "not_initiated") return refuse(no_result, "exhibit {}", traced.exhibit.number);
  // Another State may name a holder that this register does not know.
  if (names_holder(traced.result) && !traced.holder && !traced.request)
    return refuse(holder_not_named, "exhibit {}: {}", traced.exhibit.number, traced.result);
  return traced;
}

void apply(const ExhibitTraced& record, RecordNumber number, const When& happened, Table<TraceResultRow>& results) {
  results.put({record.exhibit, number, happened.first, happened.last, record.result, record.holder, record.place,
               record.debited, record.request});
}

}  // namespace lotline::seizure
