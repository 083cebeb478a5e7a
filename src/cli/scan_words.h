#pragma once
// What an X3P file says in words, alike in every command that shows a scan.

#include <string>

#include "cli/command.h"
#include "surface/relief.h"
#include "surface/x3p.h"

namespace lotline::cli {

/// Maker, model, serial and version as one line; what the file leaves open is left out.
[[nodiscard]] std::string instrument_in_words(const surface::X3pMetadata& metadata);
void print_scan(const surface::X3p& scan, const std::string& path);

/// The path's last part.
[[nodiscard]] std::string file_name(const std::string& path);
/// --light AZIMUTH[,ELEVATION], and what it says; refuses (bad_light) an elevation that is not above the surface.
[[nodiscard]] Option light_option(std::string& text);
Result<surface::Light> light_of(const std::string& text);

}  // namespace lotline::cli
