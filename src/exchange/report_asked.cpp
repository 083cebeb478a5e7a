#include "exchange/report_asked.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "base/figures.h"

namespace lotline::exchange {

namespace {

std::string with_underscores_as_blanks(std::string name) {
  std::ranges::replace(name, '_', ' ');
  return name;
}

}  // namespace

ReportFrame frame_of(std::string_view title, const TraceAskedFor& asked, const service::Head& head) {
  return {asked.case_number.empty() ? std::string{title} : fmt::format("{}, case {}", title, asked.case_number),
          fmt::format("log {}, {} records, root {}", head.log_id.substr(0, 12), grouped(head.records),
                      proof::to_hex(head.root).substr(0, 24)),
          asked.on, head.simulated};
}

void write_question(ReportPages& pages, const TraceAskedFor& asked, const service::Head& head) {
  std::vector<std::pair<std::string, std::string>> facts;
  for (const auto& [name, value] : asked.asked) facts.emplace_back(with_underscores_as_blanks(name), value);
  facts.emplace_back("asked on", to_text(asked.on));
  if (!asked.who.empty()) facts.emplace_back("asked by", asked.who);
  if (!asked.case_number.empty()) facts.emplace_back("for the case", asked.case_number);
  facts.emplace_back("register", fmt::format("log {} as it stood with {} records", head.log_id, grouped(head.records)));
  facts.emplace_back("root of the log", proof::to_hex(head.root));
  pages.facts(facts);
}

void say_more(ReportPages& pages, std::size_t shown, std::size_t total, std::string_view what) {
  if (total > shown)
    pages.paragraph(fmt::format("... and {} more {}, which the answer as JSON lists.",
                                grouped(static_cast<std::int64_t>(total - shown)), what),
                    ink::quiet);
}

void write_records(ReportPages& pages, const std::set<RecordNumber>& records, const service::Head& head) {
  pages.heading(fmt::format("Records it rests on: {}", grouped(static_cast<std::int64_t>(records.size()))));
  if (!records.empty()) pages.paragraph(fmt::format("{}", fmt::join(records, ", ")), ink::quiet);
  pages.paragraph(
      fmt::format("Read from log {} as it stood with {} records, root {}. Each record can be opened by its "
                  "number and checked against that root.",
                  head.log_id, grouped(head.records), proof::to_hex(head.root)));
}

std::string as_sentence(std::string words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') words.front() += 'A' - 'a';
  return words;
}

std::string written_twice(const ReportFrame& frame, const std::function<void(ReportPages&)>& write) {
  ReportPages counted(frame, 0);
  write(counted);
  ReportPages report(frame, counted.pages());
  write(report);
  return report.take();
}

}  // namespace lotline::exchange
