#include "exchange/comparison_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "comparison/cells.h"
#include "comparison/laid_over.h"
#include "exchange/canvas.h"
#include "exchange/picture_parts.h"

namespace lotline::exchange {

namespace {

constexpr double kWidth = 1640;
constexpr double kBetween = 16;
constexpr double kTallest = 620;
constexpr std::size_t kMostPoints = 1040;  ///< along a side of a panel: what it shows, twice
/// A window as wide as a cell tells of the same waves as the cells do.
const double kCellUm = comparison::kBasePitchUm * std::pow(2, comparison::CellOptions{}.level) *
                       static_cast<double>(comparison::CellOptions{}.side);
constexpr TextStyle kTitle{15, true};
constexpr TextStyle kSmall{12.5};
constexpr surface::Colour kAgrees{196, 30, 58};
constexpr surface::Colour kApart{90, 90, 90};

/// Panels of one frame: where a place of a's frame stands in each.
struct Panel {
  Box box;
  comparison::Point lower_left;
  double pixels_um;

  [[nodiscard]] double x(comparison::Point p) const { return box.x + (p.x_um - lower_left.x_um) * pixels_um; }
  [[nodiscard]] double y(comparison::Point p) const {
    return box.y + box.height - (p.y_um - lower_left.y_um) * pixels_um;
  }
};

void draw_square(Canvas& canvas, const Panel& panel, const comparison::CellMatch& cell, bool in_b,
                 const comparison::Pose& a_from_b, const LineStyle& style, const std::string& number) {
  const double half = kCellUm / 2;
  const double corner_x[] = {-half, half, half, -half}, corner_y[] = {-half, -half, half, half};
  const comparison::Pose b_from_cell = inverse(cell.cell_from_b);
  // In b's panel a cell stands where it was found, which is off its own place by as much as it disagrees with the rest.
  const auto shown = [&](comparison::Point in_a) { return in_b ? apply(a_from_b, apply(b_from_cell, in_a)) : in_a; };
  double x[4], y[4];
  for (std::size_t i = 0; i < 4; ++i) {
    const auto at = shown({cell.x_um + corner_x[i], cell.y_um + corner_y[i]});
    x[i] = panel.x(at);
    y[i] = panel.y(at);
  }
  canvas.quadrangle(x, y, style);
  if (number.empty()) return;
  const auto middle = shown({cell.x_um, cell.y_um});
  canvas.text(panel.x(middle), panel.y(middle) + 4.5, number, {13, true, Align::centre, style.colour, true});
}

void draw_cells(Canvas& canvas, const Panel& panel, const comparison::Comparison& found, bool in_b) {
  if (!in_b)
    for (const auto& cell : found.cells)
      if (!cell.congruent) draw_square(canvas, panel, cell, in_b, found.a_from_b, {0.8, kApart, true}, "");
  int number = 0;
  for (const auto& cell : found.cells)
    if (cell.congruent)
      draw_square(canvas, panel, cell, in_b, found.a_from_b, {1.6, kAgrees, false, true}, std::to_string(++number));
}

surface::Relief map_of(const comparison::LaidOver& laid) {
  const auto correlation = comparison::local_correlation(laid, kCellUm);
  surface::Relief map{laid.a.columns, laid.a.rows, std::vector<std::uint32_t>(correlation.size(), 0), 1, -1, 1};
  for (std::size_t i = 0; i < correlation.size(); ++i)
    if (!std::isnan(correlation[i]))
      map.pixels[(map.rows - 1 - i / map.columns) * map.columns + i % map.columns] =
          surface::opaque(surface::correlation_colour(static_cast<double>(correlation[i])));
  return map;
}

std::string shortened_to(const Canvas& canvas, std::string text, double width) {
  if (canvas.width_of(text, kTitle) <= width) return text;
  while (text.size() > 1 && canvas.width_of(text + "\u2026", kTitle) > width) {
    do text.pop_back();
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U);
  }
  return text + "\u2026";
}

std::vector<std::string> lines_of(const ComparisonPicture& picture, double width) {
  const auto& pose = picture.found.a_from_b;
  std::vector<std::string> all{
      fmt::format("A: {}, SHA-256 {}", picture.a.name, picture.a.sha256),
      fmt::format("B: {}, SHA-256 {}", picture.b.name, picture.b.sha256),
      fmt::format("B is shown turned by {:.2f}\u00b0 (counter-clockwise is positive) and moved by {:.1f} \u00b5m along "
                  "x (to the right) and {:.1f} \u00b5m along y (up), about the middles of the scans. Shown are the "
                  "surfaces that were compared: levelled, cut to the mark and band-passed.",
                  pose.rotation_deg, pose.tx_um, pose.ty_um),
      fmt::format("Squares of {:.4g} \u00b5m are the cells of A; the {} numbered ones agree with each other on one "
                  "pose and stand in B "
                  "where each was found. The map shows the correlation in a window of that size round each point.",
                  kCellUm, std::count_if(picture.found.cells.begin(), picture.found.cells.end(), [](const auto& cell) {
                    return cell.congruent;
                  }))};
  all.insert(all.end(), picture.lines.begin(), picture.lines.end());
  const Canvas ruler(1, 1);
  std::vector<std::string> lines;
  for (const std::string& line : all)
    for (std::string& part : folded(ruler, line, width, kSmall)) lines.push_back(std::move(part));
  return lines;
}

}  // namespace

Result<void> write_comparison_picture(const std::string& path, const ComparisonPicture& picture) {
  const auto laid =
      comparison::lay_over(picture.a.surface, picture.b.surface, picture.found.a_from_b, kCellUm / 2, kMostPoints);
  const surface::Relief first = surface::light_up(laid.a, {picture.light, 0, 0, 0});
  // One exaggeration and one tint for both, or what looks different would be the picture's doing.
  const surface::Relief second =
      surface::light_up(laid.b, {picture.light, first.exaggeration, first.lowest_um, first.highest_um});
  const double inner = kWidth - 2 * kMargin;
  const double each = (inner - 2 * kBetween) / 3;
  const Box box = fitted(laid.a, {kMargin, kMargin + 24, each, kTallest});
  const auto lines = lines_of(picture, inner);
  const double under = box.y + box.height + 14;
  const double height = under + 60 + 1.45 * kSmall.size * static_cast<double>(lines.size()) + kMargin;

  Canvas canvas(static_cast<int>(kWidth), static_cast<int>(height));
  const auto panel = [&](int index) {
    return Panel{{kMargin + index * (each + kBetween), box.y, box.width, box.height},
                 laid.lower_left,
                 box.width / (laid.a.pitch_um * static_cast<double>(laid.a.columns))};
  };
  const auto title = [&](int index, const std::string& text) {
    canvas.text(panel(index).box.x, kMargin + 12, shortened_to(canvas, text, each), kTitle);
  };
  title(0, "A  " + picture.a.name);
  title(1, "B  " + picture.b.name + ", as it lies on A");
  title(2, "Where they agree");
  draw_relief(canvas, laid.a, first, panel(0).box);
  draw_cells(canvas, panel(0), picture.found, false);
  draw_relief(canvas, laid.b, second, panel(1).box);
  draw_cells(canvas, panel(1), picture.found, true);
  draw_relief(canvas, laid.a, map_of(laid), panel(2).box);
  draw_light(canvas, picture.light, first.exaggeration, kMargin, under);
  draw_tint(canvas, first, kMargin + 290, under);
  draw_correlation_legend(canvas, "local correlation", panel(2).box.x, under);
  draw_lines(canvas, lines, kMargin, under + 70, kSmall);
  return canvas.save_png(path);
}

}  // namespace lotline::exchange
