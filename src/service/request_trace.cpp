#include "seizure/refusals.h"
#include "seizure/trace_request.h"
#include "seizure/trace_result.h"
#include "service/acts.h"
#include "service/catalogue_words.h"
#include "service/exhibit_account.h"
#include "service/marks_fields.h"

namespace lotline::service {

namespace {

using seizure::RequestDirection;

const Form kRequest{"trace_request",
                    "a request to trace, to another State or from one, with the day by which it is to be answered",
                    {{"direction", "outgoing or incoming", "outgoing", true},
                     {"state", "the other State, ISO 3166 alpha-2", "BE", true},
                     {"reference", "number the request goes by", "REQ-2022-3", true},
                     {"deadline", "last day on which it is to be answered", "2022-06-30", true},
                     {"exhibit", "number of the exhibit; of an outgoing request", "12"},
                     {"headstamp", "as the other State read it; of an incoming request, as all marks below", ""},
                     {"clock", "characters by clock position", ""},
                     {"calibre", "as read or measured", ""},
                     {"colours", "of tip, sealant or case", ""},
                     {"lot_mark", "lot mark as read", ""},
                     {"package", "code of the package it was in", ""},
                     {"retailer_code", "inkjet code as read", ""},
                     {"microstamp", "code on the primer as read", ""},
                     {"year", "year known or guessed", ""},
                     {"quantity", "how many alike were found", ""},
                     {"authority", "code of the party that asks or is asked", ""},
                     {"on", "day it was sent or came in", "2022-03-01", true},
                     {"basis", "letter it rests on", "Letter 3/2022"},
                     {"note", "free words", ""}}};

const Form kAnswer{"trace_answer",
                   "an answer to a request to trace; pending is an interim one and may move the deadline",
                   {{"request", "its number", "31", true},
                    {"result", "what came of it (see lotline words trace_result)", "to_first_recipient", true},
                    {"holder", "code of the holder it names, when that party is on record", ""},
                    {"deadline", "new last day, with an interim answer", ""},
                    {"on", "day it was sent or came in; today when empty", "2022-05-20"},
                    {"basis", "letter it rests on", "Letter 88/2022"},
                    {"note", "free words", ""}}};

Result<RecordNumber> record_request(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  seizure::TraceRequested requested;
  requested.direction = TRY(values.word<RequestDirection>("direction"));
  requested.state = TRY(of_field("state", country_code(desk.catalogue, values.text("state"))));
  requested.reference = values.text("reference");
  requested.deadline = TRY(values.day("deadline"));
  if (values.has("exhibit")) {
    requested.exhibit = TRY(exhibit_field(values));
    const bool known = desk.store.state().exhibits.exhibits.find(make_key(requested.exhibit)).has_value();
    if (!known) return refuse(seizure::unknown_exhibit, "{}", requested.exhibit.number);
  }
  requested.marks = marks_of(values);
  requested.quantity = TRY(values.rounds_or_none("quantity"));
  requested.authority = TRY(desk.lookup.party_or_none(values, "authority"));
  requested.note = values.text("note");
  return enter(desk, circumstance, TRY(seizure::decide_request(std::move(requested), circumstance.happened)));
}

/// What another State found out of one of this register's exhibits stands on the exhibit too.
Result<void> enter_result(Desk& desk, const seizure::TraceAnswered& answered, Circumstance circumstance) {
  auto& state = desk.store.state();
  const auto request = state.trace_requests.requests.find(make_key(answered.request));
  CHECK(request.has_value());
  if (!request->exhibit || answered.result == "pending") return {};
  seizure::ExhibitTraced traced;
  traced.exhibit = request->exhibit;
  traced.holder = answered.holder;
  traced.request = answered.request;
  traced.result = answered.result;
  enter(desk, circumstance, TRY(seizure::decide_trace_result(state.exhibits, std::move(traced))));
  return {};
}

Result<RecordNumber> record_answer(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  const Circumstance unsourced{circumstance.happened, circumstance.basis, {}};
  seizure::TraceAnswered answered;
  answered.request = TraceRequestId{TRY(of_field("request", Lookup::number(values.text("request"))))};
  answered.result = TRY(of_field("result", vocabulary_word(desk.catalogue, "trace_result", values.text("result"))));
  answered.holder = TRY(desk.lookup.party_or_none(values, "holder"));
  answered.note = values.text("note");
  std::optional<Day> deadline;
  if (values.has("deadline")) deadline = TRY(values.day("deadline"));
  answered = TRY(
      seizure::decide_answer(desk.store.state().trace_requests, std::move(answered), circumstance.happened, deadline));
  const RecordNumber number = enter(desk, circumstance, answered);
  TRY(enter_result(desk, answered, unsourced));
  return number;
}

}  // namespace

ActKind request_trace() { return {kRequest, record_request}; }
ActKind answer_request() { return {kAnswer, record_answer}; }

}  // namespace lotline::service
