#pragma once
// What comparing two scans found, as JSON.

#include <string>

#include "base/json_writer.h"
#include "comparison/calibrator.h"
#include "comparison/cllr.h"
#include "service/compare_scans.h"

namespace lotline::answers {

/// A pair as it was asked for and answered.
struct ComparisonAnswer {
  std::string path_a{}, path_b{};
  const service::ReadyScan& a;
  const service::ReadyScan& b;
  const comparison::Calibrator* calibrator = nullptr;
  service::ScansCompared compared{};
};

std::string comparison_as_json(const ComparisonAnswer& answer);

/// The calibrator as an object, or null for none.
void write_calibrator(JsonWriter& json, const comparison::Calibrator* calibrator);

/// A file of pairs, compared: so many, of them refused, where the scores were written.
std::string pairs_compared_as_json(std::size_t pairs, std::size_t refused, const std::string& out,
                                   const comparison::Calibrator* calibrator);
/// A calibrator that was trained and written to `out`; `left_out` scans or pairs could not be compared.
std::string calibrated_as_json(const std::string& out, std::size_t left_out, const comparison::Cost& cost,
                               const comparison::Calibrator& calibrator);

}  // namespace lotline::answers
