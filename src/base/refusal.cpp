#include "base/refusal.h"

namespace lotline {

std::unexpected<Refusal> refuse_with(const RefusalKind& kind, std::string_view detail) {
  std::string text{kind.meaning};
  if (!detail.empty()) text.append(": ").append(detail);
  return std::unexpected(Refusal{kind.number, std::string{kind.name}, std::move(text), {}});
}

}  // namespace lotline
