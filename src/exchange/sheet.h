#pragma once
// Pages that are printed: words, lines and areas kept as vectors in SVG or PDF, or rastered as PNG for a screen. Places
// and sizes are millimetres from the upper left corner of the page. Words are set by pango, so that Arabic is shaped
// and runs from right to left. The same drawing gives the same bytes: of the day it was made only the day asked for is
// told.

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "exchange/canvas.h"

namespace lotline::exchange {

enum class SheetFormat : unsigned char { svg, pdf, png };
[[nodiscard]] std::string_view media_type(SheetFormat format);

struct SheetOptions {
  SheetFormat format = SheetFormat::pdf;
  double width_mm = 210, height_mm = 297;
  std::string title{};  ///< of the document, in its properties
  Day made{};           ///< likewise; PDF alone keeps it
};

/// How words are set.
struct Setting {
  double size_mm = 3;  ///< of the letters' body: a capital is about seven tenths of it
  bool bold = false;
  Align align = Align::left;
  surface::Colour colour{20, 20, 20};
  double leading = 1.2;   ///< from line to line, in sizes
  bool one_line = false;  ///< what does not fit ends with an ellipsis; else it is folded
};

class Sheet {
 public:
  /// REQUIRES a width and a height above 0. A PNG has 300 points to the inch.
  explicit Sheet(const SheetOptions& options);
  ~Sheet();
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  /// What follows stands on a new page. REQUIRES PDF: the other formats have one.
  void next_page();

  /// What follows is drawn from this place on as if it were the upper left corner, until the next call.
  void move_corner(double x, double y);

  void fill(const Box& area, surface::Colour colour);
  /// As one area: where two touch, no rim shows between them.
  void fill(std::span<const Box> areas, surface::Colour colour);
  void outline(const Box& area, const LineStyle& style);
  void line(double x0, double y0, double x1, double y1, const LineStyle& style);
  /// A band that bends from (x0, y0) to (x1, y1) as water would, `wide` across.
  void band(double x0, double y0, double x1, double y1, double wide, surface::Colour colour);

  /// Sets the words in a column of this width, their top at y; gives the height they take.
  double words(double x, double y, double width, std::string_view text, const Setting& setting);
  [[nodiscard]] double height_of(std::string_view text, double width, const Setting& setting) const;
  /// Of the longest line, unfolded.
  [[nodiscard]] double width_of(std::string_view text, const Setting& setting) const;

  /// The whole document; nothing is drawn after it.
  [[nodiscard]] std::string take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace lotline::exchange
