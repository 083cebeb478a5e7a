#include "cli/report_text.h"

#include <fmt/ranges.h>

#include "cli/table.h"
#include "cli/terminal.h"

namespace lotline::cli {

namespace {

using service::ColumnKind;
using service::ReportValue;

/// A share with three digits: 23.5 %, 6.55 %, 0.125 %.
std::string share_text(double share) { return fmt::format("{:.3g} %", 100 * share); }

std::string cell_text(const ReportValue& value, ColumnKind kind) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return grouped(*number);
  if (const auto* records = std::get_if<std::vector<RecordNumber>>(&value))
    return fmt::format("{}", fmt::join(*records, ", "));
  if (const auto* number = std::get_if<double>(&value))
    return kind == ColumnKind::share ? share_text(*number) : fmt::format("{:.1f}", *number);
  return kind == ColumnKind::text || kind == ColumnKind::records ? "" : "-";
}

std::string table_text(const service::ReportTable& table, std::size_t width) {
  std::vector<std::string> headings;
  for (const auto& column : table.columns) {
    if (!column.in_text) continue;
    const bool words = column.kind == ColumnKind::text || column.kind == ColumnKind::records;
    headings.push_back((words ? "" : ">") + column.heading);
  }
  TextTable lines(headings);
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < row.size(); ++i)
      if (table.columns[i].in_text) cells.push_back(cell_text(row[i], table.columns[i].kind));
    lines.add(std::move(cells));
  }
  return lines.empty() ? "  none\n" : lines.text(width, 2);
}

}  // namespace

std::string report_as_text(const service::Report& report, std::size_t width) {
  std::string text = bold(report.name) + "\n" + hanging("  ", report.summary, width);
  text += hanging("", report.words, width);
  for (const auto& table : report.tables) text += "\n" + bold(table.title) + "\n" + table_text(table, width);
  if (!report.constants.empty()) text += "\n" + bold("Constants") + "\n";
  for (const auto& constant : report.constants)
    text += hanging(fmt::format("  {} {}: ", constant.name, constant.value), constant.reason, width);
  if (!report.limits.empty()) text += "\n" + bold("What it leaves open") + "\n";
  for (const auto& limit : report.limits) text += hanging("  - ", limit, width);
  return text + fmt::format("\nmethod {} version {}, over {} records\n", report.name, report.method,
                            grouped(report.head.records));
}

}  // namespace lotline::cli
