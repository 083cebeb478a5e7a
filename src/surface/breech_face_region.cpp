#include "surface/breech_face_region.h"

#include <algorithm>
#include <cmath>

#include "surface/edge_rays.h"

namespace lotline::surface {

namespace {

/// Square micrometres: a smaller patch is a scratch or a spike and gives no margin, nor is it an island of the mark.
constexpr double kPatch = 20'000;

double distance(const Cells& cells, std::size_t cell, const Circle& circle) {
  const double x = cells.x_um[cell % cells.columns] - circle.x_um;
  const double y = cells.y_um[cell / cells.columns] - circle.y_um;
  return std::sqrt(x * x + y * y);
}

/// The largest patch that `part` closes in, -1 where there is none as large as a firing pin's.
int largest_hole(const Cells& cells, const Patches& others) {
  int hole = -1;
  for (std::size_t i = 0; i < others.sizes.size(); ++i)
    if (others.at_rim[i] == 0 && covers(cells, others.sizes[i], least_hole_um2) &&
        (hole < 0 || others.sizes[i] > others.sizes[static_cast<std::size_t>(hole)]))
      hole = static_cast<int>(i);
  return hole;
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
CellMarks off_face(const Cells& cells, const CellMarks& face) {
  CellMarks off(face.size());
  for (std::size_t i = 0; i < face.size(); ++i) off[i] = cells.there[i] != 0 && face[i] == 0 ? 1 : 0;
  const auto patches = patches_of(cells, off);
  for (std::size_t i = 0; i < off.size(); ++i)
    if (off[i] != 0 && !covers(cells, patches.sizes[static_cast<std::size_t>(patches.of_cell[i])], kPatch)) off[i] = 0;
  return off;
}

/// The flat part of the cells `within`, and what it closes in.
struct Face {
  Form form{};
  CellMarks cells{};  ///< within tolerance of the form
  Patches patches{};
  CellMarks main{};  ///< the heaviest patch of them
  Patches others{};  ///< of all that is not in it
  int hole = -1;     ///< the largest of `others` that `main` closes in
  Box box{};
};

void look_round(const Cells& cells, Face& face) {
  face.others = others_of(cells, face.main);
  face.hole = largest_hole(cells, face.others);
  face.box = box_of(cells, face.main);
}

/// Whatever is no scratch or spike of a face belongs to it: dropouts break a narrow ring into pieces.
void join_pieces(const Cells& cells, Face& face) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const int patch = face.patches.of_cell[i];
    if (patch >= 0 && covers(cells, face.patches.sizes[static_cast<std::size_t>(patch)], kPatch)) face.main[i] = 1;
  }
  look_round(cells, face);
}

Face find_face(const Cells& cells, const CellMarks& within, const Form& plane, const PrepareOptions& options) {
  Face face{plane, CellMarks(cells.size()), {}, {}, {}, -1, {}};
  const auto mark_cells = [&] {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const double form = face.form.at(cells.x_um[i % cells.columns], cells.y_um[i / cells.columns]);
      const bool near = std::fabs(cells.heights_um[i] - form) <= options.tolerance_um;
      face.cells[i] = cells.there[i] != 0 && within[i] != 0 && near ? 1 : 0;
    }
    face.patches = patches_of(cells, face.cells);
    face.main = marks_of(face.patches, face.patches.heaviest());
  };
  mark_cells();
  // The bow of a primer can be more than the tolerance: once it is known, the rest of the face comes in.
  face.form = fit_form(cells, face.main, 2, face.form);
  mark_cells();
  look_round(cells, face);
  return face;
}

/// The largest patch without walls among cells that is a ring; none where there is no ring.
CellMarks largest_ring(const Cells& cells, const CellMarks& among, double least_um2) {
  const auto patches = patches_of(cells, without_walls(cells, among));
  CellMarks ring(cells.size());
  std::size_t size = 0;
  for (std::size_t patch = 0; patch < patches.sizes.size(); ++patch) {
    if (!covers(cells, patches.sizes[patch], least_um2) || patches.sizes[patch] <= size) continue;
    CellMarks marks = marks_of(patches, static_cast<int>(patch));
    if (!is_ring(largest_hole(cells, others_of(cells, marks)), box_of(cells, marks))) continue;
    size = patches.sizes[patch];
    ring = std::move(marks);
  }
  return ring;
}

/// A case head round the primer can be the larger part of a scan. The primer then lies within it, a ring itself and as
/// good as level with it; a firing pin's pit is no ring.
Face innermost_face(const Cells& cells, const PrepareOptions& options) {
  // Primers are seated a fifth of a millimetre below the head at most.
  constexpr double kOffHeadUm = 250;
  const double least_um2 = options.least_area_mm2 * 1e6;
  Face face = find_face(cells, cells.there, Form{}, options);
  CellMarks rest(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) rest[i] = cells.there[i] != 0 && face.main[i] == 0 ? 1 : 0;
  const CellMarks ring = largest_ring(cells, rest, least_um2);
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
  const bool fits = is_ring(within.hole, within.box) && covers(cells, size_of(within.main), least_um2);
  return fits && std::fabs(plane.terms[0] - face.form.terms[0]) <= kOffHeadUm ? within : face;
}

}  // namespace

Region find_breech_face(const Cells& cells, const PrepareOptions& options) {
  const Face found = innermost_face(cells, options);
  const auto& [form, face, patches, main, others, closed_in, box] = found;
  Region region;
  region.form = form;
  const Place middle = closed_in >= 0 ? middle_of(cells, marks_of(others, closed_in)) : box.middle;
  if (is_ring(closed_in, box)) region.hole = fit_circle(inner_edge(cells, main, middle));
  // Where less than a tenth of it was measured, the hole was cut out by hand, and its rim with it.
  const bool cut_out = region.hole && measured_within(cells, *region.hole) < 0.1;
  const OuterEdge edge = outer_edge(cells, main, middle);
  constexpr double kSeen = 0.3;  // of the rays: less is a notch, not a rim
  if (edge.seen >= kSeen) region.edge = fit_circle(edge.places);

  const CellMarks rim = widened(cells, off_face(cells, face), options.margin_um);
  region.cells.assign(cells.size(), 0);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (face[i] == 0 || rim[i] != 0) continue;
    const bool island = main[i] == 0;
    if (island && edge.seen >= kSeen && !region.edge) continue;
    if (island && !covers(cells, patches.sizes[static_cast<std::size_t>(patches.of_cell[i])], kPatch)) continue;
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

}  // namespace lotline::surface
