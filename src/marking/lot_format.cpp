#include "marking/lot_format.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace lotline::marking {

namespace {

using enum catalogue::Trust;

constexpr auto kFormats = std::to_array<LotFormat>({
    {"MIL1168-NEW", "MIL-STD-1168 lot number", stated,
     "MIL-STD-1168C pages 14, 16, 18, 31, 32 as published at miscellaneousammunition.emilspec.com; month letters: "
     "armymunitions.tpub.com mm0145a",
     1.0},
    {"MIL1168-OLD", "United States lot number of the old system", stated, "armymunitions.tpub.com mm0145a", 0.7},
    {"MIL1168-PROP", "United States propellant lot (five-digit serial)", sourced,
     "MIL-STD-1168C page 16 as published at miscellaneousammunition.emilspec.com", 0.9},
    {"PAPER44", "lot serial, maker's initials and year", sourced,
     "CTOC/COP/WG.6/2022/2 para 44; separators and order are the project's own", 0.8},
    {"SOVIET-BOX", "Soviet-pattern case mark", unverified, "from memory, unverified", 0.6},
    {"COMM", "maker's own lot number, free text", unverified, "no standard; always read together with its maker", 0.05},
});

}  // namespace

std::span<const LotFormat> lot_formats() { return kFormats; }

const LotFormat& lot_format(std::string_view id) {
  const auto found = std::ranges::find(kFormats, id, &LotFormat::id);
  CHECK(found != kFormats.end());
  return *found;
}

}  // namespace lotline::marking
