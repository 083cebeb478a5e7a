#pragma once
// Refusals about seizures, exhibits and diversions: 4000-4499.

#include "base/refusal.h"

namespace lotline::seizure {

inline constexpr RefusalKind nothing_read{
    4001, "nothing_read", "an exhibit has a mark that was read or a known lot, or says that it carries none"};
inline constexpr RefusalKind trace_or_reason{4002, "trace_or_reason",
                                             "a seizure or recovery opens a trace, or says why not, and not both"};
inline constexpr RefusalKind unknown_exhibit{4003, "unknown_exhibit", "no exhibit has this number"};
inline constexpr RefusalKind lot_known{4004, "lot_known", "the lot of this exhibit is known already"};
inline constexpr RefusalKind bad_weights{4005, "bad_weights",
                                         "weights of possible lots are above nothing and add up to at most one"};
inline constexpr RefusalKind no_custody_link{
    4006, "no_custody_link", "a diversion names the record where it occurred, or the two parties it lies between"};
inline constexpr RefusalKind no_amount{4007, "no_amount", "an incident states a mass or a number of rounds"};
inline constexpr RefusalKind estimate_unexplained{4008, "estimate_unexplained", "an estimate says how it was made"};

inline constexpr RefusalKind holder_without_lot{4009, "holder_without_lot",
                                                "rounds taken from a recorded holder are of a recorded lot"};

inline constexpr RefusalKind nothing_examined{
    4010, "nothing_examined", "an examination states an origin, indicators, how it is marked, or what it is"};
inline constexpr RefusalKind none_and_some{4011, "none_and_some",
                                           "indicators are none, or those that were seen, and not both"};
inline constexpr RefusalKind no_measure{4012, "no_measure", "equipment and components state a count or a mass"};
inline constexpr RefusalKind counts_or_shares{4013, "counts_or_shares",
                                              "listings are stated as counts or as shares, and not both"};
inline constexpr RefusalKind part_above_whole{4014, "part_above_whole", "a part is no more than its whole"};
inline constexpr RefusalKind deadline_before_request{4015, "deadline_before_request",
                                                     "a request is answered after it is made"};
inline constexpr RefusalKind request_subject{
    4016, "request_subject", "an outgoing request names an exhibit, an incoming one the marks the other State read"};
inline constexpr RefusalKind unknown_request{4017, "unknown_request", "no request to trace has this number"};
inline constexpr RefusalKind answered_before{4018, "answered_before", "the request was answered for good before"};
inline constexpr RefusalKind answer_before_request{4019, "answer_before_request",
                                                   "an answer does not come before its request"};
inline constexpr RefusalKind no_result{4020, "no_result",
                                       "a trace that was never begun has no result; the exhibit says why"};
inline constexpr RefusalKind deadline_not_later{
    4021, "deadline_not_later", "a deadline is moved by an interim answer (pending), and to a later day"};
inline constexpr RefusalKind holder_not_named{4022, "holder_not_named", "the result names the holder it leads to"};
inline constexpr RefusalKind no_border{4023, "no_border", "a crossing leads from one State into another"};
inline constexpr RefusalKind other_lot{4024, "other_lot", "the exhibit is of another lot"};

}  // namespace lotline::seizure
