#include "custody/account.h"

#include <fmt/format.h>

#include <charconv>

namespace lotline::custody {

std::string where_of(ShipmentId shipment) { return fmt::format("#{}", shipment.number); }
ShipmentId shipment_of(const Side& side) {
  ShipmentId shipment;
  if (side.standing != Standing::in_transit) return shipment;
  std::from_chars(side.where.data() + 1, side.where.data() + side.where.size(), shipment.number);
  return shipment;
}
std::string where_of(ExhibitId exhibit) { return fmt::format("@{}", exhibit.number); }

Rounds LotTotalsRow::entered() const {
  Rounds sum;
  for (const auto& entry : Words<Standing>::all)
    if (is_source(entry.value)) sum -= of(entry.value);
  return sum;
}

Rounds LotTotalsRow::accounted() const {
  Rounds sum;
  for (const auto& entry : Words<Standing>::all)
    if (!is_source(entry.value)) sum += of(entry.value);
  return sum;
}

}  // namespace lotline::custody
