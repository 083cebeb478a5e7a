#include "service/report_scope.h"

namespace lotline::service {

namespace {

using seizure::RequestDirection;
using seizure::TraceRequestRow;

const Form kForm{"trace_requests",
                 "requests to trace, to other States and from them, with deadline, status and answer",
                 {{"as_of", "as they stood on this day; today when empty", "2022-07-15"},
                  {"direction", "only incoming or outgoing", ""},
                  {"status", "only open, overdue or answered", ""},
                  {"state", "only with this State, ISO 3166 alpha-2", ""}}};

/// The request as it stood on a day: answers that came later have not come yet.
TraceRequestRow as_of(State& state, TraceRequestRow request, Day day) {
  request.last_answer = 0;
  request.result.clear();
  request.holder = {};
  request.deadline = request.first_deadline;
  state.trace_requests.answers.scan(make_key(request.id), [&](const seizure::TraceAnswerRow& answer) {
    if (day < answer.answered_last) return true;
    request.last_answer = answer.number;
    request.answered_first = answer.answered_first;
    request.answered_last = answer.answered_last;
    request.result = answer.result;
    request.holder = answer.holder;
    request.deadline = answer.deadline;
    return true;
  });
  return request;
}

struct Summary {
  std::int64_t requests = 0;
  std::int64_t answered = 0;
  std::int64_t in_time = 0;
  std::int64_t open = 0;
  std::int64_t overdue = 0;
  std::vector<std::int64_t> days;  ///< from the request to its last answer

  [[nodiscard]] ReportValue median_days() {
    if (days.empty()) return {};
    std::ranges::sort(days);
    const std::size_t half = days.size() / 2;
    if (days.size() % 2 == 1) return static_cast<double>(days[half]);
    return static_cast<double>(days[half - 1] + days[half]) / 2;
  }
};

std::string status_of(const TraceRequestRow& request, Day day) {
  if (!request.open()) return "answered";
  return request.overdue(day) ? "overdue" : "open";
}

void count(Summary& summary, const TraceRequestRow& request, const std::string& status) {
  ++summary.requests;
  summary.answered += status == "answered" ? 1 : 0;
  summary.open += status == "open" ? 1 : 0;
  summary.overdue += status == "overdue" ? 1 : 0;
  if (status != "answered") return;
  summary.in_time += request.answered_last <= request.deadline ? 1 : 0;
  summary.days.push_back(request.answered_last.count - request.requested_first.count);
}

Result<void> fill(State& state, const Reference& reference, const Values& values, Report& report) {
  const Day day = values.has("as_of") ? TRY(values.day("as_of")) : reference.today;
  const bool one_way = values.has("direction");
  const auto direction = TRY(values.word_or("direction", RequestDirection::outgoing));
  const std::string& wanted = values.text("status");
  if (!wanted.empty() && wanted != "open" && wanted != "overdue" && wanted != "answered")
    return refuse(unknown_word, "status \"{}\"; it is open, overdue or answered", wanted);

  ReportTable table{"requests",
                    "Requests",
                    {{"request", "request", ColumnKind::records},
                     {"direction", "direction"},
                     {"state", "State"},
                     {"reference", "reference"},
                     {"exhibit", "exhibit", ColumnKind::records, false},
                     {"asked", "asked", ColumnKind::text, false},
                     {"deadline", "deadline"},
                     {"status", "status"},
                     {"days_left", "days left", ColumnKind::count},
                     {"answered", "last answer", ColumnKind::text, false},
                     {"result", "result"},
                     {"holder", "holder"}}};
  std::map<RequestDirection, Summary> summaries;
  std::int64_t imprecise = 0;
  state.trace_requests.requests.scan({}, [&](const TraceRequestRow& row) {
    if (day < row.requested_first || (one_way && row.direction != direction) ||
        (values.has("state") && row.state != values.text("state")))
      return true;
    const TraceRequestRow request = as_of(state, row, day);
    const std::string status = status_of(request, day);
    count(summaries[request.direction], request, status);
    if (request.last_answer != 0 && request.answered_first != request.answered_last) ++imprecise;
    if (!wanted.empty() && status != wanted) return true;
    const auto holder = state.parties.parties.find(make_key(request.holder));
    table.rows.push_back(
        {std::vector<RecordNumber>{request.id.number}, std::string{word(request.direction)}, request.state,
         request.reference,
         request.exhibit ? ReportValue{std::vector<RecordNumber>{request.exhibit.number}} : ReportValue{},
         to_text(When{request.requested_first, request.requested_last}), to_text(request.deadline), status,
         request.open() ? ReportValue{std::int64_t{request.deadline.count} - day.count} : ReportValue{},
         request.last_answer == 0 ? "" : to_text(When{request.answered_first, request.answered_last}), request.result,
         holder ? holder->code : ""});
    return true;
  });

  ReportTable sums{"summary",
                   "In all",
                   {{"direction", "direction"},
                    {"requests", "requests", ColumnKind::count},
                    {"answered", "answered", ColumnKind::count},
                    {"answered_in_time", "in time", ColumnKind::count},
                    {"share_in_time", "in time, of answered", ColumnKind::share},
                    {"open", "open", ColumnKind::count},
                    {"overdue", "overdue", ColumnKind::count},
                    {"median_days", "median days", ColumnKind::number}}};
  std::int64_t overdue = 0;
  for (auto& [way, s] : summaries) {
    sums.rows.push_back({std::string{word(way)}, s.requests, s.answered, s.in_time, share_of(s.in_time, s.answered),
                         s.open, s.overdue, s.median_days()});
    overdue += s.overdue;
  }
  report.words = fmt::format("{} requests are overdue on {}", overdue, to_text(day));
  report.tables = {std::move(sums), std::move(table)};
  if (imprecise > 0)
    report.limits.push_back(
        fmt::format("{} answers are not dated to the day: they count from the last day they may have come", imprecise));
  report.limits.emplace_back("an interim answer (pending) leaves a request open and may have moved its deadline");
  return {};
}

}  // namespace

ReportKind report_trace_requests() { return {kForm, 1, fill}; }

}  // namespace lotline::service
