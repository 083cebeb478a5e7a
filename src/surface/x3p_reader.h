#pragma once
// Reads an X3P file (ISO 5436-2, ISO 25178-72): every number type, matrix and list, binary and inline points. Strict in
// what changes a height, a place or the trust in them; what is merely odd is read and found (finding.h).
//
// Axes: the standard gives a point the place offset + increment * index, so the first row lies lowest (smallest y) and
// the surface is seen from +z with x to the right and y up. Many programs draw the first row on top; that mirrors the
// picture. An element Origin, written by some of them, is no part of the standard: it is found and not followed.

#include <cstddef>
#include <span>
#include <string>

#include "base/refusal.h"
#include "surface/x3p.h"

namespace lotline::surface {

/// Largest file that is read; the heights of kMostPoints points take half of it unpacked.
inline constexpr std::size_t kLargestFile = std::size_t{1} << 30;

/// Every refusal of 5000-5099 but not_writable. Sizes are held against the file before memory is taken, nothing is
/// written to a disk, and a checksum that does not fit refuses the scan.
Result<X3p> read_x3p(std::span<const std::byte> file);
Result<X3p> read_x3p(const std::string& path);

}  // namespace lotline::surface
