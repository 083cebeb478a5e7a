#pragma once
// GS1 element strings as printed, "(01)09521234543213(10)ABC123", and as a scanner sends them: digits and letters with
// FNC1 (ASCII 29) after each value whose length may vary. General Specifications 7.8.

#include <string>
#include <string_view>

#include "base/refusal.h"
#include "marking/gs1_identifiers.h"

namespace lotline::marking {

/// FNC1 as scanners transmit it.
inline constexpr char kGroupSeparator = '\x1D';

/// Splits a bracketed string; blanks around values are passed over, "\(" is a bracket inside a value. The elements are
/// not yet checked.
Result<Gs1Elements> split_bracketed(std::string_view text);
/// Splits a raw string, without its symbology identifier. The elements are not yet checked.
Result<Gs1Elements> split_raw(std::string_view text);

/// Takes a symbology identifier for GS1 data (]C1 ]e0 ]d2 ]Q3 ]J1) and leading FNC1s off; true when there was one.
bool take_scanner_prefix(std::string_view& text);

[[nodiscard]] std::string to_bracketed(const Gs1Elements& elements);
/// Values that end by their own length first, so that fewest FNC1 are needed.
[[nodiscard]] std::string to_raw(const Gs1Elements& elements);

}  // namespace lotline::marking
