#pragma once
// Made-up guns: what of a breech face, a firing pin and an ejector prints itself into a case, grown from a seed.
// Nothing here was measured on a gun; the lengths and depths of the waves are those of ten consecutively made slides
// (docs/decisions/, "What generated surfaces are like").

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/generator.h"
#include "base/words.h"
#include "surface/generated_relief.h"
#include "surface/generated_rim.h"
#include "surface/mark.h"

namespace lotline {

namespace surface {

/// How a make finishes its parts. blasted: grains alike in all directions; filed: straight lines; milled: arcs of a
/// cutter; turned: rings about the middle.
enum class Finish : unsigned char { blasted, filed, milled, turned };

struct GeneratedOptions {
  std::uint64_t seed = 1;
  Mark mark = Mark::breech_face;
  /// Guns g, g + makes, g + 2 makes ... are of one make and share its subclass marks.
  std::size_t makes = 10;
  /// 0 to 1: how little of what a gun prints is its own, and how much differs from firing to firing. At the default two
  /// firings of a gun correlate at about 0.7, as those of the ten slides do; `hard` is where a good comparison begins
  /// to miss guns.
  double difficulty = 0.1;
  static constexpr double hard = 0.65;
  double pitch_um = 6.25;  ///< of the scans
};

/// What the guns of a make have in common.
struct GeneratedMake {
  std::size_t number = 0;
  Finish finish = Finish::blasted;
  Grain grain{};            ///< of the subclass marks
  std::uint64_t seed = 0;   ///< of the subclass marks
  double hole_um = 0;       ///< radius of the firing-pin hole, or of the pin's impression
  double shared_share = 0;  ///< of the variance that a gun prints, the make's
};

/// A line cut by something that one gun met.
struct Scratch {
  double x_um = 0, y_um = 0;  ///< its middle
  double dx = 0, dy = 0;      ///< along it, length 1
  double half_length_um = 0;
  double width_um = 0;  ///< standard deviation across
  double depth_um = 0;  ///< negative for a ridge
};

struct GeneratedGun {
  std::size_t number = 0;
  GeneratedMake make{};
  Relief shared;
  Relief own;
  Relief rough;   ///< where what it prints is rougher or smoother than elsewhere
  RimRelief rim;  ///< ripples about the hole
  std::vector<Scratch> scratches{};
  double amplitude = 1;  ///< of all it prints, over the usual
};

/// A number from `least` to `most`, the same on every machine.
[[nodiscard]] double between(Generator& chance, double least, double most);

/// Wave lengths that are made, of which a scan of `pitch_um` cannot show the shortest.
inline constexpr std::size_t generated_band_count = 6;
[[nodiscard]] std::array<Band, generated_band_count> generated_bands(double pitch_um);

/// Micrometres from the middle within which a gun's marks are made.
inline constexpr double generated_reach_um = 2'300;

[[nodiscard]] GeneratedMake generated_make(const GeneratedOptions& options, std::size_t number);
/// The same gun for the same options and number. Its parts are made for the pitch of the options.
[[nodiscard]] GeneratedGun generated_gun(const GeneratedOptions& options, std::size_t number);

}  // namespace surface

template <>
struct Words<surface::Finish> {
  static constexpr std::array<Word<surface::Finish>, 4> all{{{surface::Finish::blasted, "blasted"},
                                                             {surface::Finish::filed, "filed"},
                                                             {surface::Finish::milled, "milled"},
                                                             {surface::Finish::turned, "turned"}}};
};

}  // namespace lotline
