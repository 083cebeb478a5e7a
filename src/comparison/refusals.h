#pragma once
// Refusals of comparisons: 5200-5299 comparisons, 5300-5399 calibrators.

#include "base/refusal.h"

namespace lotline::comparison {

inline constexpr RefusalKind no_features{5200, "no_features", "the bytes are no features of a surface"};
inline constexpr RefusalKind features_version_unknown{5201, "features_version_unknown",
                                                      "the features were made by another version of the program"};
inline constexpr RefusalKind features_damaged{5202, "features_damaged", "the features of a surface are damaged"};

}  // namespace lotline::comparison
