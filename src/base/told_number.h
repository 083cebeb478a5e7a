#pragma once
// A number as a person or a program tells it in words; what is none, or out of its range, is refused with its field.

#include <cstddef>
#include <string>
#include <string_view>

#include "base/refusal.h"

namespace lotline {

/// 1 to 10^9.
Result<std::size_t> whole_number(const std::string& text, std::string_view field);
Result<double> number(const std::string& text, std::string_view field, double least, double most);

}  // namespace lotline
