#pragma once
// Which calibrator a comparison is weighed by: the one named, the one that is shipped for the mark, or none.

#include <memory>
#include <string>

#include "cli/session.h"
#include "comparison/calibrator.h"

namespace lotline::cli {

struct CalibratorWords {
  std::string file;   ///< --calibrator; the shipped one when empty
  bool none = false;  ///< --no-calibrator
};

/// Null where none is wanted, or none is shipped for the mark. Refuses a file that is no calibrator.
Result<std::unique_ptr<const comparison::Calibrator>> calibrator_of(const Session& session,
                                                                    const CalibratorWords& words, surface::Mark mark);

}  // namespace lotline::cli
