#include "seizure/examination.h"

#include <fmt/ranges.h>

#include "seizure/refusals.h"

namespace lotline::seizure {

Result<Examined> decide_examination(const Exhibits& exhibits, Examined examined) {
  const bool known = exhibits.exhibits.find(make_key(examined.exhibit)).has_value();
  if (!known) return refuse(unknown_exhibit, "{}", examined.exhibit.number);
  const bool stated = !examined.indicator_classes.empty() || !examined.item.empty() || !examined.marking.empty() ||
                      !examined.origin.empty();
  if (!stated) return refuse(nothing_examined, "exhibit {}", examined.exhibit.number);
  TRY(check_indicators(examined.indicator_classes));
  return examined;
}

void apply(const Examined& record, Exhibits& exhibits) {
  auto exhibit = exhibits.exhibits.find(make_key(record.exhibit));
  CHECK(exhibit.has_value());
  if (!record.indicator_classes.empty())
    exhibit->indicator_classes = fmt::format("{}", fmt::join(record.indicator_classes, ";"));
  if (!record.item.empty()) exhibit->item = record.item;
  if (!record.marking.empty()) exhibit->marking = record.marking;
  for (const auto& entry : Words<custody::Origin>::all)
    if (entry.text == record.origin) exhibit->origin = entry.value;
  exhibits.exhibits.put(*exhibit);
}

}  // namespace lotline::seizure
