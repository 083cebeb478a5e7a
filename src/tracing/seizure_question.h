#pragma once
// What is asked of a whole seizure: marks with counts, and what is known about the find (docs/formats/seizure_file.md).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "marking/marks_read.h"

namespace lotline::tracing {

/// Rounds or cases that look alike.
struct SeizureLine {
  int number = 0;  ///< of the row in its file, the first being 1
  marking::MarksRead marks{};
  std::int64_t count = 1;
  bool fired = false;
};

struct SeizureQuestion {
  std::vector<SeizureLine> lines;
  std::optional<When> found_on;
  std::string found_in;            ///< ISO 3166 alpha-2
  std::optional<Day> as_of;        ///< only what had happened by then
  std::optional<Day> as_known_on;  ///< only what had been recorded by then
};

}  // namespace lotline::tracing
