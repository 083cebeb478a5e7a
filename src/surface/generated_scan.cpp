#include "surface/generated_scan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "base/steady_math.h"

namespace lotline::surface {

namespace {

constexpr double kMarginUm = 50;  // as prepare's: what preparing leaves out along edges

/// Slowly changing fields that decide where the case touched and where the instrument saw nothing.
constexpr Band kPatches[] = {{350, 1}};
constexpr double kOne[] = {1};
constexpr Band kDropouts[] = {{45, 1}};

/// Deviation of the roughness from place to place, of short waves and of those from bands of kFromCoarse on.
constexpr double kUnevenFine = 0.4, kUnevenCoarse = 1.1;
constexpr double kUnevenGains[] = {0.7, 0.7};
constexpr double kFromCoarse = 60;  // spacing, micrometres

struct Place2 {
  double x, y;
};

/// The share of a normal variable above `threshold` is about `share`: the threshold, by a logistic bell.
double threshold_of(double share) {
  const double kept = std::clamp(share, 1e-6, 1 - 1e-6);
  return steady::log((1 - kept) / kept) / 1.702;
}

double smooth_step(double t) {
  const double u = std::clamp(t, 0.0, 1.0);
  return u * u * (3 - 2 * u);
}

/// One firing of one gun, asked place by place.
class Surface {
 public:
  Surface(const GeneratedOptions& options, const GeneratedGun& gun, const GeneratedFiring& firing)
      : mark_(options.mark),
        gun_(gun),
        firing_(firing),
        bands_(generated_bands(options.pitch_um)),
        noise_(firing.seed, bands_, Grain{0, 1, 0}, generated_reach_um),
        patches_(firing.seed + 1, kPatches, Grain{}, generated_reach_um),
        dropouts_(firing.seed + 2, kDropouts, Grain{}, 2 * generated_reach_um),
        contact_from_(threshold_of(firing.contact)),
        dropout_from_(threshold_of(firing.missing_share)) {
    const double angle = firing.scan_from_gun.rotation_deg * std::numbers::pi / 180;
    cosine_ = steady::cos(angle);
    sine_ = steady::sin(angle);
    const double printed = gun.amplitude * firing.ammunition.gives * std::sqrt(1 - firing.unlike);
    for (std::size_t i = 0; i < bands_.size(); ++i) {
      // Lacquer fills what is narrow; a band's waves are about three of its spacings long.
      const double through = bands_[i].spacing_um < 20 ? 1 - firing.ammunition.lacquer : 1;
      shared_[i] = printed * through * std::sqrt(gun.make.shared_share);
      own_[i] = printed * through * std::sqrt(1 - gun.make.shared_share);
      left_[i] = std::sqrt(firing.unlike);
      primer_[i] = firing.ammunition.own_relief;
    }
  }

  [[nodiscard]] Place2 to_gun(double x, double y) const {
    const double dx = x - firing_.scan_from_gun.tx_um;
    const double dy = y - firing_.scan_from_gun.ty_um;
    return {cosine_ * dx + sine_ * dy, cosine_ * dy - sine_ * dx};
  }

  /// Relief of the mark, micrometres.
  [[nodiscard]] double relief(Place2 p) const {
    const double c = contact(p);
    double height = 0;
    if (c > 0) {
      Gains shared, own, left;
      roughen(p, shared, own, left);
      height += c * (gun_.shared.at(p.x, p.y, shared) + gun_.own.at(p.x, p.y, own) + noise_.at(p.x, p.y, left));
      height += c * firing_.ammunition.gives * scratched(p);
    }
    if (c < 1) height += (1 - c) * noise_.at(p.x, p.y, primer_);
    return mark_ == Mark::breech_face ? height + rolled(from_edge(p)) : height;
  }

  [[nodiscard]] bool dropped(Place2 p) const { return dropouts_.at(p.x, p.y, kOne) > dropout_from_; }

  /// Whether a place belongs to the mark, `margin_um` within its edges.
  [[nodiscard]] bool in_mark(Place2 p, double margin_um) const {
    if (mark_ == Mark::firing_pin) return length(p) < 0.7 * gun_.make.hole_um - margin_um;
    if (mark_ == Mark::ejector_mark)
      return std::fabs(p.x) < kEjectorUm - margin_um && std::fabs(p.y) < kEjectorUm * 0.6 - margin_um;
    return length(p) > gun_.make.hole_um + margin_um && from_edge(p) < -margin_um;
  }

