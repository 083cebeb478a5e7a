#pragma once
// Refusals of scans: 5000-5099 files, 5100-5199 surfaces that no comparison can use.

#include "base/refusal.h"

namespace lotline::surface {

inline constexpr RefusalKind no_x3p{5000, "no_x3p", "the file is no X3P scan"};

}  // namespace lotline::surface
