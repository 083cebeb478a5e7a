#pragma once
// What is said of a register that was taken over from an older program.

#include <string>

#include "storage/upgrade.h"

namespace lotline::cli {

std::string upgraded_in_words(const std::string& path, const storage::Upgraded& upgraded);

}  // namespace lotline::cli
