#include "simulation/options.h"

#include "base/words.h"

namespace lotline::simulation {

namespace {

struct Variant {
  std::string_view name;
  void (*change)(Options&);
};

constexpr Variant kVariants[] = {
    {"standard", [](Options&) {}},
    // Other reading errors: twice as many characters gone, fewer things written down.
    {"worn",
     [](Options& options) {
       options.reading.character_unread = 120;
       options.reading.character_misread = 40;
       options.reading.token_missing = 120;
       options.reading.calibre_told = 750;
       options.reading.calibre_wrong = 50;
     }},
};

}  // namespace

Result<Options> variant(std::string_view name) {
  for (const Variant& known : kVariants) {
    if (known.name != name) continue;
    Options options;
    options.variant = name;
    known.change(options);
    return options;
  }
  return refuse_word(name, "variant", variant_names());
}

std::vector<std::string_view> variant_names() {
  std::vector<std::string_view> names;
  for (const Variant& known : kVariants) names.push_back(known.name);
  return names;
}

int doublings(std::int64_t number, std::int64_t unit) {
  int count = 0;
  for (; number >= unit; number /= 2) ++count;
  return count;
}

}  // namespace lotline::simulation
