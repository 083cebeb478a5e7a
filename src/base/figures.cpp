#include "base/figures.h"

#include <fmt/format.h>

namespace lotline {

std::string grouped(std::int64_t number) {
  const std::string digits = std::to_string(number < 0 ? -number : number);
  std::string text = number < 0 ? "-" : "";
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return text;
}

std::string percent(double share) {
  if (share > 0 && share < 0.001) return "< 0.1 %";
  if (share < 1 && share > 0.999) return "> 99.9 %";
  const bool fine = (share > 0 && share < 0.1) || (share > 0.99 && share < 1);
  return fmt::format(fmt::runtime(fine ? "{:.1f} %" : "{:.0f} %"), 100 * share);
}

}  // namespace lotline
