#pragma once
// Inkjet codes of retailers on surplus ammunition (para 46): letters that name the retailer, sometimes with digits
// behind. What a code stands for is a matter of the register.

#include <string>
#include <string_view>

#include "base/refusal.h"

namespace lotline::marking {

struct RetailerCode {
  std::string letters;
  std::string digits;
  std::string code;  ///< letters and digits together: what is looked up
};

/// Refuses what is not two to eight letters with at most six digits behind, blanks, dots and hyphens left aside.
Result<RetailerCode> read_retailer_code(std::string_view text);

}  // namespace lotline::marking
