#pragma once
// Signatures of many marks, kept as spectra along the angle and laid out so that sixteen are compared at once. All sums
// are of whole numbers, so that their order, and with it the width of the processor's registers, cannot matter.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "search/best_turn.h"
#include "search/probe.h"
#include "search/ring_products.h"
#include "search/signature.h"

namespace lotline::search {

class Enrolled {
 public:
  explicit Enrolled(surface::Mark mark) : mark_(mark) {}

  /// REQUIRES (CHECKed) a signature of this mark.
  void add(const Signature& signature);

  [[nodiscard]] std::size_t size() const { return suitable_.size(); }
  /// False where too little was measured to be searched for (signature.h).
  [[nodiscard]] bool suitable(std::size_t at) const { return suitable_[at] != 0; }
  /// Memory taken, all together.
  [[nodiscard]] std::size_t bytes() const;

  /// Items are compared in blocks of so many; whole blocks are what threads share out.
  static constexpr std::size_t kBlock = kMarksTogether;
  [[nodiscard]] std::size_t blocks() const { return (size() + kBlock - 1) / kBlock; }

  /// How well the probe fits each item of one block; of an unsuitable item, or past the end, correlation is -1. Any
  /// thread, no state. REQUIRES (CHECKed) a suitable probe of the same mark.
  void match(const Probe& probe, std::size_t block, std::span<ProbeMatch, kBlock> matches) const;

 private:
  struct Block {
    int first_ring = 0;
    int rings = 0;
    // Harmonic h of ring r stands at h * rings + r.
    std::vector<EnrolledHarmonics> relief{};
    std::vector<EnrolledHarmonics> energies{};
    std::vector<EnrolledHarmonics> coverage{};
    alignas(64) std::array<float, kBlock> energy{};
    std::array<std::int32_t, kBlock> centre_x_um{};
    std::array<std::int32_t, kBlock> centre_y_um{};
    std::array<surface::CentreOf, kBlock> centre_of{};
  };
  /// So that the block has rings first_ring to first_ring + rings at least.
  static void make_room(Block& block, int first_ring, int rings);
  static BestTurns best_turns(const Block& marks, const std::vector<Probe::Centre>& centres, int probe_rings);
  static ProbeMatch told(const Block& marks, std::size_t lane, const BestTurns& best,
                         const std::vector<Probe::Centre>& centres);

  surface::Mark mark_;
  std::vector<Block> blocks_{};
  std::vector<std::uint8_t> suitable_{};
};

}  // namespace lotline::search
