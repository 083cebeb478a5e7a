#pragma once
// Sets of scans of which it is known which firearm made each, compared pair by pair: what calibrators are trained on
// and tables of accuracy are made of.

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "comparison/features.h"
#include "comparison/labelled_score.h"

namespace lotline::service {

struct LabelledFeatures {
  std::string name{};
  int source = 0;  ///< number of the firearm
  comparison::Features features{};
};

/// How far a long measurement came: done, of how many, of what.
using Told = std::function<void(std::size_t done, std::size_t total, std::string_view what)>;

/// Scores of pairs (questioned[i], reference[j]) for which `wanted(i, j)`; in the order of i, then j.
[[nodiscard]] std::vector<comparison::LabelledScore> scores_of(
    std::span<const LabelledFeatures> questioned, std::span<const LabelledFeatures> reference,
    const std::function<bool(std::size_t, std::size_t)>& wanted, unsigned threads, const Told& told = {});

/// Every two of one set, once.
[[nodiscard]] std::vector<comparison::LabelledScore> scores_within(std::span<const LabelledFeatures> scans,
                                                                   unsigned threads, const Told& told = {});

}  // namespace lotline::service
