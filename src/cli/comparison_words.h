#pragma once
// What comparing two scans found, in words.

#include <string>

#include "answers/comparison_json.h"
#include "cli/page.h"

namespace lotline::cli {

using answers::ComparisonAnswer;

[[nodiscard]] std::string comparison_as_text(const ComparisonAnswer& answer, std::size_t width);

/// Trained on which firearms, how many, up to which cap: a line each on the page.
void tell_calibrator(Page& page, const comparison::Calibrator& calibrator);

}  // namespace lotline::cli
