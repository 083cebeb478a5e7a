#include "search/class_fields.h"

#include <algorithm>
#include <cstdlib>

#include "search/refusals.h"

namespace lotline::search {

namespace {

constexpr int kHours = 12;

FieldAnswer answer(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return FieldAnswer::unknown;
  return a == b ? FieldAnswer::same : FieldAnswer::different;
}

/// Hours from the extractor clockwise to the ejector.
std::optional<int> between(const ClassFields& fields) {
  if (!fields.extractor_clock || !fields.ejector_clock) return std::nullopt;
  return (*fields.ejector_clock - *fields.extractor_clock + kHours) % kHours;
}

FieldAnswer answer(std::optional<int> a, std::optional<int> b, int tolerance) {
  if (!a || !b) return FieldAnswer::unknown;
  const int apart = std::abs(*a - *b);
  return std::min(apart, kHours - apart) <= tolerance ? FieldAnswer::same : FieldAnswer::different;
}

}  // namespace

Result<void> check(const ClassFields& fields) {
  for (const std::optional<int> clock : {fields.extractor_clock, fields.ejector_clock})
    if (clock && (*clock < 1 || *clock > kHours))
      return refuse(bad_class_field, "a clock position is 1 to 12, not {}", *clock);
  return {};
}

bool ClassAnswer::passes() const {
  return std::find(fields.begin(), fields.end(), FieldAnswer::different) == fields.end();
}

ClassAnswer compare(const ClassFields& a, const ClassFields& b, const ClassFilter& filter) {
  ClassAnswer result{{answer(a.calibre, b.calibre), answer(a.firing_pin_shape, b.firing_pin_shape),
                      answer(a.breech_face_class, b.breech_face_class),
                      answer(between(a), between(b), filter.clock_tolerance), answer(a.headstamp, b.headstamp),
                      answer(a.instrument, b.instrument)}};
  for (std::size_t field = 0; field < kClassFields; ++field)
    if (!filter.uses[field]) result.fields[field] = FieldAnswer::not_used;
  return result;
}

}  // namespace lotline::search
