#pragma once
// Files that are read whole into memory and written whole or not at all.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/refusal.h"

namespace lotline {

/// Refuses (unreadable_file) what cannot be read or holds more than `most` bytes; a pipe is read to its end.
Result<std::vector<std::byte>> read_whole_file(const std::string& path, std::size_t most);

/// Writes beside the file and renames: a failure leaves what was there. Refuses (unwritable_file).
Result<void> write_whole_file(const std::string& path, std::span<const std::byte> bytes);

}  // namespace lotline
