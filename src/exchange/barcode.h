#pragma once
// A barcode as areas to be inked, by the zint library. Zint does not know which identifiers may stand together: a code
// has passed marking/package_code.h before it comes here.

#include <string>
#include <vector>

#include "base/words.h"
#include "exchange/canvas.h"
#include "marking/gs1_identifiers.h"

namespace lotline::exchange {

/// What a label's code is printed as.
enum class Symbology : unsigned char {
  gs1_datamatrix,
  gs1_128,
  qr  ///< a QR code of the GS1 Digital Link, which any telephone opens
};

/// In modules, the unit that the X-dimension gives a width: 0, 0 is the upper left corner without the quiet zone.
struct Barcode {
  Symbology symbology{};
  double columns = 0;
  double rows = 0;          ///< 1 of bars, which are as high as they are drawn
  double quiet = 0;         ///< that must stay light to the left and right, of a square also above and below
  std::vector<Box> bars{};  ///< dark, without gaps between those of one row
};

/// What may be carried by one GS1-128 symbol (General Specifications 5.4.4.3): characters with identifiers and the FNC1
/// between them, and millimetres with both quiet zones.
inline constexpr std::size_t kLongestGs1128 = 48;
inline constexpr double kWidestGs1128_mm = 165.1;

/// Refuses (not_printable) what zint does not take: too long for its kind of symbol.
Result<Barcode> gs1_barcode(Symbology symbology, const marking::Gs1Elements& elements);
/// A QR code of a web address, of level M.
Result<Barcode> qr_barcode(const std::string& link);

}  // namespace lotline::exchange

namespace lotline {
template <>
struct Words<exchange::Symbology> {
  using S = exchange::Symbology;
  static constexpr std::array<Word<S>, 3> all{
      {{S::gs1_datamatrix, "gs1_datamatrix"}, {S::gs1_128, "gs1_128"}, {S::qr, "qr"}}};
};
}  // namespace lotline
