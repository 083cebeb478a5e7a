#pragma once
// Surfaces the wrong way round. Instruments and converters have written whole batches mirrored (rows from the top, or
// seen from below), and a mirrored scan matches nothing: no rotation undoes it. Which way round a batch is, is asked
// once, of several scans against references that are known to be right, and said; never by taking the better of two
// scores of a comparison, which would favour whatever it is asked about.
//
// A cast is another matter: it is the other way round because of what it is (R120). A negative (a cast of the case
// itself) has heights and sides turned; a double cast (a cast of the cast) stands as the case does.

#include <span>

#include "base/refusal.h"
#include "base/words.h"
#include "surface/height_map.h"
#include "surface/prepared.h"

namespace lotline {

namespace surface {

/// The surface as in a mirror: x to the left, heights as they are.
[[nodiscard]] Prepared mirrored(const Prepared& surface);
[[nodiscard]] HeightMap mirrored(const HeightMap& map);

/// What was scanned: the fired case itself, a cast of it, or a cast of that cast.
enum class Cast : unsigned char { none, negative, double_cast };

/// The case's own surface, from a scan of what was scanned: a negative is mirrored and its heights change sign, the
/// others stay. Doing it twice gives the scan back.
[[nodiscard]] HeightMap as_cast(const HeightMap& map, Cast cast);
[[nodiscard]] Prepared as_cast(const Prepared& surface, Cast cast);

/// Scores of one new scan against one reference of the same gun or batch: as the scan is, and mirrored.
struct BothWays {
  double as_it_is = 0;
  double as_mirrored = 0;
};

struct MirrorSuspicion {
  bool suspected = false;
  std::size_t for_mirrored = 0;  ///< references that the mirrored scans fit better
  std::size_t compared = 0;      ///< references that fit one way clearly better than the other
  double by_chance = 1;          ///< that so many would fit better mirrored if neither way were right
};

/// Options: a batch is suspected where the mirrored scans fit so often that chance would do it in one of a thousand
/// batches at most, which takes ten references or more. `least_difference` is of scores, below which a pair says
/// nothing. REQUIRES (CHECKed) finite scores.
struct MirrorOptions {
  double least_difference = 0;
  double by_chance_at_most = 0.001;
};

/// A sign test over pairs of a new scan and a reference; each reference counts once.
[[nodiscard]] MirrorSuspicion mirror_suspicion(std::span<const BothWays> pairs, const MirrorOptions& options = {});

}  // namespace surface

template <>
struct Words<surface::Cast> {
  static constexpr std::array<Word<surface::Cast>, 3> all{
      {{surface::Cast::none, "none"}, {surface::Cast::negative, "negative"}, {surface::Cast::double_cast, "double"}}};
};

}  // namespace lotline
