#pragma once
// The answer about a whole seizure as an investigator reads it aloud.

#include <string>

#include "service/trace_seizure.h"

namespace lotline::cli {

std::string seizure_as_text(const service::SeizureTraced& traced, std::size_t width);

}  // namespace lotline::cli
