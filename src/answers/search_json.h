#pragma once
// A search of the gallery as JSON.

#include <string>

#include "base/json_writer.h"
#include "comparison/calibrator.h"
#include "service/search_scans.h"

namespace lotline::answers {

/// Why no likelihood ratio is told.
inline constexpr std::string_view kWithheld = "withheld: a lead of this source is being examined blind";

/// The members of an object that the caller began and ends. `withheld` leaves likelihood ratios out.
void write_search(JsonWriter& json, const service::State& state, const service::ScanSearched& found, bool withheld);
/// One search as an answer, `calibrator` (null for none) last.
std::string search_as_json(const service::State& state, const service::ScanSearched& found, bool withheld,
                           const comparison::Calibrator* calibrator, bool simulated);

}  // namespace lotline::answers
