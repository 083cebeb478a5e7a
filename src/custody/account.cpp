#include "custody/account.h"

#include <fmt/format.h>

namespace lotline::custody {

std::string where_of(ShipmentId shipment) { return fmt::format("#{}", shipment.number); }
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
