#pragma once
// Tables of accuracy in Markdown, as they stand in docs/ballistics.md.

#include <string>

#include "comparison/fusion_trial.h"
#include "service/evaluate_generated.h"
#include "service/evaluate_scans.h"

namespace lotline::cli {

[[nodiscard]] std::string real_accuracy_tables(const service::RealAccuracy& accuracy, const std::string& folder);
[[nodiscard]] std::string generated_accuracy_table(const service::GeneratedRequest& request,
                                                   const service::GeneratedAccuracy& accuracy);
/// One table for all splits: Cllr with its interval, and how many ratios mislead of one and of two. REQUIRES a split.
[[nodiscard]] std::string fusion_table(const std::vector<std::pair<std::string, comparison::FusionTrial>>& trials);

}  // namespace lotline::cli
