#include "bench/generated_likeness.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "comparison/compare.h"
#include "comparison/raster.h"

namespace lotline::bench {

namespace {

using comparison::Features;
using comparison::Point;
using comparison::Sheet;

constexpr int kLag = 4;  // points of 12.5 um

/// Rings about the hole, by micrometres from its rim.
constexpr std::array<double, 4> kRings{0, 100, 200, 1e9};
constexpr std::size_t kRingCount = kRings.size() - 1;
constexpr std::array<const char*, kRingCount> kRingNames{"to 100 um of the hole", "100 to 200 um", "farther out"};

/// The firing-pin hole: the middle of what is missing within the face, and its radius.
struct Hole {
  Point middle{};
  double radius_um = 0;
};

Hole hole_of(const Sheet& sheet) {
  double left = 1e9, right = -1e9, low = 1e9, high = -1e9;
  const auto each = [&](const auto& act) {
    for (int row = 0; row < sheet.rows; ++row)
      for (int column = 0; column < sheet.columns; ++column)
        act(sheet.point(column, row), sheet.present[sheet.index(column, row)] != 0);
  };
  each([&](Point p, bool present) {
    if (!present) return;
    left = std::min(left, p.x_um);
    right = std::max(right, p.x_um);
    low = std::min(low, p.y_um);
    high = std::max(high, p.y_um);
  });
  const Point face{(left + right) / 2, (low + high) / 2};
  const double face_um = (right - left) / 2 - 2 * sheet.pitch_um;
  double x = 0, y = 0, missing = 0;
  each([&](Point p, bool present) {
    if (present || std::hypot(p.x_um - face.x_um, p.y_um - face.y_um) > face_um) return;
    x += p.x_um;
    y += p.y_um;
    ++missing;
  });
  if (missing == 0) return {face, 0};
  return {{x / missing, y / missing}, std::sqrt(missing * sheet.pitch_um * sheet.pitch_um / std::numbers::pi)};
}

/// Sums of products of two sides, and what they make.
struct Products {
  double both = 0, of_one = 0, of_other = 0, count = 0;

  void add(double one, double other) {
    both += one * other;
    of_one += one * one;
    of_other += other * other;
    ++count;
  }
  [[nodiscard]] double correlation() const { return both / std::sqrt(of_one * of_other); }
  [[nodiscard]] double deviation() const { return std::sqrt(of_one / count); }
};

struct Rings {
  std::array<Products, kRingCount> along{}, across{}, matching{}, height{};
};

/// Which ring a place is of, and the unit vector away from the hole; none within the hole.
struct Lies {
  std::size_t ring = kRingCount;
  double out_x = 0, out_y = 0;
};

Lies lies(const Hole& hole, Point p) {
  const double x = p.x_um - hole.middle.x_um, y = p.y_um - hole.middle.y_um;
  const double r = std::hypot(x, y);
  const double outside = r - hole.radius_um;
  for (std::size_t ring = 0; ring < kRingCount; ++ring)
    if (outside >= kRings[ring] && outside < kRings[ring + 1]) return {ring, x / r, y / r};
  return {};
}

void add_face(const Features& face, Rings& rings) {
  const Sheet& sheet = face.sheet[0];
  const Hole hole = hole_of(sheet);
  for (int row = 0; row < sheet.rows; ++row)
    for (int column = 0; column < sheet.columns; ++column) {
      const auto here = sheet.index(column, row);
      const Lies at = lies(hole, sheet.point(column, row));
      if (sheet.present[here] == 0 || at.ring == kRingCount) continue;
      rings.height[at.ring].add(sheet.value[here], 0);
      const auto moved = [&](double x, double y, Products& into) {
        const auto there = sheet.index(column + static_cast<int>(std::lround(kLag * x)),
                                       row + static_cast<int>(std::lround(kLag * y)));
        if (sheet.present[there] != 0) into.add(sheet.value[here], sheet.value[there]);
      };
      moved(-at.out_y, at.out_x, rings.along[at.ring]);
      moved(at.out_x, at.out_y, rings.across[at.ring]);
    }
}

void add_pair(const Features& a, const Features& b, Rings& rings) {
  const Sheet& under = a.sheet[0];
  const Hole hole = hole_of(under);
  Sheet moved;
  comparison::lay(b.raster[0], comparison::compare(a, b).a_from_b, under, moved);
  for (int row = 0; row < under.rows; ++row)
    for (int column = 0; column < under.columns; ++column) {
      const Lies at = lies(hole, under.point(column, row));
      const auto here = under.index(column, row), there = moved.index(column, row);
      if (at.ring == kRingCount || under.present[here] == 0 || moved.present[there] == 0) continue;
      rings.matching[at.ring].add(under.value[here], moved.value[there]);
    }
}

Rings rings_of(const Faces& faces) {
  Rings rings;
  for (std::size_t i = 0; i < faces.features.size(); ++i) {
    add_face(faces.features[i], rings);
    for (std::size_t j = i + 1; j < faces.features.size(); ++j)
      if (faces.firearm[i] == faces.firearm[j]) add_pair(faces.features[i], faces.features[j], rings);
  }
  return rings;
}

}  // namespace

void print_likeness(const std::vector<Faces>& kinds) {
  std::vector<Rings> rings;
  std::string header = "| |", line = "|---|";
  for (const Faces& faces : kinds) {
    rings.push_back(rings_of(faces));
    header += fmt::format(" {} |", faces.name);
    line += "---|";
  }
  fmt::print("{}\n{}\n", header, line);
  const auto row = [&](const char* what, std::size_t ring, const auto& value) {
    std::string text = fmt::format("| {}, {} |", what, kRingNames[ring]);
    for (const Rings& one : rings) text += fmt::format(" {:.2f} |", value(one));
    fmt::print("{}\n", text);
  };
  for (std::size_t ring = 0; ring < kRingCount; ++ring) {
    row("with itself 50 um along the rim", ring, [&](const Rings& r) { return r.along[ring].correlation(); });
    row("with itself 50 um across it", ring, [&](const Rings& r) { return r.across[ring].correlation(); });
    row("with another firing of the gun", ring, [&](const Rings& r) { return r.matching[ring].correlation(); });
    if (ring + 1 < kRingCount)
      row("roughness, of that farther out", ring,
          [&](const Rings& r) { return r.height[ring].deviation() / r.height.back().deviation(); });
  }
  fmt::print("\n");
}

}  // namespace lotline::bench
