#pragma once
// What is asked: the marks as read, and what is known about the find. Any of it may be missing.

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/rounds.h"
#include "marking/marks_read.h"

namespace lotline::tracing {

struct Question {
  marking::MarksRead marks;
  bool fired = true;  ///< a fired case: rounds recorded as expended could have left it; false for a live round
  std::optional<Rounds> quantity;  ///< how many alike were found
  std::optional<When> found_on;
  std::vector<FirearmId> firearms;  ///< seized in the same case (para 32)
  std::string found_in;             ///< ISO 3166 alpha-2
  std::optional<Day> as_of;         ///< only what had happened by then
  std::optional<Day> as_known_on;   ///< only what had been recorded by then
};

}  // namespace lotline::tracing
