#pragma once
// One value as the event hash of CBV 2.0 takes it: blanks off, numbers without idle zeros, times in UTC with
// milliseconds, EPC URNs and Digital Links as canonical Digital Links, words of CBV 1 as addresses.

#include <string>
#include <string_view>

#include "exchange/json_dom.h"

namespace lotline::exchange {

[[nodiscard]] std::string hash_value(const dom::element& value);
[[nodiscard]] std::string hash_text(std::string_view text);

}  // namespace lotline::exchange
