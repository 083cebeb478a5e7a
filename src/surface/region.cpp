#include "surface/region.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/steady_math.h"
#include "surface/patches.h"

namespace lotline::surface {

namespace {

using Marks = std::vector<std::uint8_t>;

/// Square micrometres: a smaller patch is a scratch or a spike and gives no margin, nor is it an island of the mark.
constexpr double kPatch = 20'000;
/// Square micrometres: a smaller hole is a dropout; the smallest firing pins leave one of 0.5 mm across.
constexpr double kHole = 100'000;
/// Directions in which edges are looked for.
constexpr int kRays = 180;

double cells_in(double area_um2) { return area_um2 / (cell_um * cell_um); }

bool big(std::size_t cells, double area_um2) { return static_cast<double>(cells) >= cells_in(area_um2); }

/// The cell at a place; size() outside of the grid.
std::size_t cell_at(const Cells& cells, double x_um, double y_um) {
  const auto index = [](const std::vector<double>& middles, double at) {
    const double step = middles.size() > 1 ? middles[1] - middles[0] : cell_um;
    return std::floor((at - middles[0]) / step + 0.5);
  };
  const double column = index(cells.x_um, x_um);
  const double row = index(cells.y_um, y_um);
  if (column < 0 || row < 0 || column >= static_cast<double>(cells.columns) || row >= static_cast<double>(cells.rows))
    return cells.size();
  return static_cast<std::size_t>(row) * cells.columns + static_cast<std::size_t>(column);
}

Place middle_of(const Cells& cells, const Marks& part) {
  Place sum;
  double count = 0;
  for (std::size_t i = 0; i < part.size(); ++i)
    if (part[i] != 0) {
      sum.x_um += cells.x_um[i % cells.columns];
      sum.y_um += cells.y_um[i / cells.columns];
      ++count;
    }
  return count > 0 ? Place{sum.x_um / count, sum.y_um / count} : Place{};
}

double reach_of(const Cells& cells) {
  const double x = cells.x_um.back() - cells.x_um.front();
  const double y = cells.y_um.back() - cells.y_um.front();
  return std::sqrt(x * x + y * y) + cell_um;
}

struct Edge {
  std::vector<Place> places{};  ///< where the part ends, beyond which something else was measured
  double seen = 0;              ///< share of the rays that end so
};

/// Looks outward from `from` for the last cell of `part` along each ray, and for anything measured within 0.3 mm of it.
Edge outer_edge(const Cells& cells, const Marks& part, Place from) {
  constexpr double kBeyondUm = 300;
  Edge edge;
  int rays = 0;
  const double reach = reach_of(cells);
  for (int ray = 0; ray < kRays; ++ray) {
    const double angle = 2 * std::numbers::pi * ray / kRays;
    const double cosine = steady::cos(angle);
    const double sine = steady::sin(angle);
    double last = -1;
    for (double r = 0; r < reach; r += cell_um / 2)
      if (const auto cell = cell_at(cells, from.x_um + r * cosine, from.y_um + r * sine);
          cell < cells.size() && part[cell] != 0)
        last = r;
    if (last < 0) continue;
    ++rays;
    for (double r = last + cell_um; r < last + kBeyondUm; r += cell_um / 2)
      if (const auto cell = cell_at(cells, from.x_um + r * cosine, from.y_um + r * sine);
          cell < cells.size() && part[cell] == 0 && cells.there[cell] != 0) {
        edge.places.push_back({from.x_um + last * cosine, from.y_um + last * sine});
        break;
      }
  }
  edge.seen = rays > 0 ? static_cast<double>(edge.places.size()) / rays : 0;
  return edge;
}

/// Looks outward from `from` for the first cell of `part` along each ray.
std::vector<Place> inner_edge(const Cells& cells, const Marks& part, Place from) {
  std::vector<Place> places;
  const double reach = reach_of(cells);
  for (int ray = 0; ray < kRays; ++ray) {
    const double angle = 2 * std::numbers::pi * ray / kRays;
    const double cosine = steady::cos(angle);
    const double sine = steady::sin(angle);
    for (double r = 0; r < reach; r += cell_um / 2)
      if (const auto cell = cell_at(cells, from.x_um + r * cosine, from.y_um + r * sine);
          cell < cells.size() && part[cell] != 0) {
        places.push_back({from.x_um + r * cosine, from.y_um + r * sine});
        break;
      }
  }
  return places;
}

Marks patch_marks(const Patches& patches, int number) {
  Marks marks(patches.of_cell.size());
  for (std::size_t i = 0; i < marks.size(); ++i) marks[i] = number >= 0 && patches.of_cell[i] == number ? 1 : 0;
  return marks;
}

double distance(const Cells& cells, std::size_t cell, const Circle& circle) {
  const double x = cells.x_um[cell % cells.columns] - circle.x_um;
  const double y = cells.y_um[cell / cells.columns] - circle.y_um;
  return std::sqrt(x * x + y * y);
}

/// What `part` closes in: patches of other cells that do not reach the rim of the grid.
Patches others_of(const Cells& cells, const Marks& part) {
  Marks other(part.size());
  for (std::size_t i = 0; i < part.size(); ++i) other[i] = part[i] == 0 ? 1 : 0;
  return patches_of(cells, other);
}

/// Cells that were not measured in patches that do not reach the rim of the grid, the hole apart.
std::size_t enclosed_by(const Cells& cells, const Patches& others, int hole) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const int patch = others.of_cell[i];
    if (cells.there[i] != 0 || patch < 0 || patch == hole) continue;
    if (others.at_rim[static_cast<std::size_t>(patch)] == 0) ++count;
  }
  return count;
}

struct Hole {
  int patch = -1;
  bool measured = false;  ///< a tenth of it or more was measured: it was not cut out by hand
};

