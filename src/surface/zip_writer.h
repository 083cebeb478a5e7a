#pragma once
// A ZIP archive made in memory; the same files give the same bytes.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/refusal.h"

namespace lotline::surface {

struct ZipEntry {
  std::string name{};
  std::span<const std::byte> bytes{};
};

enum class ZipPacking : unsigned char { deflated, stored };

/// In the order given, dated 1 January 1980, the first day an archive can tell.
/// REQUIRES (CHECKed) memory, at least one entry and names that stand once.
std::vector<std::byte> write_zip(const std::vector<ZipEntry>& entries, ZipPacking packing = ZipPacking::deflated);

}  // namespace lotline::surface
