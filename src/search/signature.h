#pragma once
// What a search keeps of a scan: its relief on rings round its middle, a few kilobytes. Turning the mark turns the
// rings, so that two marks are compared over the full circle by one Fourier transform along the angle (probe.h,
// enrolled.h). It serves to find what is worth a full comparison and is never itself a reason to conclude anything.

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"
#include "surface/mark_centre.h"
#include "surface/prepared.h"

namespace lotline::search {

/// Named in every ranking: signatures of different versions are never compared.
inline constexpr std::string_view kSignatureVersion = "rings-2";

/// Steps of the full circle, 1.4 degrees each: 0.04 mm at the rim of a pistol's breech-face mark, about what the rings
/// are apart.
inline constexpr int kAngles = 256;

/// Where the rings of a mark lie, so that ring n is the same radius in every scan.
struct RingLayout {
  double innermost_um = 0;  ///< radius of ring 0
  double spacing_um = 0;
  int rings = 0;  ///< at most kMostRings
};
inline constexpr int kMostRings = 40;
[[nodiscard]] RingLayout ring_layout(surface::Mark mark);

/// Relief on the rings [first_ring, first_ring + rings()), outwards; each ring from angle 0 (along x) counter-clockwise
/// (towards y). Heights are over the ring's mean, in units of 1/kReliefUnit of the ring's root mean square (of the
/// whole scan's where little of the ring was measured), cut at +-127: the ripples that metal leaves round every gun's
/// hole, rougher than all else, must not outweigh what tells guns apart.
struct Signature {
  surface::Mark mark = surface::Mark::breech_face;
  // The middle of the rings, from that of the grid, in whole micrometres.
  std::int32_t centre_x_um = 0;
  std::int32_t centre_y_um = 0;
  surface::CentreOf centre_of = surface::CentreOf::mass;
  int first_ring = 0;
  std::vector<std::int8_t> relief{};  ///< rings() * kAngles

  [[nodiscard]] int rings() const { return static_cast<int>(relief.size()) / kAngles; }
  /// Points that were measured, as a share of one whole ring in the middle of the layout, for judging whether there is
  /// enough to search with.
  [[nodiscard]] double measured_rings() const;
  friend bool operator==(const Signature&, const Signature&) = default;
};
inline constexpr std::int8_t kNotMeasured = std::numeric_limits<std::int8_t>::min();
inline constexpr double kReliefUnit = 40;

/// Below this a mark is unsuitable for a search: with so little, chance agreements over the full circle are as good as
/// true ones.
inline constexpr double kLeastMeasuredRings = 2;
/// False of such, and of one without any relief.
[[nodiscard]] bool suitable(const Signature& signature);

/// Of any surface; one with nothing measured on any ring has no rings.
[[nodiscard]] Signature signature(const surface::Prepared& surface);

/// As kept in a register: version, mark, middle, rings, relief. 256 bytes a ring and 16 more, 2 to 3 kB for
/// a pistol's breech face.
[[nodiscard]] std::string encode(const Signature& signature);
/// Refuses no_signature or signature_version; what it returns encodes to the same bytes.
[[nodiscard]] Result<Signature> decode_signature(std::string_view bytes);

}  // namespace lotline::search
