#pragma once
// What comparing two scans found, in words and in JSON.

#include <string>

#include "base/json_writer.h"
#include "cli/page.h"
#include "comparison/calibrator.h"
#include "service/compare_scans.h"

namespace lotline::cli {

/// A pair as it was asked for and answered.
struct ComparisonAnswer {
  std::string path_a{}, path_b{};
  const service::ReadyScan& a;
  const service::ReadyScan& b;
  const comparison::Calibrator* calibrator = nullptr;
  service::ScansCompared compared{};
};

[[nodiscard]] std::string comparison_as_text(const ComparisonAnswer& answer, std::size_t width);
[[nodiscard]] std::string comparison_as_json(const ComparisonAnswer& answer);

/// Trained on which firearms, how many, up to which cap: a line each on the page.
void tell_calibrator(Page& page, const comparison::Calibrator& calibrator);
/// The calibrator as an object.
void write_calibrator(JsonWriter& json, const comparison::Calibrator& calibrator);

}  // namespace lotline::cli
