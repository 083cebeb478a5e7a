#pragma once
// A trace as an investigator reads it aloud: six parts, each line with the records it rests on.

#include <string>

#include "service/trace_find.h"

namespace lotline::cli {

std::string trace_as_text(const service::TraceFound& found, std::size_t width);
/// The steps of a line of supply as a table.
std::string steps_as_text(const std::vector<tracing::SupplyStep>& steps, std::size_t width, std::size_t indent);

}  // namespace lotline::cli
