#pragma once
// The GS1 Application Identifiers that may stand on a package of ammunition: what follows each, and which go together.
// Facts from the GS1 General Specifications (sections 3 "Application Identifiers" and 4.13 "Data relationships") and
// the GS1 syntax dictionary (gs1/gs1-syntax-dictionary). Identifiers for coupons, meat, medicine and persons are left
// out and refused by name, since no rule about them could be kept here.

#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"

namespace lotline::marking {

/// What is checked of a value beyond its length and characters.
enum class Gs1Check { none, check_digit, date };

struct Gs1Identifier {
  std::string_view first, last;  ///< one identifier, or a range such as 3100 to 3105
  std::string_view format;       ///< `N14`; `X..20`; `N13 X..17` (second part optional); N digits, X set 82, Y set 39
  Gs1Check check;
  bool own_length;              ///< ends by its length alone, so that no FNC1 must follow in a raw string
  std::string_view needs;       ///< `01,02` one of these; `00+02` both; empty for none
  std::string_view excludes;    ///< none of these; n stands for any digit
  bool link_key;                ///< may be the key of a Digital Link
  std::string_view qualifiers;  ///< for a link key: what may follow in the path, in this order; `|` alternatives
  std::string_view title;
};

/// One identifier with its value, such as (10) ABC123.
struct Gs1Element {
  std::string ai;
  std::string value;

  friend auto operator<=>(const Gs1Element&, const Gs1Element&) = default;
};
using Gs1Elements = std::vector<Gs1Element>;

/// The entry of an identifier, or nullptr when it is not among those known here.
[[nodiscard]] const Gs1Identifier* find_identifier(std::string_view ai);

/// The modulo-10 check digit that follows these digits (General Specifications 7.9). REQUIRES digits only.
[[nodiscard]] char gs1_check_digit(std::string_view digits);
/// Whether the last digit is the check digit of those before it.
[[nodiscard]] bool check_digit_holds(std::string_view digits);
/// Whether every character belongs to the set: N digits, X the 82 invariant characters, Y the 39 of component numbers.
[[nodiscard]] bool in_character_set(std::string_view text, char set);

/// The elements, each checked, a repetition of the same value dropped. Refuses an unknown identifier, a value that does
/// not fit, a wrong check digit, a date that does not exist, one identifier with two values, identifiers that may not
/// stand together, and one without the identifier it needs.
Result<Gs1Elements> checked_elements(Gs1Elements elements);

}  // namespace lotline::marking