  /// The form of the case round and under the mark, micrometres; missing where no instrument sees.
  [[nodiscard]] double form(Place2 p) const {
    const double r = length(p);
    if (mark_ == Mark::ejector_mark) return dent(p);
    if (r < gun_.make.hole_um) return pit(r);
    const double beyond = from_edge(p);
    const double bow = firing_.bow_um * r * r * 1e-6;
    if (mark_ == Mark::firing_pin || beyond <= -80) return bow;
    // The primer's rim rolls off over 80 um, a gap of 150 um is too steep to be seen, then comes the case head.
    if (beyond <= 0) return bow - 40 * ((beyond + 80) / 80) * ((beyond + 80) / 80);
    return beyond < 150 ? missing : kHeadUm;
  }

 private:
  using Gains = std::array<double, generated_band_count>;
  static constexpr double kEjectorUm = 450;
  static constexpr double kHeadUm = 35;

  static double length(Place2 p) { return std::sqrt(p.x * p.x + p.y * p.y); }

  [[nodiscard]] double from_edge(Place2 p) const {
    return length({p.x - firing_.edge_x_um, p.y - firing_.edge_y_um}) - firing_.edge_um;
  }

  /// 1 where the case was pressed against the gun, 0 where it was not.
  [[nodiscard]] double contact(Place2 p) const {
    if (firing_.contact >= 1) return 1;
    return smooth_step((patches_.at(p.x, p.y, kOne) - contact_from_) / 0.5 + 0.5);
  }

  /// A face is rougher in some places than in others, in its long waves more than in its short ones, and roughest where
  /// metal flowed at the rim of the hole.
  void roughen(Place2 p, Gains& shared, Gains& own, Gains& left) const {
    const double uneven = gun_.rough.at(p.x, p.y, kUnevenGains);
    double fine = std::clamp(1 + kUnevenFine * uneven, 0.3, 3.0);
    double coarse = std::clamp(1 + kUnevenCoarse * uneven, 0.2, 4.0);
    if (mark_ == Mark::breech_face) {
      const double from_hole = std::max(0.0, length(p) - gun_.make.hole_um - kMarginUm);
      const double rim = from_hole < 150 ? 1 + firing_.rim * steady::exp(-from_hole / 30) : 1;
      fine *= rim;
      coarse *= rim;
    }
    for (std::size_t i = 0; i < bands_.size(); ++i) {
      const double rough = bands_[i].spacing_um < kFromCoarse ? fine : coarse;
      shared[i] = rough * shared_[i];
      own[i] = rough * own_[i];
      left[i] = rough * left_[i];
    }
  }

