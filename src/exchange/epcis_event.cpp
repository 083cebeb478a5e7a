#include "exchange/epcis_event.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "base/rounds.h"

namespace lotline::exchange {

std::optional<std::int64_t> EpcisQuantity::whole() const {
  if (!quantity || *quantity > static_cast<double>(kLargestInteger) || std::trunc(*quantity) != *quantity)
    return std::nullopt;
  return static_cast<std::int64_t>(*quantity);
}

bool EpcisEvent::refused() const {
  return std::ranges::any_of(findings,
                             [](const EpcisFinding& f) { return f.gravity == EpcisFinding::Gravity::refused; });
}

Day EpcisEvent::day() const {
  const std::int64_t local = event_time.milliseconds + std::int64_t{offset_minutes} * 60'000;
  return Day{
      static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(std::chrono::milliseconds(local)).count())};
}

const EpcisExtension* EpcisEvent::extension(std::string_view space, std::string_view name) const {
  const auto found =
      std::ranges::find_if(extensions, [&](const EpcisExtension& e) { return e.name == name && e.space == space; });
  return found == extensions.end() ? nullptr : &*found;
}

void EpcisEvent::clear() {
  const auto empty = [](auto&... lists) { (lists.clear(), ...); };
  const auto anew = [](auto&... values) { ((values = std::remove_reference_t<decltype(values)>{}), ...); };
  empty(path, event_id, type_name, json, sensor_elements, certification_info);
  empty(epcs, child_epcs, input_epcs, output_epcs, quantities, child_quantities, input_quantities, output_quantities);
  empty(ilmd, read_point_extensions, biz_location_extensions, persistent_set, persistent_unset, transactions, sources,
        destinations, extensions, findings);
  anew(index, type, event_time, offset_minutes, record_time, action, parent, transformation_id, read_point,
       biz_location, biz_step, disposition, error_declaration);
}

}  // namespace lotline::exchange
