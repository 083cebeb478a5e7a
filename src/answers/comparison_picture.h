#pragma once
// The picture of a comparison, with what it found under it.

#include <string>

#include "answers/comparison_json.h"
#include "surface/prepare_options.h"
#include "surface/relief.h"
#include "surface/x3p.h"

namespace lotline::answers {

/// Writes a PNG. The scans are those that the answer is about; they are prepared once more, since an answer keeps
/// features alone.
Result<void> draw_comparison(const std::string& png, const surface::Light& light, const ComparisonAnswer& answer,
                             const surface::X3p& a, const surface::X3p& b, const surface::PrepareOptions& options);

}  // namespace lotline::answers
