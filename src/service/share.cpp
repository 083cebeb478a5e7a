#include "service/share.h"

#include <string>

#include "base/refusals.h"

namespace lotline::service {

Result<std::int64_t> millionths(std::string_view text) {
  const auto point = text.find('.');
  std::string digits{text.substr(0, point)};
  std::string decimals{point == std::string_view::npos ? "" : text.substr(point + 1)};
  const bool plain = !digits.empty() && decimals.size() <= 6 &&
                     (digits + decimals).find_first_not_of("0123456789") == std::string::npos && digits.size() <= 3;
  if (!plain) return refuse(bad_quantity, "\"{}\" is not a share like 0.25", text);
  decimals.resize(6, '0');
  return std::stoll(digits + decimals);
}

}  // namespace lotline::service
