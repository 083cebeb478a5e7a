#include "base/check.h"

#include <fmt/format.h>

namespace lotline {

void broken_invariant(const char* condition, const char* file, int line) {
  throw BrokenInvariant(fmt::format("invariant broken: {} ({}:{})", condition, file, line));
}

}  // namespace lotline
