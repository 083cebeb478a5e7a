#include "exchange/picture_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/text.h"

namespace lotline::exchange {

namespace {

constexpr surface::Colour kPaper{226, 226, 226};
constexpr surface::Colour kFrame{120, 120, 120};
constexpr double kLegendWidth = 220;

/// The longest of 1, 2, 5, 10 ... um that takes no more than a quarter of the width.
double bar_um(double width_um) {
  const double most = width_um / 4;
  const double decade = std::pow(10, std::floor(std::log10(most)));
  for (const double step : {5.0, 2.0, 1.0})
    if (step * decade <= most) return step * decade;
  return decade;
}

void draw_scale(Canvas& canvas, double width_um, const Box& box) {
  const double um = bar_um(width_um);
  const double length = um / width_um * box.width;
  const double x = box.x + 12, y = box.y + box.height - 12;
  const std::string words = length_in_words(um);
  const TextStyle style{13, true, Align::centre};
  const double room = std::max(length, canvas.width_of(words, style)) + 16;
  canvas.fill({x - 6, y - 28, room, 36}, {255, 255, 255});
  canvas.fill({x + 2, y - 4, length, 5}, {0, 0, 0});
  canvas.text(x + room / 2 - 6, y - 12, words, style);
}

template <class ColourOf>
void draw_ramp(Canvas& canvas, double x, double y, const ColourOf& colour_of) {
  for (int i = 0; i < static_cast<int>(kLegendWidth); ++i)
    canvas.fill({x + i, y, 1.5, 14}, colour_of(i / (kLegendWidth - 1)));
  canvas.outline({x, y, kLegendWidth, 14}, {1, kFrame});
}

}  // namespace

std::string length_in_words(double um) {
  return um >= 1000 ? fmt::format("{:.4g} mm", um / 1000) : fmt::format("{:.4g} \u00b5m", um);
}

Box fitted(const surface::HeightField& field, const Box& room) {
  const double scale =
      std::min(room.width / static_cast<double>(field.columns), room.height / static_cast<double>(field.rows));
  return {room.x, room.y, std::max(1.0, scale * static_cast<double>(field.columns)),
          std::max(1.0, scale * static_cast<double>(field.rows))};
}

void draw_relief(Canvas& canvas, const surface::HeightField& field, const surface::Relief& relief, const Box& box) {
  canvas.fill(box, kPaper);
  canvas.image(relief, box);
  canvas.outline(box, {1, kFrame});
  draw_scale(canvas, field.pitch_um * static_cast<double>(field.columns), box);
}

void draw_light(Canvas& canvas, const surface::Light& light, double exaggeration, double x, double y) {
  constexpr double kRadius = 18;
  const double cx = x + kRadius + 2, cy = y + kRadius + 2;
  canvas.circle(cx, cy, kRadius, {1, kFrame});
  const double turned = light.azimuth_deg * std::numbers::pi / 180;
  // Overhead the lamp stands in the middle of the circle, at the horizon on its rim.
  const double out = kRadius * std::cos(light.elevation_deg * std::numbers::pi / 180);
  const double lx = cx + out * std::sin(turned), ly = cy - out * std::cos(turned);
  canvas.line(lx, ly, cx, cy, {1.5, {200, 140, 0}});
  canvas.circle(lx, ly, 3, {3, {230, 160, 0}});
  canvas.text(x + 2 * kRadius + 14, cy - 4,
              fmt::format("light from {:.4g}\u00b0, {:.4g}\u00b0 above", light.azimuth_deg, light.elevation_deg), {13});
  canvas.text(x + 2 * kRadius + 14, cy + 13, fmt::format("relief \u00d7 {:.4g}", exaggeration), {13});
}

void draw_tint(Canvas& canvas, const surface::Relief& relief, double x, double y) {
  draw_ramp(canvas, x, y + 4, [](double place) { return surface::tint(place); });
  canvas.text(x, y + 34, fmt::format("{:.3g} \u00b5m", relief.lowest_um), {12});
  canvas.text(x + kLegendWidth / 2, y + 34, "height", {12, false, Align::centre});
  canvas.text(x + kLegendWidth, y + 34, fmt::format("{:.3g} \u00b5m", relief.highest_um), {12, false, Align::right});
}

void draw_correlation_legend(Canvas& canvas, std::string_view caption, double x, double y) {
  draw_ramp(canvas, x, y + 4, [](double place) { return surface::correlation_colour(2 * place - 1); });
  canvas.text(x, y + 34, "\u22121", {12});
  canvas.text(x + kLegendWidth / 2, y + 34, caption, {12, false, Align::centre});
  canvas.text(x + kLegendWidth, y + 34, "1", {12, false, Align::right});
}

std::vector<std::string> folded(const Canvas& canvas, std::string_view text, double width, const TextStyle& style) {
  std::vector<std::string> lines{""};
  for (const std::string_view part : split(text, ' ')) {
    const std::string longer = lines.back().empty() ? std::string{part} : fmt::format("{} {}", lines.back(), part);
    if (lines.back().empty() || canvas.width_of(longer, style) <= width)
      lines.back() = longer;
    else
      lines.emplace_back(part);
  }
  return lines;
}

double draw_lines(Canvas& canvas, const std::vector<std::string>& lines, double x, double y, const TextStyle& style) {
  for (const std::string& line : lines) {
    canvas.text(x, y, line, style);
    y += style.size * 1.45;
  }
  return y;
}

}  // namespace lotline::exchange
