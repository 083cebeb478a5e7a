#include "service/report_exhibits.h"

namespace lotline::service {

std::vector<seizure::ExhibitRow> exhibits_of(State& state, ReportScope& scope,
                                             std::optional<seizure::ExhibitKind> kind) {
  std::vector<seizure::ExhibitRow> rows;
  state.exhibits.exhibits.scan({}, [&](const seizure::ExhibitRow& exhibit) {
    if ((!kind || exhibit.kind == *kind) && scope.takes(exhibit.found_on(), exhibit.country)) rows.push_back(exhibit);
    return true;
  });
  return rows;
}

Result<std::optional<seizure::ExhibitKind>> kind_of(const Values& values) {
  if (!values.has("kind")) return std::nullopt;
  return TRY(values.word<seizure::ExhibitKind>("kind"));
}

void add_tally(std::vector<ReportValue>& row, const seizure::Tally& tally) {
  row.emplace_back(tally.exhibits);
  row.emplace_back(tally.items);
}

}  // namespace lotline::service
