#include "service/report_names.h"

namespace lotline::service {

namespace {

using licensing::Approval;
using licensing::LicenceRow;

const Form kForm{"licence_approvals",
                 "licences that were prepared for somebody else to approve, and what was decided on them",
                 {{"as_of", "as they stood on this day; today when empty", "2022-07-15"},
                  {"status", "only awaited, approved or refused", ""}}};

ReportTable table_of_licences() {
  return {"licences",
          "Licences prepared",
          {{"record", "record", ColumnKind::records},
           {"number", "number"},
           {"kind", "kind"},
           {"holder", "holder"},
           {"issued_on", "issued", ColumnKind::text, false},
           {"expires_on", "expires", ColumnKind::text, false},
           {"export_state", "from State", ColumnKind::text, false},
           {"import_state", "to State", ColumnKind::text, false},
           {"transit_states", "through", ColumnKind::text, false},
           {"final_recipient", "recipient", ColumnKind::text, false},
           {"description", "description", ColumnKind::text, false},
           {"rounds", "rounds", ColumnKind::count},
           {"lots", "lots", ColumnKind::text, false},
           {"prepared_by", "prepared by"},
           {"prepared_on", "on"},
           {"status", "approval"},
           {"days_waiting", "days", ColumnKind::count},
           {"decided_on", "decided"},
           {"decision", "decision", ColumnKind::records, false}}};
}

std::vector<ReportValue> line_of(const State& state, const LicenceRow& licence, Day day) {
  const bool waits = licence.approval == Approval::awaited;
  const Day until = waits ? day : licence.decided_on;
  return {record_cell(licence.id.number),
          licence.number,
          std::string{word(licence.kind)},
          party_code(state, licence.holder),
          to_text(licence.issued_on),
          to_text(licence.expires_on),
          licence.export_state,
          licence.import_state,
          licence.transit_states,
          party_code(state, licence.final_recipient),
          licence.description,
          licence.rounds == Rounds{} ? ReportValue{} : ReportValue{licence.rounds.count()},
          licence.lots,
          licence.prepared_by,
          to_text(licence.prepared_on),
          std::string{word(licence.approval)},
          std::int64_t{until.count} - licence.prepared_on.count,
          waits ? std::string{} : to_text(licence.decided_on),
          record_cell(licence.decision)};
}

Result<void> fill(State& state, const Reference& reference, const Values& values, Report& report) {
  const Day day = values.has("as_of") ? TRY(values.day("as_of")) : reference.today;
  const bool one_status = values.has("status");
  const auto status = TRY(values.word_or("status", Approval::awaited));
  const bool none_due = one_status && status == Approval::not_needed;
  if (none_due) return refuse(unknown_word, "status not_needed; it is awaited, approved or refused");
  ReportTable table = table_of_licences();
  std::int64_t waiting = 0;
  state.licences.licences.scan({}, [&](const LicenceRow& row) {
    if (row.approval == Approval::not_needed || day < row.prepared_on) return true;
    const LicenceRow licence = day < row.decided_on ? licensing::undecided(row) : row;
    waiting += licence.approval == Approval::awaited ? 1 : 0;
    if (!one_status || licence.approval == status) table.rows.push_back(line_of(state, licence, day));
    return true;
  });
  report.words = fmt::format("{} licences await approval on {}", waiting, to_text(day));
  report.tables.push_back(std::move(table));
  report.limits.emplace_back(
      "licences that were recorded by whoever may approve them need no approval and are left out");
  return {};
}

}  // namespace

ReportKind report_licence_approvals() { return {kForm, 1, fill}; }

}  // namespace lotline::service
