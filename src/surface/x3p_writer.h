#pragma once
// Writes a height map as a strict X3P file: what the schema asks for, in its order, with every checksum. The same map
// and options give the same bytes: the archive carries no time of its own.

#include <cstddef>
#include <string>
#include <vector>

#include "base/refusal.h"
#include "surface/x3p.h"

namespace lotline::surface {

struct X3pWriteOptions {
  NumberType stored_as = NumberType::float64;
  double increment_m = 1e-9;   ///< of I and L: heights are rounded to whole ones
  bool points_in_xml = false;  ///< in main.xml instead of a binary file
};

/// Offsets, metadata and map are written; findings and hash are not. A missing height is NaN in a binary file of F or
/// D, a cleared bit of valid.bin beside I or L, an empty datum in main.xml. Refuses (not_writable) a date that is no
/// xsd:dateTime, a probing type the schema does not know, an empty map, a pitch that is not positive, heights beyond
/// what the number type holds.
Result<std::vector<std::byte>> write_x3p(const X3p& scan, const X3pWriteOptions& options = {});
/// The same into a file, which is replaced whole or not at all.
Result<void> write_x3p(const std::string& path, const X3p& scan, const X3pWriteOptions& options = {});

/// Metadata of a surface that no instrument measured, with everything the schema asks for.
[[nodiscard]] X3pMetadata software_metadata(std::string creator, std::string date_time, std::string comment);

}  // namespace lotline::surface
