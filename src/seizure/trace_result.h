#pragma once
// What came of tracing an exhibit (paras 73-75): how far it was traced, and to which holder. Several exhibits that come
// to one depot are looked at together (R116).

#include <array>
#include <string>

#include "seizure/exhibit.h"

namespace lotline::seizure {

struct TraceResultRow {
  static constexpr std::string_view table = "trace_results";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 1> indexes{"holder"};

  ExhibitId exhibit;
  RecordNumber number = 0;
  Day decided_first;
  Day decided_last;
  std::string result;        ///< word of `trace_result`
  PartyId holder;            ///< to whom it was traced; none when to nobody on record
  std::string place;         ///< store of that holder, as far as it is known
  RecordNumber debited = 0;  ///< the movement that debited the holder for it; 0 when none did
  TraceRequestId request;    ///< whose answer it is; none when it was traced here

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("exhibit", self.exhibit);
    visit("number", self.number);
    visit("decided_first", self.decided_first);
    visit("decided_last", self.decided_last);
    visit("result", self.result);
    visit("holder", self.holder);
    visit("place", self.place);
    visit("debited", self.debited);
    visit("request", self.request);
  }
};

struct ExhibitTraced {
  static constexpr std::string_view kind_name = "trace_result";

  RecordNumber debited = 0;
  ExhibitId exhibit;
  PartyId holder;
  std::string note;
  std::string place;
  TraceRequestId request;
  std::string result;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("debited", self.debited);
    visit("exhibit", self.exhibit);
    visit("holder", self.holder);
    visit("note", self.note);
    visit("place", self.place);
    visit("request", self.request);
    visit("result", self.result);
  }
};

/// Whether the result names the holder it was traced to.
[[nodiscard]] bool names_holder(std::string_view result);
/// Whether the exhibit was traced back by it: to its first recipient, its last holder or the point of diversion. To
/// have found the maker alone is what the marks say by themselves.
[[nodiscard]] bool is_traced(std::string_view result);

/// Refuses an unknown exhibit, no result, `not_initiated` (the exhibit itself says that), and a result that names a
/// holder without one.
Result<ExhibitTraced> decide_trace_result(const Exhibits& exhibits, ExhibitTraced traced);
void apply(const ExhibitTraced& record, RecordNumber number, const When& happened, Table<TraceResultRow>& results);

}  // namespace lotline::seizure
