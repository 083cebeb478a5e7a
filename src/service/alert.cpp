#include "service/alert.h"

#include <algorithm>

namespace lotline::service {

namespace {

struct IsAlert {
  bool operator()(const custody::MovementPosted& movement) const {
    return movement.act == custody::Act::loss || movement.act == custody::Act::theft;
  }
  bool operator()(const stockpile::StocktakeRecorded& stocktake) const {
    return std::ranges::any_of(stocktake.counts, [](const auto& count) { return count.book != count.counted; });
  }
  bool operator()(const seizure::Recovered&) const { return true; }
  bool operator()(const seizure::DiversionRecorded&) const { return true; }
  bool operator()(const seizure::IncidentRecorded&) const { return true; }
  bool operator()(const auto&) const { return false; }
};

}  // namespace

bool is_alert(const What& what) { return std::visit(IsAlert{}, what); }

}  // namespace lotline::service
