#include "exchange/label_layout.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "exchange/refusals.h"

namespace lotline::exchange {

namespace {

constexpr surface::Colour kQuietInk{90, 90, 90};
constexpr surface::Colour kPaper{255, 255, 255};
constexpr double kGap = 1.3;            ///< between lines of one size, in sizes
constexpr double kWidestSquare = 0.55;  ///< of the label: the column of a square symbol
constexpr double kSeemlySquare = 0.3;   ///< likewise: a square symbol that had a choice

std::string joined(const std::vector<std::string>& parts, std::string_view joint) {
  return fmt::format("{}", fmt::join(parts, joint));
}

class Layout {
 public:
  Layout(const LabelFormat& format, const Sheet& ruler)
      : format_(format), ruler_(ruler), top_(format.margin_mm), bottom_(format.height_mm - format.margin_mm) {}

  void warn(const service::Label& label) {
    if (!label.simulated) return;
    const double high = 1.9 * format_.value_mm;
    laid_.warning = {0, 0, format_.width_mm, high};
    const Setting setting{format_.value_mm, true, Align::centre, kPaper};
    put(0, 0.45 * (high - 1.164 * format_.value_mm), format_.width_mm, std::string{kWarning}, setting);
    top_ = high + 0.6 * format_.margin_mm;
  }

  void head(const service::Label& label) {
    const Setting setting{format_.heading_mm, true};
    top_ += put(format_.margin_mm, top_, inner(), label.heading, setting) + 0.35 * format_.heading_mm;
  }

  /// At the foot, the last lowest.
  void stack_bars(std::vector<LabelSymbol> symbols) {
    const double each = format_.bar_height_mm + hri_gap() + kGap * format_.hri_mm;
    const double between = format_.hri_mm;
    double y = bottom_ - static_cast<double>(symbols.size()) * (each + between) + between;
    bottom_ = y - 0.5 * format_.margin_mm;
    for (auto& symbol : symbols) {
      const double wide = symbol.module_mm * symbol.barcode.columns;
      const double x = (format_.width_mm - wide) / 2;
      const Box place{x, y, wide, format_.bar_height_mm};
      put(format_.margin_mm, y + format_.bar_height_mm + hri_gap(), inner(), joined(symbol.hri, " "),
          {format_.hri_mm, false, Align::centre});
      laid_.symbols.push_back({std::move(symbol), place});
      y += each + between;
    }
  }

  /// At the right, in the middle of the height, where whoever aims at the label looks first; what is left of the width
  /// is for the words.
  void stand_square(LabelSymbol symbol) {
    const Setting setting{format_.hri_mm};
    const double quiet = symbol.module_mm * symbol.barcode.quiet;
    const double side = symbol.module_mm * symbol.barcode.columns;
    double column = symbol.width_mm();
    for (const auto& element : symbol.hri) column = std::max(column, quiet + ruler_.width_of(element, setting));
    column = std::min(column + 0.2, kWidestSquare * format_.width_mm);
    const double left = format_.width_mm - format_.margin_mm - column;
    const double below = hri_gap() + ruler_.height_of(joined(symbol.hri, "\n"), column - quiet, setting);
    const double high = symbol.height_mm(0) + below;
    double y = top_ + std::max(0.0, (bottom_ - top_ - high) / 2) + quiet;
    const Box place{left + quiet, y, side, symbol.module_mm * symbol.barcode.rows};
    y += place.height + quiet + hri_gap();
    y += put(left + quiet, y, column - quiet, joined(symbol.hri, "\n"), setting);
    lowest_ = std::max(lowest_, y);
    right_ = left - format_.margin_mm;
    laid_.symbols.push_back({std::move(symbol), place});
  }

  void lines(const service::Label& label) {
    const Setting title{format_.title_mm, false, Align::left, kQuietInk}, value{format_.value_mm, true};
    double titles = 0;
    for (const auto& line : label.lines) titles = std::max(titles, ruler_.width_of(line.title, title));
    const double x = format_.margin_mm + titles + format_.title_mm;
    const double width = (right_ > 0 ? right_ : format_.width_mm - format_.margin_mm) - x;
    for (const auto& line : label.lines) {
      // Both stand on one line of writing, though they are of different size.
      put(format_.margin_mm, top_ + 0.95 * (format_.value_mm - format_.title_mm), titles + 0.2, line.title, title);
      top_ += put(x, top_, width, line.value, value) + 0.15 * format_.value_mm;
    }
    lowest_ = std::max(lowest_, top_);
  }

  Result<LaidLabel> done() {
    if (lowest_ > bottom_)
      return refuse(label_too_small, "words and symbols are {:.0f} mm too high", lowest_ - bottom_);
    return std::move(laid_);
  }

 private:
  static constexpr std::string_view kWarning = "SIMULATED: nothing here is true of anybody";

  double put(double x, double y, double width, std::string text, const Setting& setting) {
    const double high = ruler_.height_of(text, width, setting);
    laid_.words.push_back({x, y, width, std::move(text), setting});
    return high;
  }
  [[nodiscard]] double inner() const { return format_.width_mm - 2 * format_.margin_mm; }
  [[nodiscard]] double hri_gap() const { return 0.3 * format_.hri_mm; }

  const LabelFormat& format_;
  const Sheet& ruler_;
  LaidLabel laid_{};
  double top_, bottom_;
  double right_ = 0;   ///< where words end; 0 for the margin
  double lowest_ = 0;  ///< that anything comes to
};

}  // namespace

Result<LaidLabel> lay_label(const service::Label& label, Symbology symbology, std::string_view domain,
                            const LabelFormat& format, ModuleSize size, const Sheet& ruler) {
  const bool bars = symbology == Symbology::gs1_128;
  const ModuleWidth& width = bars ? format.bars : format.square;
  const double room = bars ? format.width_mm - 1 : kWidestSquare * format.width_mm;
  auto symbols = TRY(
      label_symbols(label.code, symbology, domain, room, size == ModuleSize::least ? width.least_mm : width.target_mm));
  if (size == ModuleSize::grown && !bars) {
    auto& symbol = symbols.front();
    const double modules = symbol.barcode.columns + 2 * symbol.barcode.quiet;
    symbol.module_mm = std::max(width.target_mm, std::min(width.most_mm, kSeemlySquare * format.width_mm / modules));
  }
  Layout layout(format, ruler);
  layout.warn(label);
  layout.head(label);
  if (bars)
    layout.stack_bars(std::move(symbols));
  else
    layout.stand_square(std::move(symbols.front()));
  layout.lines(label);
  return layout.done();
}

}  // namespace lotline::exchange
