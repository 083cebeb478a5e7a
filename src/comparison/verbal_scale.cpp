#include "comparison/verbal_scale.h"

#include <fmt/format.h>

#include <cmath>
#include <string_view>

namespace lotline::comparison {

namespace {

struct Band {
  double llr_from;
  std::string_view words;
};

// Ratios from 2, 10, 100, 1,000, 10,000 and 1,000,000 on; the first is log10(2).
constexpr Band kBands[] = {{6, "extremely strong"},  {4, "very strong"}, {3, "strong"},
                           {2, "moderately strong"}, {1, "moderate"},    {0.30102999566398120, "weak"}};

}  // namespace

std::string in_words(double llr) {
  for (const Band& band : kBands)
    if (std::abs(llr) >= band.llr_from)
      return fmt::format("{} support for {}", band.words, llr > 0 ? "one firearm" : "two firearms");
  return "supports neither one firearm nor two";
}

}  // namespace lotline::comparison
