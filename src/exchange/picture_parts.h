#pragma once
// What every picture of a scan carries: a relief in its frame, a scale bar, the lamp, the tint's legend, lines of text.

#include <string>
#include <string_view>
#include <vector>

#include "exchange/canvas.h"
#include "surface/height_field.h"

namespace lotline::exchange {

inline constexpr double kMargin = 24;

/// The largest box of the field's proportions inside the room, at its upper left corner.
[[nodiscard]] Box fitted(const surface::HeightField& field, const Box& room);
/// The relief on grey paper (which shows where nothing is) in a thin frame, and a scale bar in its lower left corner.
void draw_relief(Canvas& canvas, const surface::HeightField& field, const surface::Relief& relief, const Box& box);
/// A lamp over a circle, with its direction in words to the right; takes a height of 44.
void draw_light(Canvas& canvas, const surface::Light& light, double exaggeration, double x, double y);
/// The tint from the lowest to the highest height; takes a width of 260 and a height of 44.
void draw_tint(Canvas& canvas, const surface::Relief& relief, double x, double y);
/// Correlation from -1 to 1; the same room.
void draw_correlation_legend(Canvas& canvas, std::string_view caption, double x, double y);

/// Lines broken to the width, and where the next one would stand.
[[nodiscard]] std::vector<std::string> folded(const Canvas& canvas, std::string_view text, double width,
                                              const TextStyle& style);
double draw_lines(Canvas& canvas, const std::vector<std::string>& lines, double x, double y, const TextStyle& style);

/// Micrometres, or millimetres from 1000 um on, without needless noughts.
[[nodiscard]] std::string length_in_words(double um);

}  // namespace lotline::exchange
