#pragma once
// A report as tables a person reads.

#include <string>

#include "service/report.h"

namespace lotline::cli {

std::string report_as_text(const service::Report& report, std::size_t width);

}  // namespace lotline::cli
