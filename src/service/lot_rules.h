#pragma once
// What the marking regimes in force in this State demand of a lot that is made or brought in (paras 43, 45).

#include "custody/order.h"
#include "service/desk.h"

namespace lotline::service {

/// Refuses rounds whose marks a regime in force forbids to enter (such as an import without lot number).
Result<void> check_marking(Desk& desk, const custody::LotRegistered& lot, const custody::MovementOrder& order);
/// Refuses a lot for official use larger than a regime in force allows.
Result<void> check_lot_size(Desk& desk, const custody::LotRegistered& lot, const custody::MovementOrder& order);

}  // namespace lotline::service
