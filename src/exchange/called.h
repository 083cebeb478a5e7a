#pragma once
// What a file is called to whoever sent it. Where it lies on this machine is told to nobody.

#include <string>
#include <string_view>

#include "base/refusal.h"

namespace lotline::exchange {

/// The same refusal, with the name wherever its text has the path.
Refusal calling(Refusal refusal, std::string_view path, std::string_view name);

}  // namespace lotline::exchange
