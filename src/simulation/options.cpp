#include "simulation/options.h"

#include "base/text.h"

namespace lotline::simulation {

namespace {

struct Variant {
  std::string_view name;
  void (*change)(Options&);
};

constexpr Variant kVariants[] = {
    {"standard", [](Options&) {}},
    // Other reading errors: twice to three times as many characters gone or wrong, fewer things written down.
    {"worn",
     [](Options& options) {
       options.reading.year_read = 200;
       options.reading.character_unread = 120;
       options.reading.character_misread = 36;
       options.reading.token_missing = 120;
       options.reading.calibre_told = 750;
       options.reading.calibre_wrong = 50;
       options.reading.box_present = 20;
     }},
    // Other rates: works of equal size, larger lots, fewer official ones, diversions found soon after.
    {"other_rates",
     [](Options& options) {
       options.few_makers_dominate = false;
       options.lot_least = 40'000;
       options.lot_most = 100'000;
       options.official_lots = 400;
       options.opening_lots = 200;
       options.thefts_reported = 300;
       for (Timing& timing : options.timing) timing = {20, 36, 8};
     }},
    // One in four transfers between depots was never recorded, and fewer counts show it.
    {"unrecorded_transfers",
     [](Options& options) {
       options.transfers_unrecorded = 250;
       options.depots_counted = 100;
     }},
    // Most seizures come from more than one source.
    {"mixed_sources",
     [](Options& options) {
       options.mixed_seizures = 800;
       options.second_source_most = 450;
     }},
};

}  // namespace

std::string_view name_of(DiversionKind kind) {
  static constexpr std::array<std::string_view, kDiversionKinds> kNames{
      "insider", "transit", "retransfer", "small_purchases", "legacy", "converted_blanks"};
  return kNames[static_cast<std::size_t>(kind)];
}

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
