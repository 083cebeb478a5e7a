#pragma once
// Refusals about stocktakes, condition and destruction: 4500-4999.

#include "base/refusal.h"

namespace lotline::stockpile {

inline constexpr RefusalKind counted_twice{4501, "counted_twice", "a stocktake counts each lot once"};
inline constexpr RefusalKind nothing_counted{4502, "nothing_counted", "a stocktake counts at least one lot"};
inline constexpr RefusalKind unknown_investigation{4503, "unknown_investigation", "no investigation has this number"};
inline constexpr RefusalKind investigation_closed{4504, "investigation_closed",
                                                  "this investigation was decided before"};
inline constexpr RefusalKind finding_does_not_fit{
    4505, "finding_does_not_fit", "a shortage is a loss, a theft or a miscount; a surplus is none of the first two"};
inline constexpr RefusalKind destruction_incomplete{
    4506, "destruction_incomplete", "a destruction names its method class, authority, witness and certificate"};
inline constexpr RefusalKind book_changed{4507, "book_changed",
                                          "rounds have left the account since it was counted; count it again"};
inline constexpr RefusalKind no_open_difference{
    4508, "no_open_difference", "the lot did not differ in this count, or its difference was decided before"};
inline constexpr RefusalKind decided_twice{4509, "decided_twice", "a decision finds one thing of a lot"};

}  // namespace lotline::stockpile
