#pragma once
// Made-up guns and their cases, taken through the same preparation as measured scans. SIMULATED: what is found on them
// is said to be found on them.

#include <span>

#include "service/labelled_scans.h"
#include "surface/generated_scan.h"
#include "surface/prepare_options.h"

namespace lotline::service {

/// One firing of one made-up gun.
struct GeneratedCase {
  std::size_t gun = 0;
  std::size_t firing = 0;
};

struct GeneratedSet {
  std::vector<LabelledFeatures> scans{};  ///< in the order asked for, without the unsuitable ones
  std::size_t unsuitable = 0;             ///< refused by prepare()
};

/// Their source is their gun. The same cases give the same features for any number of threads.
[[nodiscard]] GeneratedSet generated_features(const surface::GeneratedOptions& options,
                                              std::span<const GeneratedCase> cases,
                                              const surface::PrepareOptions& prepare, unsigned threads,
                                              const Told& told = {});

}  // namespace lotline::service
