#pragma once
// A folder of made-up scans with the truth about each: truth.csv names for every file its gun, make, firing and pose.

#include <cstddef>
#include <functional>
#include <string>

#include "base/refusal.h"
#include "surface/generated_scan.h"

namespace lotline::surface {

struct GeneratedSet {
  GeneratedOptions options{};
  std::size_t guns = 10;
  std::size_t firings = 3;  ///< of each gun
};

inline constexpr const char* generated_truth_file = "truth.csv";

/// Writes an X3P file for each firing, and truth.csv. The same set gives the same bytes everywhere. Refuses options
/// that make no set (bad_generated_set), a folder that has a truth.csv already (set_exists), and what cannot be
/// written. `wrote` is told how many files there are.
Result<void> write_generated_set(const GeneratedSet& set, const std::string& folder,
                                 const std::function<void(std::size_t)>& wrote);

}  // namespace lotline::surface
