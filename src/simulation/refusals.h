#pragma once
// Refusals of the simulation: 9000-9099.

#include "base/refusal.h"

namespace lotline::simulation {

inline constexpr RefusalKind bad_size{9001, "bad_size", "a simulated State has 1,000 to 10,000,000 movements"};
inline constexpr RefusalKind not_simulated{9002, "not_simulated",
                                           "only a register whose first record says that it is simulated is grown"};
inline constexpr RefusalKind not_empty{9003, "not_empty",
                                       "a State is grown into a register of its own, from the start"};

}  // namespace lotline::simulation
