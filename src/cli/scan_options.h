#pragma once
// Options that several scan commands have, from their words; and files that are written whole or not at all.

#include <cstddef>
#include <string>
#include <string_view>

#include "base/refusal.h"

namespace lotline::cli {

/// 0, for all the machine has, where nothing is said.
Result<unsigned> threads_of(const std::string& text);
/// 1 to 10^9.
Result<std::size_t> whole_number(const std::string& text, std::string_view field);
Result<double> number(const std::string& text, std::string_view field, double least, double most);

/// Written beside its place and then put there.
Result<void> write_whole(const std::string& path, const std::string& text);

}  // namespace lotline::cli
