#pragma once
// Cells that hang together.

#include <cstdint>
#include <span>
#include <vector>

#include "surface/cells.h"

namespace lotline::surface {

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
[[nodiscard]] std::vector<std::uint8_t> widened(const Cells& cells, std::span<const std::uint8_t> from,
                                                double reach_um);

}  // namespace lotline::surface