  /// What is left of a primer's rounded rim along the edge of the mark once it is levelled and filtered.
  [[nodiscard]] double rolled(double beyond_um) const {
    const double inside = std::max(0.0, -beyond_um - kMarginUm);
    return inside < 400 ? firing_.roll_um *
                              (0.25 * steady::exp(-inside * inside / 20'000) * inside / 60 - steady::exp(-inside / 25))
                        : 0;
  }

  [[nodiscard]] double scratched(Place2 p) const {
    double depth = 0;
    for (const Scratch& s : gun_.scratches) {
      const double along = (p.x - s.x_um) * s.dx + (p.y - s.y_um) * s.dy;
      const double across = (p.y - s.y_um) * s.dx - (p.x - s.x_um) * s.dy;
      if (std::fabs(along) > s.half_length_um || std::fabs(across) > 3 * s.width_um) continue;
      const double tapered = 1 - along * along / (s.half_length_um * s.half_length_um);
      depth -= s.depth_um * tapered * steady::exp(-across * across / (2 * s.width_um * s.width_um));
    }
    return depth;
  }

  /// A round-nosed pin's: a wall that is not seen, then the bottom.
  [[nodiscard]] double pit(double r) const {
    const double share = r / gun_.make.hole_um;
    if (share > 0.8) return missing;
    return -220 + 60 * share * share;
  }

  [[nodiscard]] double dent(Place2 p) const {
    const double x = std::fabs(p.x) - kEjectorUm;
    const double y = std::fabs(p.y) - kEjectorUm * 0.6;
    const double beyond = std::max(x, y);
    if (beyond > 0 && beyond < 40) return missing;
    return beyond >= 40 ? 0 : -60 + 20 * p.x / kEjectorUm;
  }

  Mark mark_;
  const GeneratedGun& gun_;
  const GeneratedFiring& firing_;
  std::array<Band, generated_band_count> bands_;
  Relief noise_;
  Relief patches_;
  Relief dropouts_;
  double contact_from_, dropout_from_;
  double cosine_ = 1, sine_ = 0;
  Gains shared_{}, own_{}, left_{}, primer_{};
};

/// Half the side of a scan, micrometres.
double half_side(Mark mark) {
  switch (mark) {
    case Mark::breech_face:
      return 2'250;
    case Mark::firing_pin:
      return 1'100;
    case Mark::ejector_mark:
      return 900;
  }
  return 0;
}

struct Frame {
  std::size_t points = 0;
  double pitch_um = 0;

  Frame(Mark mark, double pitch) : points(static_cast<std::size_t>(2 * half_side(mark) / pitch) | 1), pitch_um(pitch) {}
  [[nodiscard]] double at(std::size_t index) const {
    return (static_cast<double>(index) - static_cast<double>(points - 1) / 2) * pitch_um;
  }
};

}  // namespace

HeightMap generated_scan(const GeneratedOptions& options, const GeneratedGun& gun, const GeneratedFiring& firing) {
  const Surface surface(options, gun, firing);
  const Frame frame(options.mark, options.pitch_um);
  HeightMap map{frame.points, frame.points, options.pitch_um * 1e-6, options.pitch_um * 1e-6, {}};
  map.heights_m.assign(frame.points * frame.points, missing);
  Generator noise(firing.seed, "instrument");
  for (std::size_t row = 0, i = 0; row < frame.points; ++row)
    for (std::size_t column = 0; column < frame.points; ++column, ++i) {
      const double x = frame.at(column);
      const double y = frame.at(row);
      const Place2 p = surface.to_gun(x, y);
      const std::uint64_t drawn = noise.next();
      const double form = surface.form(p);
      if (!std::isfinite(form) || surface.dropped(p)) continue;
      double height = form + surface.relief(p) + firing.tilt_x * x + firing.tilt_y * y;
      height += 0.05 * (static_cast<double>(drawn & 0xffff) / 32'768 - 1);
      if (drawn >> 52 == 0) height += static_cast<double>(drawn >> 16 & 0xff) - 128;  // one in 4,096 is a spike
      map.heights_m[i] = height * 1e-6;
    }
  return map;
}

Prepared generated_mark(const GeneratedOptions& options, const GeneratedGun& gun, const GeneratedFiring& firing) {
  const Surface surface(options, gun, firing);
  const Frame frame(options.mark, options.pitch_um);
  Prepared out;
  out.mark = options.mark;
  out.columns = out.rows = frame.points;
  out.pitch_um = options.pitch_um;
  out.heights_um.assign(frame.points * frame.points, 0);
  out.present.assign(frame.points * frame.points, 0);
  std::size_t in_mark = 0, present = 0;
  double squares = 0;
  for (std::size_t row = 0, i = 0; row < frame.points; ++row)
    for (std::size_t column = 0; column < frame.points; ++column, ++i) {
      const Place2 p = surface.to_gun(frame.at(column), frame.at(row));
      if (!surface.in_mark(p, kMarginUm)) continue;
      ++in_mark;
      if (surface.dropped(p)) continue;
      const double height = surface.relief(p);
      ++present;
      squares += height * height;
      out.present[i] = 1;
      out.heights_um[i] = static_cast<float>(height);
    }
  auto& quality = out.quality;
  quality.measured_pitch_um = options.pitch_um;
  quality.short_cutoff_um = 2.56 * options.pitch_um;
  quality.measured_share = in_mark == 0 ? 0 : static_cast<double>(present) / static_cast<double>(in_mark);
  quality.area_mm2 = static_cast<double>(present) * options.pitch_um * options.pitch_um * 1e-6;
  quality.rms_um = present == 0 ? 0 : std::sqrt(squares / static_cast<double>(present));
  return out;
}

}  // namespace lotline::surface
