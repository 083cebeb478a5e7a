#pragma once
// A window of days that ends with one event, where dates may be known only as intervals: what certainly lies in it, and
// what may.

#include <tuple>

#include "base/date.h"

namespace lotline::analysis {

/// certain: whatever the true days are, all lie within the window. possible: there are days for which they do.
enum class WindowReading { certain, possible };

/// The day a window ends on that ends with this event.
inline Day window_end(const When& event, WindowReading reading) {
  return reading == WindowReading::certain ? event.last : event.first;
}

/// Whether an event lies in the window of so many days that ends with another.
inline bool lies_in_window(const When& event, const When& last_event, int days, WindowReading reading) {
  const Day end = window_end(last_event, reading);
  if (reading == WindowReading::certain) return event.last <= end && event.first.count > end.count - days;
  return event.first <= end && event.last.count > end.count - days;
}

/// The order in which windows end.
inline bool ends_before(const When& a, const When& b, WindowReading reading) {
  return reading == WindowReading::certain ? std::tie(a.last, a.first) < std::tie(b.last, b.first)
                                           : std::tie(a.first, a.last) < std::tie(b.first, b.last);
}

}  // namespace lotline::analysis
