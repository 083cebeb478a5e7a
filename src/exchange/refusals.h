#pragma once
// Refusals of documents that come in: 6000-6999. Malformed CSV is 1010-1012, wrong columns 1011.

#include "base/refusal.h"

namespace lotline::exchange {

inline constexpr RefusalKind row_without_ref{6001, "row_without_ref",
                                             "a row carries its issuer and ref, so that it is never recorded twice"};
inline constexpr RefusalKind wrong_field_count{6002, "wrong_field_count",
                                               "the row has not as many fields as the header"};

}  // namespace lotline::exchange
