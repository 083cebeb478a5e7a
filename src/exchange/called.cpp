#include "exchange/called.h"

namespace lotline::exchange {

Refusal calling(Refusal refusal, std::string_view path, std::string_view name) {
  if (path.empty() || path == name) return refusal;
  for (auto at = refusal.text.find(path); at != std::string::npos; at = refusal.text.find(path, at + name.size()))
    refusal.text.replace(at, path.size(), name);
  return refusal;
}

}  // namespace lotline::exchange
