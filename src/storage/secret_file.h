#pragma once
// A secret in a file that only the user of the process can read.

#include <string>

#include "base/refusal.h"

namespace lotline::storage {

/// Writes the text to a new file of mode 0600, in place of one of that name; where a link of that name stands, what it
/// leads to is left as it is. On the disk when it returns. Refuses (unwritable_file) where it cannot.
Result<void> write_secret_file(const std::string& path, const std::string& text);

}  // namespace lotline::storage
