#pragma once
// The answer about a whole seizure as JSON; docs/formats/answers.md describes it.

#include <string>

#include "service/trace_seizure.h"

namespace lotline::cli {

std::string seizure_as_json(const service::SeizureTraced& traced);

}  // namespace lotline::cli
