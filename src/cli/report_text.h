#pragma once
// A report as tables a person reads, or as JSON with the names that docs/formats/reports.md lists.

#include <string>

#include "service/report.h"

namespace lotline::cli {

std::string report_as_text(const service::Report& report, std::size_t width);
std::string report_as_json(const service::Report& report);

}  // namespace lotline::cli
