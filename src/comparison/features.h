#pragma once
// What is kept of a surface for comparing it: its heights in whole numbers at 12.5 um, and what is worked out from them
// alone. Two surfaces are compared from their features and nothing else.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/refusal.h"
#include "comparison/chance.h"
#include "comparison/polar.h"
#include "comparison/raster.h"
#include "surface/prepared.h"

namespace lotline::comparison {

inline constexpr double kBasePitchUm = 12.5;
/// Nothing longer tells guns apart (it is the form of the breech, and what levelling left), nothing shorter is measured
/// alike twice: half of a wave of these lengths passes.
inline constexpr double kShortestWaveUm = 30;
inline constexpr double kLongestWaveUm = 300;
/// Sheets at 12.5, 25 and 50 um.
inline constexpr std::size_t kLevels = 3;

struct Features {
  // What is stored.
  surface::Mark mark = surface::Mark::breech_face;
  double source_pitch_um = 0;           ///< of the surface they were made from
  int columns = 0;                      ///< at kBasePitchUm, odd
  int rows = 0;                         ///< odd
  std::vector<std::int8_t> height{};    ///< units as in raster.h; 0 where missing
  std::vector<std::uint8_t> present{};  ///< 1 or 0

  // What is worked out from it by expand().
  std::array<Raster, kLevels> raster{};  ///< finest first; a sheet's raster has half its pitch
  std::array<Sheet, kLevels> sheet{};
  Point centre{};  ///< the middle of what is present
  Template as_template{};
  Autocorrelation autocorrelation{};  ///< of the finest sheet
};

/// REQUIRES (CHECKed) a surface whose arrays fit its size and whose heights are finite.
[[nodiscard]] Features features(const surface::Prepared& surface);

/// The bytes that a store keeps (docs/ballistics.md), and back. Damaged bytes are refused, whatever they say.
[[nodiscard]] std::vector<std::byte> encode(const Features& features);
[[nodiscard]] Result<Features> decode(std::span<const std::byte> bytes);
/// The same without what expand() works out.
[[nodiscard]] Result<Features> decode_stored(std::span<const std::byte> bytes);

/// What compares alike in any order: a total order of what is stored.
[[nodiscard]] bool stands_before(const Features& a, const Features& b);

/// Fills what is worked out.
void expand(Features& features);

}  // namespace lotline::comparison
