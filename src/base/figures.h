#pragma once
// Numbers as a person reads them.

#include <cstdint>
#include <string>

namespace lotline {

/// A count with thin grouping: 12,000.
std::string grouped(std::int64_t number);
/// A share as a percentage a person would say: 3.4 %, < 0.1 %.
std::string percent(double share);

}  // namespace lotline
