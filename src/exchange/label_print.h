#pragma once
// Labels as a file that is printed: SVG of one, PDF of any number (a page each, as label printers want them, or many on
// A4 with marks to cut along), PNG of one for a screen.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "exchange/barcode.h"
#include "exchange/sheet.h"
#include "service/label.h"

namespace lotline::exchange {

enum class LabelPaper : unsigned char {
  own,  ///< a page of its own size for each label
  a4    ///< many on a page
};

struct LabelOrder {
  std::optional<Symbology> symbology{};  ///< none: a square symbol on a box, bars on what is larger
  SheetFormat format = SheetFormat::svg;
  std::string domain = "id.gs1.org";  ///< of the web address in a QR code
  LabelPaper paper{};
  Day made{};
};

struct PrintedSymbol {
  Symbology symbology{};
  double module_mm = 0;
  std::string carries;  ///< element string in brackets, or web address
};

struct LabelPrint {
  std::string bytes;
  SheetFormat format{};
  double width_mm = 0, height_mm = 0;  ///< of one label
  int pages = 1;
  std::vector<std::vector<PrintedSymbol>> labels;  ///< the symbols of each
};

/// REQUIRES at least one label, all of one level. Refuses several labels that are not PDF, a domain that is none, and
/// what cannot be drawn so that scanners read it.
Result<LabelPrint> print_labels(std::span<const service::Label> labels, const LabelOrder& order);

}  // namespace lotline::exchange

namespace lotline {
template <>
struct Words<exchange::SheetFormat> {
  using F = exchange::SheetFormat;
  static constexpr std::array<Word<F>, 3> all{{{F::svg, "svg"}, {F::pdf, "pdf"}, {F::png, "png"}}};
};
template <>
struct Words<exchange::LabelPaper> {
  using P = exchange::LabelPaper;
  static constexpr std::array<Word<P>, 2> all{{{P::own, "own"}, {P::a4, "a4"}}};
};
}  // namespace lotline
