#pragma once
// Pointers to something other than a lot: a microstamp to a firearm, a retailer's inkjet code to a retailer, a package
// to where it was last recorded (paras 46-49). None of them closes a trace.

#include <vector>

#include "tracing/answer.h"
#include "tracing/marks_understood.h"
#include "tracing/names.h"

namespace lotline::tracing {

std::vector<Lead> leads_of(const Question& question, const MarksUnderstood& marks, const Sources& sources,
                           Names& names);

}  // namespace lotline::tracing
