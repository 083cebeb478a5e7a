#pragma once
// One JSON text by itself.

#include <string>
#include <string_view>

#include "base/refusal.h"

namespace lotline::exchange {

/// What a JSON text with its quotes says. Refuses what is not one.
Result<std::string> plain_json_text(std::string_view quoted);

}  // namespace lotline::exchange
