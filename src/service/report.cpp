#include "service/report.h"

#include <algorithm>

#include "service/refusals.h"

namespace lotline::service {

std::span<const ReportKind> reports() {
  static const std::vector<ReportKind> all{
      report_ballistic_links(),    report_blanks(),     report_depots(),         report_equipment(),
      report_fired_cases(),        report_imaging(),    report_indicators(),     report_licence_approvals(),
      report_mark_power(),         report_online(),     report_replicas(),       report_scan_searches(),
      report_small_consignments(), report_test_fires(), report_trace_requests(), report_tracing(),
      report_unlicensed_sales()};
  return all;
}

Result<const ReportKind*> find_report(std::string_view name) {
  const auto all = reports();
  const auto found = std::ranges::find(all, name, [](const ReportKind& kind) { return kind.form.name; });
  if (found == all.end()) return refuse(unknown_report, "{}", name);
  return &*found;
}

Result<Report> make_report(Register& store, const Reference& reference, const ReportKind& kind, const Values& values) {
  TRY(access::require(reference.visitor, access::Right::read_reports));
  return read_one_state(store, [&]() -> Result<Report> {
    Report report;
    report.name = kind.form.name;
    report.summary = kind.form.summary;
    report.method = kind.method;
    report.head = store.head();
    TRY(kind.fill(store.state(), reference, values, report));
    return report;
  });
}

}  // namespace lotline::service
