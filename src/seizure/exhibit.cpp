#include "seizure/exhibit.h"

#include <fmt/ranges.h>

#include "seizure/refusals.h"

namespace lotline::seizure {

Result<void> check_indicators(const std::vector<std::string>& classes) {
  const bool none = std::ranges::find(classes, "none") != classes.end();
  if (none && classes.size() > 1) return refuse(none_and_some, "{}", fmt::join(classes, ";"));
  return {};
}

Result<Recovered> decide_recovery(Recovered recovery) {
  if (recovery.case_number.empty()) return refuse(missing_value, "case_number");
  if (!recovery.custodian) return refuse(missing_value, "custodian");
  if (recovery.circumstances.empty()) return refuse(missing_value, "circumstances");
  if (recovery.marks.empty() && !recovery.lot && recovery.marking.empty())
    return refuse(nothing_read, "case {}", recovery.case_number);
  if (recovery.trace_opened != recovery.no_trace_reason.empty())
    return refuse(trace_or_reason, "case {}", recovery.case_number);
  TRY(check_indicators(recovery.indicator_classes));
  return recovery;
}

Result<LotsWeighed> decide_weights(const Exhibits& exhibits, LotsWeighed weighed) {
  const auto exhibit = exhibits.exhibits.find(make_key(weighed.exhibit));
  if (!exhibit) return refuse(unknown_exhibit, "{}", weighed.exhibit.number);
  if (exhibit->lot) return refuse(lot_known, "exhibit {}", weighed.exhibit.number);
  std::int64_t sum = 0;
  for (const auto& weight : weighed.weights) {
    if (weight.weight_ppm <= 0 || weight.weight_ppm > 1'000'000)
      return refuse(bad_weights, "{} millionths", weight.weight_ppm);
    sum += weight.weight_ppm;
  }
  if (sum > 1'000'000) return refuse(bad_weights, "they add up to {} millionths", sum);
  return weighed;
}

Result<LotIdentified> decide_identity(const Exhibits& exhibits, LotIdentified identified) {
  const auto exhibit = exhibits.exhibits.find(make_key(identified.exhibit));
  if (!exhibit) return refuse(unknown_exhibit, "{}", identified.exhibit.number);
  if (exhibit->lot == identified.lot) return refuse(lot_known, "exhibit {}", identified.exhibit.number);
  if (identified.basis.empty()) return refuse(missing_value, "basis of the decision");
  return identified;
}

void apply(const Recovered& record, RecordNumber number, const When& happened, Exhibits& exhibits) {
  auto in_case = exhibits.cases.find(make_key(record.case_number)).value_or(CaseRow{record.case_number, 0});
  const int line = ++in_case.exhibits;
  exhibits.cases.put(in_case);
  const marking::MarksRead& m = record.marks;
  exhibits.exhibits.put({ExhibitId{number},
                         record.case_number,
                         line,
                         record.kind,
                         record.lot,
                         record.count,
                         happened.first,
                         happened.last,
                         record.country,
                         record.place,
                         record.circumstances,
                         record.incident,
                         record.custodian,
                         record.taken_from,
                         record.origin,
                         record.indicators,
                         m.calibre,
                         m.clock,
                         m.colours,
                         m.headstamp,
                         m.lot_mark,
                         m.microstamp,
                         m.package,
                         m.retailer_code,
                         m.year,
                         record.modality,
                         record.trace_opened,
                         record.no_trace_reason,
                         record.acquisition,
                         fmt::format("{}", fmt::join(record.indicator_classes, ";")),
                         record.item,
                         record.marking});
  for (const FirearmId firearm : record.firearms) exhibits.co_seizures.put({ExhibitId{number}, firearm});
}

void apply(const LotsWeighed& record, Exhibits& exhibits) {
  for (const auto& old : exhibits.candidates.all(make_key(record.exhibit))) exhibits.candidates.erase(key_of(old));
  for (const auto& weight : record.weights) exhibits.candidates.put({record.exhibit, weight.lot, weight.weight_ppm});
}

void apply(const LotIdentified& record, Exhibits& exhibits) {
  auto exhibit = exhibits.exhibits.find(make_key(record.exhibit));
  CHECK(exhibit.has_value());
  exhibit->lot = record.lot;
  exhibits.exhibits.put(*exhibit);
  for (const auto& old : exhibits.candidates.all(make_key(record.exhibit))) exhibits.candidates.erase(key_of(old));
}

}  // namespace lotline::seizure
