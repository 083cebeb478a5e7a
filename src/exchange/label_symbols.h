#pragma once
// Which barcodes a label's code is printed as, and how wide they come out. A GS1-128 that one symbol cannot carry in
// the room there is is printed as several, one above the other; the SSCC has one of its own and stands lowest (General
// Specifications 6.6.4).

#include <string>
#include <vector>

#include "exchange/barcode.h"
#include "exchange/label_format.h"
#include "marking/package_code.h"

namespace lotline::exchange {

struct LabelSymbol {
  Barcode barcode;
  double module_mm = 0;
  std::vector<std::string> hri{};  ///< what is printed below, an element each: "(10)ABC123"
  std::string carries{};           ///< the element string in brackets, or the web address

  [[nodiscard]] double width_mm() const { return module_mm * (barcode.columns + 2 * barcode.quiet); }
  /// With its quiet zones; of bars, without the words below.
  [[nodiscard]] double height_mm(double bar_height_mm) const {
    return barcode.symbology == Symbology::gs1_128 ? bar_height_mm : module_mm * (barcode.rows + 2 * barcode.quiet);
  }
};

/// The symbols of a code, none wider than `room_mm` at this width of a module. Refuses (not_encodable) a code of one's
/// own and one without a key where a web address is wanted; (not_printable) what no symbol carries; (label_too_small)
/// where there is not the room.
Result<std::vector<LabelSymbol>> label_symbols(const marking::PackageCode& code, Symbology symbology,
                                               std::string_view domain, double room_mm, double module_mm);

}  // namespace lotline::exchange
