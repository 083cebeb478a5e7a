#pragma once
// Options that several scan commands have, from their words; and files that are written whole or not at all.

#include <string>

#include "base/told_number.h"

namespace lotline::cli {

/// 0, for all the machine has, where nothing is said.
Result<unsigned> threads_of(const std::string& text);

/// Written beside its place and then put there.
Result<void> write_whole(const std::string& path, const std::string& text);

}  // namespace lotline::cli
