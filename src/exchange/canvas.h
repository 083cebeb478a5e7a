#pragma once
// A sheet that reliefs, lines and words are drawn on, kept as PNG. Places are pixels from the upper left corner.

#include <memory>
#include <string>
#include <string_view>

#include "base/refusal.h"
#include "surface/relief.h"

namespace lotline::exchange {

struct Box {
  double x = 0, y = 0, width = 0, height = 0;
};

enum class Align : unsigned char { left, centre, right };

struct TextStyle {
  double size = 14;
  bool bold = false;
  Align align = Align::left;
  surface::Colour colour{20, 20, 20};
  bool halo = false;  ///< a light rim, to be read on a relief
};

struct LineStyle {
  double width = 1.5;
  surface::Colour colour{20, 20, 20};
  bool dashed = false;
  bool halo = false;
};

class Canvas {
 public:
  Canvas(int width, int height);
  Canvas(Canvas&&) noexcept;
  Canvas& operator=(Canvas&&) noexcept;
  ~Canvas();

  void fill(const Box& box, surface::Colour colour);
  void outline(const Box& box, const LineStyle& style);
  void image(const surface::Relief& relief, const Box& box);
  /// A closed line through four corners.
  void quadrangle(const double (&x)[4], const double (&y)[4], const LineStyle& style);
  void line(double x0, double y0, double x1, double y1, const LineStyle& style);
  void circle(double x, double y, double radius, const LineStyle& style);
  /// The text's baseline begins, is centred or ends at the place.
  void text(double x, double y, std::string_view text, const TextStyle& style);
  [[nodiscard]] double width_of(std::string_view text, const TextStyle& style) const;

  /// Refuses (unwritable_file).
  Result<void> save_png(const std::string& path) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace lotline::exchange
