#pragma once
// Cells that hang together.

#include <cstdint>
#include <span>
#include <vector>

#include "surface/cells.h"
#include "surface/circle.h"

namespace lotline::surface {

/// One for each cell, 1 or 0.
using CellMarks = std::vector<std::uint8_t>;

/// Cells of one kind that touch by their sides.
struct Patches {
  std::vector<int> of_cell{};          ///< number of each cell's patch, -1 where the cell is of the other kind
  std::vector<std::size_t> sizes{};    ///< cells of each patch
  std::vector<double> weights{};       ///< cells of each patch, those in the middle of the scan counting most
  std::vector<std::uint8_t> at_rim{};  ///< 1 where a patch reaches the rim of the grid

  /// The patch with the greatest weight, the first of equals; -1 where there is none.
  [[nodiscard]] int heaviest() const;
};

/// Patches of the cells for which `kind` is not 0, numbered by their first cell.
[[nodiscard]] Patches patches_of(const Cells& cells, std::span<const std::uint8_t> kind);

/// Cells no farther than `reach_um` from one of `from`, those included.
[[nodiscard]] CellMarks widened(const Cells& cells, std::span<const std::uint8_t> from, double reach_um);

/// The cells of one patch; none for -1.
[[nodiscard]] CellMarks marks_of(const Patches& patches, int number);
[[nodiscard]] std::size_t size_of(const CellMarks& marks);
/// Whether so many cells cover an area.
[[nodiscard]] bool covers(const Cells& cells, std::size_t count, double area_um2);

/// Patches of all that is not in a part. Those that do not reach the rim of the grid the part closes in.
[[nodiscard]] Patches others_of(const Cells& cells, const CellMarks& part);
/// Cells that were not measured in patches that do not reach the rim of the grid, the patch `hole` apart.
[[nodiscard]] std::size_t enclosed_by(const Cells& cells, const Patches& others, int hole);

/// Cells of a part beside which the surface rises by no more than 45 degrees.
[[nodiscard]] CellMarks without_walls(const Cells& cells, const CellMarks& part);

/// Where a part lies.
struct Box {
  std::size_t left = 0, right = 0, bottom = 0, top = 0;  ///< the outermost columns and rows
  Place middle{};
  double filled = 0;  ///< the part's area to that of an ellipse in the box
};
[[nodiscard]] Box box_of(const Cells& cells, const CellMarks& part);
[[nodiscard]] bool lies_in(const Box& inner, const Box& outer);
/// The mean place of a part's cells.
[[nodiscard]] Place middle_of(const Cells& cells, const CellMarks& part);

}  // namespace lotline::surface