Hole largest_hole(const Cells& cells, const Patches& others) {
  Hole hole;
  for (std::size_t i = 0; i < others.sizes.size(); ++i)
    if (others.at_rim[i] == 0 && big(others.sizes[i], kHole) &&
        (hole.patch < 0 || others.sizes[i] > others.sizes[static_cast<std::size_t>(hole.patch)]))
      hole.patch = static_cast<int>(i);
  if (hole.patch < 0) return hole;
  std::size_t measured = 0;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (others.of_cell[i] == hole.patch) measured += cells.there[i];
  hole.measured = 10 * measured >= others.sizes[static_cast<std::size_t>(hole.patch)];
  return hole;
}

/// Cells that were measured and lie off the face in patches large enough to be a rim or a crater.
Marks off_face(const Cells& cells, const Marks& face) {
  Marks off(face.size());
  for (std::size_t i = 0; i < face.size(); ++i) off[i] = cells.there[i] != 0 && face[i] == 0 ? 1 : 0;
  const auto patches = patches_of(cells, off);
  for (std::size_t i = 0; i < off.size(); ++i)
    if (off[i] != 0 && !big(patches.sizes[static_cast<std::size_t>(patches.of_cell[i])], kPatch)) off[i] = 0;
  return off;
}

Region find_breech_face(const Cells& cells, const PrepareOptions& options) {
  Region region;
  Marks face(cells.size());
  const auto mark_face = [&] {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const double off =
          cells.heights_um[i] - region.form.at(cells.x_um[i % cells.columns], cells.y_um[i / cells.columns]);
      face[i] = cells.there[i] != 0 && std::fabs(off) <= options.tolerance_um ? 1 : 0;
    }
  };
  mark_face();
  Patches patches = patches_of(cells, face);
  Marks main = patch_marks(patches, patches.heaviest());
  // The bow of a primer can be more than the tolerance: once it is known, the rest of the face comes in.
  region.form = fit_form(cells, main, 2, region.form);
  mark_face();
  patches = patches_of(cells, face);
  main = patch_marks(patches, patches.heaviest());

  const auto others = others_of(cells, main);
  const Hole hole = largest_hole(cells, others);
  const Place middle = hole.patch >= 0 ? middle_of(cells, patch_marks(others, hole.patch)) : middle_of(cells, main);
  if (hole.patch >= 0) region.hole = fit_circle(inner_edge(cells, main, middle));
  const Edge edge = outer_edge(cells, main, middle);
  constexpr double kSeen = 0.3;  // of the rays: less is a notch, not a rim
  if (edge.seen >= kSeen) region.edge = fit_circle(edge.places);

  const Marks rim = widened(cells, off_face(cells, face), options.margin_um);
  region.cells.assign(cells.size(), 0);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (face[i] == 0 || rim[i] != 0) continue;
    const bool island = main[i] == 0;
    if (island && edge.seen >= kSeen && !region.edge) continue;
    if (island && !big(patches.sizes[static_cast<std::size_t>(patches.of_cell[i])], kPatch)) continue;
    if (region.edge && distance(cells, i, *region.edge) > region.edge->radius_um - options.margin_um) continue;
    const double hole_margin = hole.measured ? options.margin_um : 0;
    if (region.hole && (island || hole.measured) &&
        distance(cells, i, *region.hole) < region.hole->radius_um + hole_margin)
      continue;
    region.cells[i] = 1;
  }
  region.enclosed = enclosed_by(cells, others, hole.patch);
  if (hole.patch >= 0 && !hole.measured) region.hole.reset();
  region.form = fit_form(cells, region.cells, 2, region.form);
  return region;
}

/// Cells beside which the surface rises by no more than 45 degrees.
Marks without_walls(const Cells& cells, const Marks& part) {
  Marks flat(part.begin(), part.end());
  const auto compare = [&](std::size_t a, std::size_t b) {
    if (part[a] == 0 || part[b] == 0) return;
    if (std::fabs(cells.heights_um[a] - cells.heights_um[b]) > cell_um) flat[a] = flat[b] = 0;
  };
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i % cells.columns + 1 < cells.columns) compare(i, i + 1);
    if (i + cells.columns < cells.size()) compare(i, i + cells.columns);
  }
  return flat;
}

/// The heaviest part without walls of what lies deeper than the face, or of everything where nothing does.
Region find_pit(const Cells& cells, const PrepareOptions& options) {
  Marks part(cells.there.begin(), cells.there.end());
  if (options.mark == Mark::firing_pin) {
    Marks deep(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i)
      deep[i] = cells.there[i] != 0 && cells.heights_um[i] < -options.tolerance_um ? 1 : 0;
    const auto patches = patches_of(cells, deep);
    if (const int pit = patches.heaviest(); pit >= 0 && big(patches.sizes[static_cast<std::size_t>(pit)], kHole))
      part = patch_marks(patches, pit);
  }
  const Marks flat = without_walls(cells, part);
  const auto patches = patches_of(cells, flat);
  Region region;
  region.cells = patch_marks(patches, patches.heaviest());
  region.enclosed = enclosed_by(cells, others_of(cells, region.cells), -1);
  region.form = fit_form(cells, region.cells, 2, region.form);
  return region;
}

}  // namespace

Region whole_scan(const Cells& cells) {
  Region region;
  region.cells.assign(cells.there.begin(), cells.there.end());
  region.enclosed = enclosed_by(cells, others_of(cells, region.cells), -1);
  region.form = fit_form(cells, region.cells, 2, Form{});
  return region;
}

Region find_region(const Cells& cells, const PrepareOptions& options) {
  return options.mark == Mark::breech_face ? find_breech_face(cells, options) : find_pit(cells, options);
}

}  // namespace lotline::surface
