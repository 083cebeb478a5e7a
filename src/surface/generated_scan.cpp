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

/// Deviation of the roughness from place to place, and how much rougher it is by the primer's edge.
constexpr double kUneven = 0.7;
constexpr double kUnevenGains[] = {0.7, 0.7};
constexpr double kRougherByEdge = 0.2, kByEdgeUm = 60;

/// How far ripples and what is sunk reach from the rim of the hole, and what is rounded from the primer's edge.
constexpr double kRipplesUm = 90, kSunkUm = 50, kRolledUm = 40;

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

double bell(double t) { return t < 5 ? steady::exp(-t * t) : 0; }

/// One firing of one gun, asked place by place.
class Surface {
 public:
  Surface(const GeneratedOptions& options, const GeneratedGun& gun, const GeneratedFiring& firing)
      : mark_(options.mark),
        gun_(gun),
        firing_(firing),
        bands_(generated_bands(options.pitch_um)),
        noise_(firing.seed, bands_, Grain{0, 1, 0}, generated_reach_um),
        rim_noise_(firing.seed + 3, gun.make.hole_um),
        patches_(firing.seed + 1, kPatches, Grain{}, generated_reach_um),
        dropouts_(firing.seed + 2, kDropouts, Grain{}, 2 * generated_reach_um),
        contact_from_(threshold_of(firing.contact)),
        dropout_from_(threshold_of(firing.missing_share)) {
    const double angle = firing.scan_from_gun.rotation_deg * std::numbers::pi / 180;
    cosine_ = steady::cos(angle);
    sine_ = steady::sin(angle);
    const double printed = gun.amplitude * firing.ammunition.gives * std::sqrt(1 - firing.unlike);
    rippled_ = printed * firing.ripples_um;
    rippled_anew_ = std::sqrt(firing.unlike) * firing.ripples_um;
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
      height += c * roughness(p) *
                (gun_.shared.at(p.x, p.y, shared_) + gun_.own.at(p.x, p.y, own_) + noise_.at(p.x, p.y, left_));
      height += c * firing_.ammunition.gives * scratched(p);
      if (mark_ == Mark::breech_face) height += c * rippled(p);
    }
    if (c < 1) height += (1 - c) * noise_.at(p.x, p.y, primer_);
    return mark_ == Mark::breech_face ? height - sunk(within_hole(p)) - rolled(within_edge(p)) : height;
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

  /// How far a place lies within the mark from the hole, and from the primer's edge; 0 along the margin.
  [[nodiscard]] double within_hole(Place2 p) const { return std::max(0.0, length(p) - gun_.make.hole_um - kMarginUm); }
  [[nodiscard]] double within_edge(Place2 p) const { return std::max(0.0, -from_edge(p) - kMarginUm); }

  /// A face is rougher in some places than in others, and along the primer's edge.
  [[nodiscard]] double roughness(Place2 p) const {
    const double uneven = std::clamp(1 + kUneven * gun_.rough.at(p.x, p.y, kUnevenGains), 0.3, 3.0);
    if (mark_ != Mark::breech_face) return uneven;
    return uneven * (1 + kRougherByEdge * bell(within_edge(p) / kByEdgeUm));
  }

  /// Where metal flowed at the rim of the hole.
  [[nodiscard]] double rippled(Place2 p) const {
    const double inside = within_hole(p);
    if (inside > 4 * kRipplesUm) return 0;
    return steady::exp(-inside / kRipplesUm) *
           (rippled_ * gun_.rim.at(p.x, p.y) + rippled_anew_ * rim_noise_.at(p.x, p.y));
  }

  [[nodiscard]] double sunk(double inside_um) const { return firing_.sunk_um * bell(inside_um / kSunkUm); }

  /// What is left of a primer's rounded rim along the edge of the mark once it is levelled and filtered: sunk along it,
  /// a little raised within.
  [[nodiscard]] double rolled(double inside_um) const {
    return firing_.roll_um * (0.7 * bell(inside_um / kRolledUm) - 0.18 * bell(inside_um / 140) * inside_um / 60);
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
  RimRelief rim_noise_;
  Relief patches_;
  Relief dropouts_;
  double contact_from_, dropout_from_;
  double cosine_ = 1, sine_ = 0;
  double rippled_ = 0, rippled_anew_ = 0;
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
