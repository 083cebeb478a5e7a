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

/// The largest patch that `part` closes in, -1 where there is none as large as a firing pin's.
int largest_hole(const Patches& others) {
  int hole = -1;
  for (std::size_t i = 0; i < others.sizes.size(); ++i)
    if (others.at_rim[i] == 0 && big(others.sizes[i], kHole) &&
        (hole < 0 || others.sizes[i] > others.sizes[static_cast<std::size_t>(hole)]))
      hole = static_cast<int>(i);
  return hole;
}

struct Box {
  std::size_t left = 0, right = 0, bottom = 0, top = 0;  ///< the outermost columns and rows
  Place middle{};
  double filled = 0;  ///< the part's area to that of an ellipse in the box
};

Box box_of(const Cells& cells, const Marks& part) {
  std::size_t left = cells.columns, right = 0, bottom = cells.rows, top = 0, count = 0;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (part[i] == 0) continue;
    left = std::min(left, i % cells.columns);
    right = std::max(right, i % cells.columns);
    bottom = std::min(bottom, i / cells.columns);
    top = std::max(top, i / cells.columns);
    ++count;
  }
  if (count == 0) return {};
  const auto width = static_cast<double>(right - left + 1);
  const auto height = static_cast<double>(top - bottom + 1);
  return {left,
          right,
          bottom,
          top,
          {(cells.x_um[left] + cells.x_um[right]) / 2, (cells.y_um[bottom] + cells.y_um[top]) / 2},
          static_cast<double>(count) / (std::numbers::pi / 4 * width * height)};
}

bool lies_in(const Box& inner, const Box& outer) {
  return inner.left >= outer.left && inner.right <= outer.right && inner.bottom >= outer.bottom &&
         inner.top <= outer.top;
}

/// A part that lies round something: it closes a hole in, or is a sickle, broken where the hole meets the edge or where
/// points dropped out. A disc fills its box, a sickle as narrow as a breech face's does not.
bool is_ring(int hole, const Box& box) { return hole >= 0 || box.filled < 0.6; }

/// Share of the cells within a circle that were measured.
double measured_within(const Cells& cells, const Circle& circle) {
  double measured = 0, all = 0;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (distance(cells, i, circle) < circle.radius_um) {
      measured += cells.there[i];
      ++all;
    }
  return all > 0 ? measured / all : 0;
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

/// The flat part of the cells `within`, and what it closes in.
struct Face {
  Form form{};
  Marks cells{};  ///< within tolerance of the form
  Patches patches{};
  Marks main{};      ///< the heaviest patch of them
  Patches others{};  ///< of all that is not in it
  int hole = -1;     ///< the largest of `others` that `main` closes in
  Box box{};
};

void look_round(const Cells& cells, Face& face) {
  face.others = others_of(cells, face.main);
  face.hole = largest_hole(face.others);
  face.box = box_of(cells, face.main);
}

/// Whatever is no scratch or spike of a face belongs to it: dropouts break a narrow ring into pieces.
void join_pieces(const Cells& cells, Face& face) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const int patch = face.patches.of_cell[i];
    if (patch >= 0 && big(face.patches.sizes[static_cast<std::size_t>(patch)], kPatch)) face.main[i] = 1;
  }
  look_round(cells, face);
}

Face find_face(const Cells& cells, const Marks& within, const Form& plane, const PrepareOptions& options) {
  Face face{plane, Marks(cells.size()), {}, {}, {}, -1, {}};
  const auto mark_cells = [&] {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const double form = face.form.at(cells.x_um[i % cells.columns], cells.y_um[i / cells.columns]);
      const bool near = std::fabs(cells.heights_um[i] - form) <= options.tolerance_um;
      face.cells[i] = cells.there[i] != 0 && within[i] != 0 && near ? 1 : 0;
    }
    face.patches = patches_of(cells, face.cells);
    face.main = patch_marks(face.patches, face.patches.heaviest());
  };
  mark_cells();
  // The bow of a primer can be more than the tolerance: once it is known, the rest of the face comes in.
  face.form = fit_form(cells, face.main, 2, face.form);
  mark_cells();
  look_round(cells, face);
  return face;
}

