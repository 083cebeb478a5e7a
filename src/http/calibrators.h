#pragma once
// The calibrators a service weighs comparisons by: those that are shipped, one for each mark, and those that a
// laboratory trained or sent, kept as files in a folder beside the register by their hash. None is ever taken away: a
// search on record names the one it was weighed by.

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "comparison/calibrator.h"

namespace lotline::http {

class Calibrators {
 public:
  /// Reads what is kept; a file of the folder that is no calibrator is left alone, and that is logged.
  Calibrators(std::vector<const comparison::Calibrator*> shipped, std::filesystem::path folder);

  /// Keeps it, on the disk when this returns. The same calibrator again is the one that is there. Refuses text that is
  /// no calibrator's.
  Result<const comparison::Calibrator*> keep(std::string_view text);
  /// The shipped one of the mark for nothing, null for "none" or where none is shipped, else the one of this hash.
  /// Refuses (no_such_calibrator) a hash that none has.
  [[nodiscard]] Result<const comparison::Calibrator*> named(const std::string& word, surface::Mark mark) const;
  /// Refuses (no_such_calibrator) a hash that none has.
  [[nodiscard]] Result<const comparison::Calibrator*> find(std::string_view sha256) const;
  /// The shipped ones first, the kept ones in the order of their hashes.
  [[nodiscard]] std::vector<const comparison::Calibrator*> all() const;
  [[nodiscard]] bool is_shipped(const comparison::Calibrator& calibrator) const;

 private:
  std::vector<const comparison::Calibrator*> shipped_;
  std::filesystem::path folder_;
  mutable std::mutex mutex_;
  std::map<std::string, std::unique_ptr<const comparison::Calibrator>, std::less<>> kept_;  ///< never taken out of
};

}  // namespace lotline::http
