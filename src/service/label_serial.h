#pragma once
// Serial numbers of labels, each one more than the one before.

#include <string>
#include <vector>

#include "base/refusal.h"

namespace lotline::service {

/// So many serials from the first on, all of its length: the digits at its end count, "A0099" is followed by "A0100".
/// One empty serial where none is given. Refuses more than kMostLabels and fewer than one, several without digits at
/// the end, and a count that runs over those digits.
Result<std::vector<std::string>> serials(const std::string& first, std::int64_t count);

}  // namespace lotline::service
