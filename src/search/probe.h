#pragma once
// The questioned mark made ready for a search: its rings round many candidate centres, since the
// centres of two scans of one mark are seldom found at the same point. Worked out once for each search, never kept.

#include <cstdint>
#include <vector>

#include "comparison/pose.h"
#include "search/ring_products.h"
#include "surface/prepared.h"

namespace lotline::search {

class RingReader;

/// Candidate centres on a square lattice about the mark's own: so far apart, and so many steps to each side.
struct Lattice {
  double spacing_um = 0;
  int steps = 0;
};

struct ProbeOptions {
  /// Where both centres are those of firing-pin holes. Holes of one gun were found within 0.13 mm of each other on real
  /// cases, half of them within 0.04 mm (docs/ballistics.md); 49 centres reach 0.15 mm each way.
  Lattice near{50, 3};
  /// Where one is not: a rim lies as the cartridge did, and a centre of mass anywhere. 81 centres, 0.4 mm.
  Lattice wide{100, 4};
  /// Nearer centres of holes are the likelier: the squared correlation at one so far off counts less by what chance
  /// adds to it (one over the independent points of a mark, some 400).
  double near_scatter_um = 60;
  double chance = 1.0 / 400;
};

/// How well an enrolled mark fits: the best over centres and angles.
struct ProbeMatch {
  float correlation = 0;                    ///< masked, shrunk where little overlaps; in [-1, 1] but for rounding
  comparison::Pose questioned_from_item{};  ///< to the nearest centre and step of angle
};

class Probe {
 public:
  explicit Probe(const surface::Prepared& questioned, const ProbeOptions& options = {});

  [[nodiscard]] surface::Mark mark() const { return mark_; }
  /// False where too little was measured (signature.h); such a mark cannot be searched with.
  [[nodiscard]] bool suitable() const { return suitable_; }
  [[nodiscard]] const ProbeOptions& options() const { return options_; }

  /// One centre's rings as spectra along the angle; see enrolled.h for how they are used.
  struct Centre {
    double x_um = 0;  ///< from the middle of the grid
    double y_um = 0;
    float energy = 0;
    float penalty = 0;  ///< see ProbeOptions::near_scatter_um
    // Harmonic h of ring r stands at h * rings() + r.
    std::vector<QuestionedHarmonic> relief{};
    std::vector<QuestionedHarmonic> energies{};
    std::vector<QuestionedHarmonic> coverage{};
  };
  /// For items whose centre is a hole's, and for all others. Both are the same where the probe's own is no hole's.
  [[nodiscard]] const std::vector<Centre>& near_centres() const { return near_.empty() ? wide_ : near_; }
  [[nodiscard]] const std::vector<Centre>& wide_centres() const { return wide_; }
  /// All of the layout's.
  [[nodiscard]] int rings() const { return rings_; }

 private:
  [[nodiscard]] std::vector<Centre> centres(const RingReader& reader, const Lattice& lattice) const;

  surface::Mark mark_;
  ProbeOptions options_;
  bool suitable_ = false;
  int rings_ = 0;
  std::vector<Centre> near_{};
  std::vector<Centre> wide_{};
};

}  // namespace lotline::search
