#pragma once
// What identifies the content of an imported row, so that the same row is recorded once and a ref is not used for other
// content.

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace lotline::service {

/// 32 hexadecimal digits over all filled fields. REQUIRES the fields in the order of their names. A person's values are
/// left out: an unsalted hash of them must not stand in the log.
std::string content_of(std::span<const std::pair<std::string_view, std::string_view>> filled);

}  // namespace lotline::service
