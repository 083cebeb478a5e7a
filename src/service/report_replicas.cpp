#include "service/report_names.h"
#include "service/report_scope.h"

namespace lotline::service {

namespace {

const Form kForm{"replicas",
                 "casts of fired cases: of what, who has them, and every step of their custody",
                 {{"with", "only those this party has or that are on the way to it, by code", ""},
                  {"case_number", "only of exhibits of this case", ""}}};

Result<void> fill(State& state, const Reference&, const Values& values, Report& report) {
  ReportTable replicas{"replicas",
                       "Replicas",
                       {{"replica", "replica", ColumnKind::records},
                        {"exhibit", "exhibit", ColumnKind::records},
                        {"test_fire", "test fire", ColumnKind::records},
                        {"case_number", "case"},
                        {"cast", "cast"},
                        {"material", "material", ColumnKind::text, false},
                        {"with", "with"},
                        {"on_way_to", "on the way to"},
                        {"since", "since"},
                        {"state", "state"},
                        {"scans", "scans", ColumnKind::records}}};
  ReportTable steps{"custody",
                    "Custody",
                    {{"replica", "replica", ColumnKind::records},
                     {"step", "record", ColumnKind::records},
                     {"act", "act"},
                     {"by", "by"},
                     {"to", "to"},
                     {"seal", "seal"},
                     {"condition", "condition"},
                     {"on", "on"}}};
  std::int64_t away = 0;
  state.replicas.replicas.scan({}, [&](const seizure::ReplicaRow& row) {
    const std::string with = party_code(state, row.with);
    const std::string to = party_code(state, row.on_way_to);
    const std::string case_number = case_of(state, row.exhibit);
    if (values.has("with") && values.text("with") != with && values.text("with") != to) return true;
    if (values.has("case_number") && values.text("case_number") != case_number) return true;
    std::vector<RecordNumber> scans;
    for (const auto& scan : state.scans.scans.all_by("replica", row.id.number))
      if (scan.withdrawn == 0) scans.push_back(scan.id.number);
    away += row.on_way_to || row.with != row.made_by ? 1 : 0;
    replicas.rows.push_back({record_cell(row.id.number), record_cell(row.exhibit.number),
                             record_cell(row.test_fire.number), case_number, std::string{word(row.cast)}, row.material,
                             with, to, to_text(When{row.since_first, row.since_last}),
                             row.withdrawn != 0 ? "withdrawn"
                             : row.destroyed    ? "destroyed"
                                                : "whole",
                             scans});
    for (const auto& step : state.replicas.steps.all(make_key(row.id)))
      steps.rows.push_back({record_cell(row.id.number), record_cell(step.number), std::string{word(step.act)},
                            party_code(state, step.by), party_code(state, step.to), step.seal, step.condition,
                            to_text(When{step.on_first, step.on_last})});
    return true;
  });
  report.words = fmt::format("{} replicas, {} of them with another party or on the way", replicas.rows.size(), away);
  report.tables = {std::move(replicas), std::move(steps)};
  return {};
}

}  // namespace

ReportKind report_replicas() { return {kForm, 1, fill}; }

}  // namespace lotline::service
