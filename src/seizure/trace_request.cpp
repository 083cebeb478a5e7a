#include "seizure/trace_request.h"

#include "seizure/refusals.h"

namespace lotline::seizure {

Result<TraceRequested> decide_request(TraceRequested requested, const When& happened) {
  if (requested.state.empty()) return refuse(missing_value, "state");
  if (requested.reference.empty()) return refuse(missing_value, "reference");
  if (requested.deadline < happened.first)
    return refuse(deadline_before_request, "{}, asked {}", to_text(requested.deadline), to_text(happened));
  const bool outgoing = requested.direction == RequestDirection::outgoing;
  if (outgoing != static_cast<bool>(requested.exhibit))
    return refuse(request_subject, "{} request {}", word(requested.direction), requested.reference);
  if (outgoing == !requested.marks.empty())
    return refuse(request_subject, "{} request {}", word(requested.direction), requested.reference);
  return requested;
}

Result<TraceAnswered> decide_answer(const TraceRequests& requests, TraceAnswered answered, const When& happened,
                                    std::optional<Day> new_deadline) {
  const auto request = requests.requests.find(make_key(answered.request));
  if (!request) return refuse(unknown_request, "{}", answered.request.number);
  if (!request->open()) return refuse(answered_before, "request {}: {}", answered.request.number, request->result);
  if (happened.last < request->requested_first)
    return refuse(answer_before_request, "{}, asked {}", to_text(happened), to_text(request->requested_first));
  if (answered.result.empty()) return refuse(missing_value, "result");
  if (answered.result == "not_initiated") return refuse(no_result, "request {}", answered.request.number);
  answered.deadline = request->deadline;
  if (!new_deadline) return answered;
  if (answered.result != "pending" || *new_deadline <= request->deadline)
    return refuse(deadline_not_later, "{} for {}, with {}", to_text(*new_deadline), to_text(request->deadline),
                  answered.result);
  answered.deadline = *new_deadline;
  return answered;
}

void apply(const TraceRequested& record, RecordNumber number, const When& happened, TraceRequests& requests) {
  TraceRequestRow row;
  row.id = TraceRequestId{number};
  row.direction = record.direction;
  row.state = record.state;
  row.reference = record.reference;
  row.exhibit = record.exhibit;
  row.authority = record.authority;
  row.requested_first = happened.first;
  row.requested_last = happened.last;
  row.first_deadline = record.deadline;
  row.deadline = record.deadline;
  requests.requests.put(row);
}

void apply(const TraceAnswered& record, RecordNumber number, const When& happened, TraceRequests& requests) {
  auto row = requests.requests.find(make_key(record.request));
  CHECK(row.has_value());
  row->deadline = record.deadline;
  row->last_answer = number;
  row->answered_first = happened.first;
  row->answered_last = happened.last;
  row->result = record.result;
  row->holder = record.holder;
  requests.requests.put(*row);
  requests.answers.put(
      {record.request, number, happened.first, happened.last, record.result, record.holder, record.deadline});
}

}  // namespace lotline::seizure
