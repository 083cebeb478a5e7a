#include "exchange/label_symbols.h"

#include <algorithm>
#include <optional>

#include "exchange/refusals.h"
#include "marking/gs1_element_string.h"
#include "marking/refusals.h"

namespace lotline::exchange {

namespace {

using marking::Gs1Element;
using marking::Gs1Elements;

std::vector<std::string> hri_of(const Gs1Elements& elements) {
  std::vector<std::string> lines;
  for (const Gs1Element& element : elements) lines.push_back(fmt::format("({}){}", element.ai, element.value));
  return lines;
}

LabelSymbol symbol_of(Barcode barcode, const Gs1Elements& elements, double module_mm) {
  return {std::move(barcode), module_mm, hri_of(elements), marking::to_bracketed(elements)};
}

bool fits(const LabelSymbol& symbol, double room_mm) {
  const bool bars = symbol.barcode.symbology == Symbology::gs1_128;
  return symbol.width_mm() <= (bars ? std::min(room_mm, kWidestGs1128_mm) : room_mm);
}

/// One symbol, or nothing when it cannot be had in the room.
std::optional<LabelSymbol> bars_of(const Gs1Elements& elements, double room_mm, double module_mm) {
  auto barcode = gs1_barcode(Symbology::gs1_128, elements);
  if (!barcode) return std::nullopt;
  auto symbol = symbol_of(std::move(*barcode), elements, module_mm);
  if (!fits(symbol, room_mm)) return std::nullopt;
  return symbol;
}

/// As many elements in each symbol as it takes, the SSCC in the last.
Result<std::vector<LabelSymbol>> stacked(const Gs1Elements& elements, double room_mm, double module_mm) {
  std::vector<Gs1Elements> groups;
  std::optional<Gs1Element> sscc;
  for (const Gs1Element& element : elements) {
    if (element.ai == "00") {
      sscc = element;
      continue;
    }
    Gs1Elements more = groups.empty() ? Gs1Elements{} : groups.back();
    more.push_back(element);
    if (!groups.empty() && bars_of(more, room_mm, module_mm))
      groups.back() = std::move(more);
    else
      groups.push_back({element});
  }
  if (sscc) groups.push_back({*sscc});
  std::vector<LabelSymbol> symbols;
  for (const Gs1Elements& group : groups) {
    auto symbol = symbol_of(TRY(gs1_barcode(Symbology::gs1_128, group)), group, module_mm);
    if (!fits(symbol, room_mm))
      return refuse(label_too_small, "{} is {:.0f} mm wide, and there are {:.0f}", symbol.carries, symbol.width_mm(),
                    std::min(room_mm, kWidestGs1128_mm));
    symbols.push_back(std::move(symbol));
  }
  return symbols;
}

}  // namespace

Result<std::vector<LabelSymbol>> label_symbols(const marking::PackageCode& code, Symbology symbology,
                                               std::string_view domain, double room_mm, double module_mm) {
  // Values that end by their own length first, as General Specifications 7.8 counsels: fewest FNC1.
  const auto elements = TRY(marking::split_raw(TRY(marking::to_raw(code))));
  if (symbology == Symbology::gs1_128) return stacked(elements, room_mm, module_mm);
  LabelSymbol symbol;
  if (symbology == Symbology::qr) {
    const std::string link = TRY(marking::to_digital_link(code, domain));
    symbol = symbol_of(TRY(qr_barcode(link)), elements, module_mm);
    symbol.carries = link;
  } else {
    symbol = symbol_of(TRY(gs1_barcode(symbology, elements)), elements, module_mm);
  }
  if (!fits(symbol, room_mm))
    return refuse(label_too_small, "{} is {:.0f} mm wide, and there are {:.0f}", word(symbology), symbol.width_mm(),
                  room_mm);
  return std::vector<LabelSymbol>{std::move(symbol)};
}

}  // namespace lotline::exchange
