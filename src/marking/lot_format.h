#pragma once
// The kinds of lot number that are told apart by their form. data/lot_formats.csv says the same to people; a test holds
// the two together.

#include <span>
#include <string_view>

#include "catalogue/trust.h"

namespace lotline::marking {

struct LotFormat {
  std::string_view id;
  std::string_view title;
  catalogue::Trust trust;
  std::string_view source;
  double weight;  ///< how much more than the others a mark of this form is meant so; the project's judgement
};

[[nodiscard]] std::span<const LotFormat> lot_formats();
/// REQUIRES an id of lot_formats().
[[nodiscard]] const LotFormat& lot_format(std::string_view id);

}  // namespace lotline::marking
