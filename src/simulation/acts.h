#pragma once
// The lawful acts of a simulated State, one at a time: rounds are sent out, received, issued, sold, exported, used and
// returned.

#include "simulation/world.h"

namespace lotline::simulation {

/// Receives the first dispatch that is due by today, or voids it; false when there is none.
Result<bool> receive_one(World& world);
/// One act drawn by chance among those that holders can do today; false when a few draws found none.
Result<bool> act_once(World& world);

/// A sale over the counter; `buyer` is nobody when it is not recorded.
Result<void> sell(World& world, HolderIndex dealer, HolderIndex buyer, LotIndex lot, std::int64_t rounds);

}  // namespace lotline::simulation
