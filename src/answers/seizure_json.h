#pragma once
// The answer about a whole seizure as JSON; docs/formats/answers.md describes it.

#include <string>

#include "service/trace_seizure.h"

namespace lotline::answers {

std::string seizure_as_json(const service::SeizureTraced& traced);

}  // namespace lotline::answers
