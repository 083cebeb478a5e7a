#pragma once
// Who asked what a report on paper answers, for which case, and which state of the log it was read from: told alike in
// the report of a trace and in that of a whole seizure.

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "exchange/report_pages.h"
#include "service/ports.h"

namespace lotline::exchange {

struct TraceAskedFor {
  std::vector<std::pair<std::string, std::string>> asked;  ///< what was told, by name of the field
  std::string who;                                         ///< who asked; empty where it is not said
  std::string case_number;                                 ///< likewise
  Day on;
};

/// The report's title and foot; the title names the case.
ReportFrame frame_of(std::string_view title, const TraceAskedFor& asked, const service::Head& head);

/// What was asked, by whom, for which case, and the log it was read from, in the order they are read.
void write_question(ReportPages& pages, const TraceAskedFor& asked, const service::Head& head);

/// Of a longer list the JSON has the rest; says so where there is more.
void say_more(ReportPages& pages, std::size_t shown, std::size_t total, std::string_view what);

/// The records that the report's lines rest on, and against what they can be checked.
void write_records(ReportPages& pages, const std::set<RecordNumber>& records, const service::Head& head);

/// With a capital at its beginning.
std::string as_sentence(std::string words);

/// Written twice: the first time to learn how many pages there are.
std::string written_twice(const ReportFrame& frame, const std::function<void(ReportPages&)>& write);

}  // namespace lotline::exchange
