#pragma once
// Reports: what many records say together, each as tables with the version of the method that made them, its constants
// with their reasons, and what it cannot say. All are made alike, so that the command line prints them alike.

#include <span>
#include <string>
#include <variant>
#include <vector>

#include "service/cards.h"
#include "service/form.h"

namespace lotline::service {

/// One value of a table. What is not known is none of it, and never 0.
using ReportValue = std::variant<std::monostate, std::string, std::int64_t, double, std::vector<RecordNumber>>;

/// How a column's values are shown: a share is a number from 0 to 1, shown as a percentage.
enum class ColumnKind { text, count, share, number, records };

struct ReportColumn {
  std::string name;     ///< stable, as in JSON
  std::string heading;  ///< for a person
  ColumnKind kind = ColumnKind::text;
  bool in_text = true;  ///< false: in JSON alone, where a line of text would be too long
};

struct ReportTable {
  std::string name;   ///< stable, as in JSON
  std::string title;  ///< for a person
  std::vector<ReportColumn> columns;
  std::vector<std::vector<ReportValue>> rows{};
};

/// A number the method was given, and why this one.
struct ReportConstant {
  std::string name;
  double value = 0;
  std::string reason;
};

struct Report {
  std::string name;
  std::string summary;
  int method = 1;     ///< version of the method: another one may count otherwise
  std::string words;  ///< one sentence for a person
  std::vector<ReportTable> tables;
  std::vector<ReportConstant> constants;
  std::vector<std::string> limits;  ///< what the figures leave out, or rest on only in part
  Head head;
};

struct ReportKind {
  Form form;  ///< what may be asked of it
  int method = 1;
  Result<void> (*fill)(State&, const Reference&, const Values&, Report&);
};

/// All reports, by name.
std::span<const ReportKind> reports();
/// Refuses an unknown name.
Result<const ReportKind*> find_report(std::string_view name);
/// One state of the register, whatever others commit meanwhile. Refuses a visitor who may not read reports.
Result<Report> make_report(Register& store, const Reference& reference, const ReportKind& kind, const Values& values);

// One report a file; each form stands beside it.
ReportKind report_ballistic_links();
ReportKind report_blanks();
ReportKind report_depots();
ReportKind report_equipment();
ReportKind report_fired_cases();
ReportKind report_imaging();
ReportKind report_indicators();
ReportKind report_licence_approvals();
ReportKind report_mark_power();
ReportKind report_online();
ReportKind report_replicas();
ReportKind report_scan_searches();
ReportKind report_small_consignments();
ReportKind report_test_fires();
ReportKind report_trace_requests();
ReportKind report_tracing();
ReportKind report_unlicensed_sales();

}  // namespace lotline::service
