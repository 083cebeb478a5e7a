#include "exchange/barcode.h"

#include <zint.h>

#include "base/check.h"
#include "exchange/refusals.h"
#include "marking/gs1_element_string.h"

namespace lotline::exchange {

namespace {

constexpr double kQuietBars = 10, kQuietDataMatrix = 1, kQuietQr = 4;
constexpr int kQrLevelM = 2;

struct Free {
  void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

/// Zint has identifiers in square brackets, which no GS1 value may hold.
std::string in_square_brackets(const marking::Gs1Elements& elements) {
  std::string text;
  for (const auto& element : elements) text.append("[").append(element.ai).append("]").append(element.value);
  return text;
}

bool dark(const zint_symbol& symbol, int row, int column) {
  return (symbol.encoded_data[row][column >> 3] >> (column & 7) & 1) != 0;
}

/// Runs of dark modules, row by row.
std::vector<Box> bars_of(const zint_symbol& symbol) {
  std::vector<Box> bars;
  for (int row = 0; row < symbol.rows; ++row)
    for (int column = 0; column < symbol.width;) {
      const int first = column;
      while (column < symbol.width && dark(symbol, row, column)) ++column;
      if (column > first)
        bars.push_back({static_cast<double>(first), static_cast<double>(row), static_cast<double>(column - first), 1});
      else
        ++column;
    }
  return bars;
}

Result<Barcode> encoded(Symbology symbology, int kind, int mode, int level, double quiet, const std::string& text) {
  const std::unique_ptr<zint_symbol, Free> symbol(ZBarcode_Create());
  CHECK(symbol != nullptr);
  symbol->symbology = kind;
  symbol->input_mode = mode;
  symbol->option_1 = level;
  symbol->show_hrt = 0;
  if (kind == BARCODE_DATAMATRIX) symbol->option_3 = DM_SQUARE;  // what scanners look for first
  const int code = ZBarcode_Encode(symbol.get(), reinterpret_cast<const unsigned char*>(text.c_str()),
                                   static_cast<int>(text.size()));
  if (code >= ZINT_ERROR) return refuse(not_printable, "{}: {}", word(symbology), symbol->errtxt);
  return Barcode{symbology, static_cast<double>(symbol->width), static_cast<double>(symbol->rows), quiet,
                 bars_of(*symbol)};
}

}  // namespace

Result<Barcode> gs1_barcode(Symbology symbology, const marking::Gs1Elements& elements) {
  const bool bars = symbology == Symbology::gs1_128;
  if (bars && marking::to_raw(elements).size() > kLongestGs1128)
    return refuse(not_printable, "GS1-128 carries at most {} characters", kLongestGs1128);
  return encoded(symbology, bars ? BARCODE_GS1_128 : BARCODE_DATAMATRIX, GS1_MODE, -1,
                 bars ? kQuietBars : kQuietDataMatrix, in_square_brackets(elements));
}

Result<Barcode> qr_barcode(const std::string& link) {
  return encoded(Symbology::qr, BARCODE_QRCODE, UNICODE_MODE, kQrLevelM, kQuietQr, link);
}

}  // namespace lotline::exchange
