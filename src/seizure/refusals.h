#pragma once
// Refusals about seizures, exhibits and diversions: 4000-4499.

#include "base/refusal.h"

namespace lotline::seizure {

inline constexpr RefusalKind nothing_read{4001, "nothing_read", "an exhibit has a mark that was read, or a known lot"};
inline constexpr RefusalKind trace_or_reason{4002, "trace_or_reason",
                                             "a seizure or recovery opens a trace, or says why not, and not both"};
inline constexpr RefusalKind unknown_exhibit{4003, "unknown_exhibit", "no exhibit has this number"};
inline constexpr RefusalKind lot_known{4004, "lot_known", "the lot of this exhibit is known already"};
inline constexpr RefusalKind bad_weights{4005, "bad_weights",
                                         "weights of possible lots are above nothing and add up to at most one"};
inline constexpr RefusalKind no_custody_link{
    4006, "no_custody_link", "a diversion names the record where it occurred, or the two parties it lies between"};
inline constexpr RefusalKind no_amount{4007, "no_amount", "an incident states a mass or a number of rounds"};
inline constexpr RefusalKind estimate_unexplained{4008, "estimate_unexplained",
                                                  "rounds worked out from a mass say how they were estimated"};

inline constexpr RefusalKind holder_without_lot{4009, "holder_without_lot",
                                                "rounds taken from a recorded holder are of a recorded lot"};

}  // namespace lotline::seizure
