#pragma once
// The use case of a list of movements: of a lot, of a holder, or the newest.

#include "service/list_page.h"
#include "service/ports.h"

namespace lotline::service {

struct MovementsAsked {
  std::string maker{};    ///< code; with `number` it names a lot
  std::string number{};   ///< of a lot, as marked
  std::string product{};  ///< where the number is not enough
  std::string holder{};   ///< code of a party on one of its sides
  PageAsked page{};
};

/// Steps, without what a lot's other entries make of them: corrected, late and gap stand on the lot's card. Of a lot or
/// a holder by lot and then by record, else the newest first. One who does not see everything gets those in which its
/// organisation stands on one side.
Result<Page<tracing::SupplyStep>> list_movements(Register& store, const Reference& reference,
                                                 const MovementsAsked& asked);

}  // namespace lotline::service
