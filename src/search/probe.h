#pragma once
// The questioned mark made ready for a search: its rings round many candidate centres, since the
// centres of two scans of one mark are seldom found at the same point. Worked out once for each search, never kept.

#include <cstdint>
#include <vector>

#include "comparison/pose.h"
#include "search/ring_products.h"
#include "surface/prepared.h"

namespace lotline::search {

struct ProbeOptions {
  /// Candidate centres lie on a square lattice this far apart: about the distance over which relief on the rings
  /// still looks alike.
  double centre_spacing_um = 100;
  /// and so many steps to each side of the mark's centre: 3 make 49 centres, within 0.3 mm each way.
  int centre_steps = 3;
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
    // Harmonic h of ring r stands at h * rings() + r.
    std::vector<QuestionedHarmonic> relief{};
    std::vector<QuestionedHarmonic> energies{};
    std::vector<QuestionedHarmonic> coverage{};
  };
  [[nodiscard]] const std::vector<Centre>& centres() const { return centres_; }
  [[nodiscard]] int first_ring() const { return first_ring_; }
  [[nodiscard]] int rings() const { return rings_; }

 private:
  void lay_out(const RingSpectra& spectra, Centre& centre) const;

  surface::Mark mark_;
  ProbeOptions options_;
  bool suitable_ = false;
  int first_ring_ = 0;
  int rings_ = 0;
  std::vector<Centre> centres_{};
};

}  // namespace lotline::search
