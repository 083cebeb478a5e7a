#pragma once
// Who a lot went to: how many organisations, and how much of it to buyers that nobody recorded (paras 44, 55, 74).

#include <string>
#include <vector>

#include "tracing/lot_history.h"
#include "tracing/names.h"

namespace lotline::tracing {

struct Recipients {
  std::vector<PartyId> organisations;  ///< in the order in which they first had it; maker and State custody left out
  int unrecorded_sales = 0;
  Rounds sold_unrecorded;

  [[nodiscard]] bool exclusive() const { return organisations.size() == 1 && unrecorded_sales == 0; }
};

Recipients recipients_of(const LotHistory& history, Names& names);

/// The lot went to one recipient; to 12 recipients; ... and in 214 sales to buyers not recorded.
std::string exclusivity_of(const Recipients& recipients);

/// high, medium or low: what a match with the lot can tell. An official lot of one recipient names that recipient; a
/// lot sold to buyers nobody recorded names a market.
std::string information_value_of(const Recipients& recipients, custody::Channel channel);

}  // namespace lotline::tracing
