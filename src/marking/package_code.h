#pragma once
// What a package's label or barcode says (paper, para 47), from any of its spellings: GS1 element strings, bracketed or
// as scanned; GS1 Digital Link; EPC URN; a bare trade item number or SSCC; or a plain in-house code.
//
// Digits alone of length 8, 12, 13 or 14 are taken for a trade item number and 18 for an SSCC, so their last digit must
// be the check digit: a code tampered with or misread is refused, never guessed.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/refusal.h"
#include "marking/gs1_identifiers.h"

namespace lotline::marking {

struct PackageCode {
  Gs1Elements elements;  ///< in the order read; empty for a plain code
  std::string plain;     ///< an in-house code as it stands; empty for a GS1 code

  std::optional<std::string> gtin;            ///< (01) or (03), 14 digits
  std::optional<std::string> contained_gtin;  ///< (02), of what a logistic unit holds
  std::optional<std::string> lot;             ///< (10)
  std::optional<std::string> serial;          ///< (21)
  std::optional<std::string> sscc;            ///< (00), 18 digits
  std::optional<std::string> variant;         ///< (20)
  std::optional<std::int64_t> count;          ///< (30) or (37)
  std::optional<When> produced;               ///< (11); a month when the day is 00
  std::optional<When> expires;                ///< (17)

  [[nodiscard]] bool is_gs1() const { return plain.empty(); }
  /// The value of any identifier.
  [[nodiscard]] std::optional<std::string> value(std::string_view ai) const;
};

/// Reads a code. `today` decides the century of a two-digit year (General Specifications 7.12: within 50 years).
Result<PackageCode> read_package_code(std::string_view text, Day today);

/// The same for every spelling of a code: its elements by identifier, bracketed; a plain code as it stands.
[[nodiscard]] std::string package_code_key(const PackageCode& code);

/// What is printed beside the barcode; a plain code as it stands.
[[nodiscard]] std::string to_bracketed(const PackageCode& code);
/// What a GS1 barcode carries, FNC1 as ASCII 29. Refuses a plain code.
Result<std::string> to_raw(const PackageCode& code);
/// Refuses a plain code and one without a key.
Result<std::string> to_digital_link(const PackageCode& code, std::string_view domain = "id.gs1.org");

}  // namespace lotline::marking