std::size_t size_of(const Marks& marks) {
  std::size_t count = 0;
  for (const auto mark : marks) count += mark;
  return count;
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

/// The largest patch without walls among cells that is a ring; none where there is no ring.
Marks largest_ring(const Cells& cells, const Marks& among, double least_um2) {
  const auto patches = patches_of(cells, without_walls(cells, among));
  Marks ring(cells.size());
  std::size_t size = 0;
  for (std::size_t patch = 0; patch < patches.sizes.size(); ++patch) {
    if (!big(patches.sizes[patch], least_um2) || patches.sizes[patch] <= size) continue;
    Marks marks = patch_marks(patches, static_cast<int>(patch));
    if (!is_ring(largest_hole(others_of(cells, marks)), box_of(cells, marks))) continue;
    size = patches.sizes[patch];
    ring = std::move(marks);
  }
  return ring;
}

/// A case head round the primer can be the larger part of a scan. The primer then lies within it, a ring itself and as
/// good as level with it; a firing pin's pit is no ring.
Face innermost_face(const Cells& cells, const PrepareOptions& options) {
  constexpr double kOffHeadUm =
      250;  // primers are seated a fifth of a millimetre below the head at most; a pit is deeper
  const double least_um2 = options.least_area_mm2 * 1e6;
  Face face = find_face(cells, cells.there, Form{}, options);
  Marks rest(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) rest[i] = cells.there[i] != 0 && face.main[i] == 0 ? 1 : 0;
  const Marks ring = largest_ring(cells, rest, least_um2);
  const Box box = box_of(cells, ring);
  if (size_of(ring) == 0 || !lies_in(box, face.box)) return face;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::size_t column = i % cells.columns;
    const std::size_t row = i / cells.columns;
    if (column < box.left || column > box.right || row < box.bottom || row > box.top) rest[i] = 0;
  }
  const Form plane = fit_form(cells, ring, 1, Form{});
  Face within = find_face(cells, rest, plane, options);
  join_pieces(cells, within);
  const bool fits = is_ring(within.hole, within.box) && big(size_of(within.main), least_um2);
  return fits && std::fabs(plane.terms[0] - face.form.terms[0]) <= kOffHeadUm ? within : face;
}

Region find_breech_face(const Cells& cells, const PrepareOptions& options) {
  const Face found = innermost_face(cells, options);
  const auto& [form, face, patches, main, others, closed_in, box] = found;
  Region region;
  region.form = form;
  const Place middle = closed_in >= 0 ? middle_of(cells, patch_marks(others, closed_in)) : box.middle;
  if (is_ring(closed_in, box)) region.hole = fit_circle(inner_edge(cells, main, middle));
  // Where less than a tenth of it was measured, the hole was cut out by hand, and its rim with it.
  const bool cut_out = region.hole && measured_within(cells, *region.hole) < 0.1;
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
    const bool in_hole =
        region.hole && distance(cells, i, *region.hole) < region.hole->radius_um + (cut_out ? 0 : options.margin_um);
    if (in_hole && (island || !cut_out)) continue;
    region.cells[i] = 1;
  }
  region.enclosed = enclosed_by(cells, others, closed_in);
  if (cut_out) region.hole.reset();
  region.form = fit_form(cells, region.cells, 2, region.form);
  return region;
}

/// The innermost part without walls of what lies deeper than the face, or of everything where nothing does.
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
  const auto patches = patches_of(cells, without_walls(cells, part));
  // What lies round an ejector's mark is larger than it: of all that is large enough, the one nearest to the middle.
  int nearest = -1;
  const auto weight = [&](int patch) {
    const auto at = static_cast<std::size_t>(patch);
    return patches.weights[at] / static_cast<double>(patches.sizes[at]);
  };
  for (int patch = 0; patch < static_cast<int>(patches.sizes.size()); ++patch)
    if (big(patches.sizes[static_cast<std::size_t>(patch)], options.least_area_mm2 * 1e6) &&
        (nearest < 0 || weight(patch) > weight(nearest)))
      nearest = patch;
  Region region;
  region.cells = patch_marks(patches, nearest >= 0 ? nearest : patches.heaviest());
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
