#pragma once
// Refusals about who may do what: 1700-1799.

#include "base/refusal.h"

namespace lotline::access {

inline constexpr RefusalKind right_missing{1701, "right_missing", "the account has not the right to do this"};
inline constexpr RefusalKind not_your_own{1702, "not_your_own",
                                          "this is not the organisation's own, and no case was named"};
inline constexpr RefusalKind case_number_missing{1703, "case_number_missing",
                                                 "a look across organisations names the case it is for"};
inline constexpr RefusalKind step_up_needed{1704, "step_up_needed",
                                            "a look across organisations needs the second factor shown again"};

}  // namespace lotline::access
