#pragma once
// Refusals about firearms: 1300-1399.

#include "base/refusal.h"

namespace lotline::firearms {

inline constexpr RefusalKind unknown_firearm{1301, "unknown_firearm", "no firearm of this serial is registered"};
inline constexpr RefusalKind firearm_exists{1302, "firearm_exists", "a firearm of this make and serial is registered"};
inline constexpr RefusalKind microstamp_taken{1303, "microstamp_taken", "another firearm leaves this microstamp"};

}  // namespace lotline::firearms
