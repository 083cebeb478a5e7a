#pragma once
// A report as JSON, with the names that docs/formats/reports.md lists.

#include <string>

#include "service/report.h"

namespace lotline::answers {

std::string report_as_json(const service::Report& report);
/// Every report's name, sentence and fields.
std::string reports_as_json();

}  // namespace lotline::answers
