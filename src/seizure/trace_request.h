#pragma once
// Requests to trace, to another State and from one (Firearms Protocol art. 12(4), paras 42, 73), each kept with its
// deadline, its answers and where it stands (R55).

#include <array>
#include <string>

#include "base/table.h"
#include "marking/marks_read.h"

namespace lotline::seizure {

enum class RequestDirection { incoming, outgoing };

struct TraceRequestRow {
  static constexpr std::string_view table = "trace_requests";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 1> indexes{"exhibit"};

  TraceRequestId id;
  RequestDirection direction{};
  std::string state;      ///< the other State, ISO 3166 alpha-2
  std::string reference;  ///< number the request goes by between the two
  ExhibitId exhibit;      ///< of this register; none of an incoming request
  PartyId authority;      ///< party that asks or is asked; none when not on record
  Day requested_first;
  Day requested_last;
  Day first_deadline;            ///< as asked
  Day deadline;                  ///< as it stands after the last answer
  RecordNumber last_answer = 0;  ///< record of it; 0 while there is none
  Day answered_first;            ///< of the last answer
  Day answered_last;
  std::string result;  ///< word of `trace_result` in the last answer; empty while there is none
  PartyId holder;      ///< last holder it names, when that party is on record

  [[nodiscard]] bool open() const { return last_answer == 0 || result == "pending"; }
  /// Open after the last day on which it was to be answered.
  [[nodiscard]] bool overdue(Day day) const { return open() && deadline < day; }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id);
    visit("direction", self.direction);
    visit("state", self.state);
    visit("reference", self.reference);
    visit("exhibit", self.exhibit);
    visit("authority", self.authority);
    visit("requested_first", self.requested_first);
    visit("requested_last", self.requested_last);
    visit("first_deadline", self.first_deadline);
    visit("deadline", self.deadline);
    visit("last_answer", self.last_answer);
    visit("answered_first", self.answered_first);
    visit("answered_last", self.answered_last);
    visit("result", self.result);
    visit("holder", self.holder);
  }
};

/// One answer to a request, in the order of their records: an interim one says `pending` and may move the deadline.
struct TraceAnswerRow {
  static constexpr std::string_view table = "trace_answers";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 0> indexes{};

  TraceRequestId request;
  RecordNumber number = 0;
  Day answered_first;
  Day answered_last;
  std::string result;
  PartyId holder;
  Day deadline;  ///< as it stood from then on

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("request", self.request);
    visit("number", self.number);
    visit("answered_first", self.answered_first);
    visit("answered_last", self.answered_last);
    visit("result", self.result);
    visit("holder", self.holder);
    visit("deadline", self.deadline);
  }
};

struct TraceRequested {
  static constexpr std::string_view kind_name = "trace_request";

  PartyId authority;
  Day deadline;
  RequestDirection direction{};
  ExhibitId exhibit;
  marking::MarksRead marks;  ///< of an incoming request: what the other State read
  std::string note;
  Rounds quantity;
  std::string reference;
  std::string state;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("authority", self.authority);
    visit("deadline", self.deadline);
    visit("direction", self.direction);
    visit("exhibit", self.exhibit);
    visit("marks", self.marks);
    visit("note", self.note);
    visit("quantity", self.quantity);
    visit("reference", self.reference);
    visit("state", self.state);
  }
};

struct TraceAnswered {
  static constexpr std::string_view kind_name = "trace_answer";

  Day deadline;    ///< as it stands from now on
  PartyId holder;  ///< last holder it names, when that party is on record
  std::string note;
  TraceRequestId request;
  std::string result;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("deadline", self.deadline);
    visit("holder", self.holder);
    visit("note", self.note);
    visit("request", self.request);
    visit("result", self.result);
  }
};

struct TraceRequests {
  Table<TraceRequestRow>& requests;
  Table<TraceAnswerRow>& answers;
};

/// Refuses one without the other State or a reference, a deadline before the request, an outgoing one without its
/// exhibit, an incoming one without any mark, and one with both.
Result<TraceRequested> decide_request(TraceRequested requested, const When& happened);
/// Refuses an unknown request, one that was answered for good, an answer before the request, and `not_initiated`, which
/// is no answer. A deadline is moved only by an interim answer, and only to a later day.
Result<TraceAnswered> decide_answer(const TraceRequests& requests, TraceAnswered answered, const When& happened,
                                    std::optional<Day> new_deadline);
void apply(const TraceRequested& record, RecordNumber number, const When& happened, TraceRequests& requests);
void apply(const TraceAnswered& record, RecordNumber number, const When& happened, TraceRequests& requests);

}  // namespace lotline::seizure

namespace lotline {
template <>
struct Words<seizure::RequestDirection> {
  using D = seizure::RequestDirection;
  static constexpr std::array<Word<D>, 2> all{{{D::incoming, "incoming"}, {D::outgoing, "outgoing"}}};
};
}  // namespace lotline
