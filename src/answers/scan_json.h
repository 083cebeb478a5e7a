#pragma once
// What an X3P file says, as JSON.

#include <string>

#include "base/json_writer.h"
#include "surface/scan_units.h"
#include "surface/x3p.h"

namespace lotline::answers {

/// The members of an object that the caller began: sha256, columns, ..., findings.
void write_scan(JsonWriter& json, const surface::X3p& scan);
/// One object, `file` first.
std::string scan_as_json(const std::string& file, const surface::X3p& scan);

/// A set of made-up scans that was written into the folder; `truth` is the file that says which is which.
std::string generated_as_json(const std::string& folder, std::size_t scans, std::size_t guns, std::string_view truth);

/// How many of the map's points are measured, from 0 to 1.
[[nodiscard]] double measured_share(const surface::HeightRange& range, const surface::HeightMap& map);

}  // namespace lotline::answers
