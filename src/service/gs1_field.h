#pragma once
// GS1 numbers as fields of a form: of a party (PGLN), a place (GLN) and a document (GDTI).

#include <string>

#include "service/form.h"

namespace lotline::service {

/// 13 digits with their check digit; empty stays empty.
Result<std::string> gln_field(const Values& values, std::string_view field);
/// 13 digits with their check digit, then up to 17 characters of one single document; empty stays empty.
Result<std::string> gdti_field(const Values& values, std::string_view field);
/// The key under which a place stands: its GLN, and behind a slash its extension where it has one.
std::string place_key(std::string_view gln, std::string_view extension);

}  // namespace lotline::service
