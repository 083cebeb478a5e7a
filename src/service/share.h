#pragma once
// Shares as people write them, kept as whole millionths: records hold integers only.

#include <cstdint>
#include <string_view>

#include "base/refusal.h"

namespace lotline::service {

/// "0.25" in millionths; refused when it is not plain digits with at most six decimals. Whether it may be above one is
/// decided by whoever takes it.
Result<std::int64_t> millionths(std::string_view text);

}  // namespace lotline::service
