#include "exchange/scan_picture.h"

#include <fmt/format.h>

#include "exchange/canvas.h"
#include "exchange/picture_parts.h"
#include "surface/height_field.h"

namespace lotline::exchange {

namespace {

constexpr double kWidth = 1100;
constexpr double kTallest = 1052;
constexpr TextStyle kTitle{18, true};
constexpr TextStyle kSmall{12.5};
/// Points along a side of the picture's relief: what a screen shows, twice.
constexpr std::size_t kMostPoints = 2104;

}  // namespace

Result<void> write_scan_picture(const std::string& path, const ScanPicture& picture) {
  const surface::HeightField field = surface::field_of(picture.scan.map, kMostPoints);
  const surface::Relief relief = surface::light_up(field, {picture.light, 0, 0, 0});
  const double inner = kWidth - 2 * kMargin;
  const Box box = fitted(field, {kMargin, kMargin + 28, inner, kTallest});
  const Canvas ruler(1, 1);
  std::vector<std::string> lines{fmt::format("SHA-256 of the file: {}", picture.scan.sha256)};
  for (const std::string& line : picture.lines)
    for (std::string& part : folded(ruler, line, inner, kSmall)) lines.push_back(std::move(part));
  const double under = box.y + box.height + 14;
  const double height = under + 52 + 1.45 * kSmall.size * static_cast<double>(lines.size()) + kMargin;

  Canvas canvas(static_cast<int>(kWidth), static_cast<int>(height));
  canvas.text(kMargin, kMargin + 14, picture.name, kTitle);
  draw_relief(canvas, field, relief, box);
  draw_light(canvas, picture.light, relief.exaggeration, kMargin, under);
  draw_tint(canvas, relief, kMargin + 300, under);
  canvas.fill({kMargin + 560, under + 4, 14, 14}, {226, 226, 226});
  canvas.outline({kMargin + 560, under + 4, 14, 14}, {1, {120, 120, 120}});
  canvas.text(kMargin + 582, under + 16, "not measured", {12});
  draw_lines(canvas, lines, kMargin, under + 66, kSmall);
  return canvas.save_png(path);
}

}  // namespace lotline::exchange
