#include "comparison/polar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <tuple>

#include "base/steady_math.h"
#include "comparison/kernels.h"

namespace lotline::comparison {
namespace {

constexpr double kTurn = 2 * std::numbers::pi;

/// Cosine and minus sine of each of 64 angles.
const float* turns() {
  static const std::array<float, kAngles> table = [] {
    std::array<float, kAngles> made{};
    for (int i = 0; i < kAngles / 2; ++i) {
      const auto pair = 2 * static_cast<std::size_t>(i);
      made[pair] = static_cast<float>(steady::cos(kTurn * i / kAngles));
      made[pair + 1] = static_cast<float>(-steady::sin(kTurn * i / kAngles));
    }
    return made;
  }();
  return table.data();
}

constexpr int reversed(int k) {
  int r = 0;
  for (int bit = 0; bit < 7; ++bit) r |= ((k >> bit) & 1) << (6 - bit);
  return r;
}

/// Peaks of neighbouring centres at nearly the same angle are one.
constexpr double kSameUm = 1.3 * kLatticeStepUm;

/// A pose counts only where this much of the template lies on something.
constexpr float kLeastOverlap = 0.5F;

constexpr int kRings = kGroups * kBatch;
using RingPoints = std::array<std::int16_t, std::size_t{kAngles} * kBatch>;  ///< [angle][ring of a group]

/// A raster with so wide an empty border that rings about any point of it can be read without looking where they end;
/// the nearest point is good enough for rings.
class Board {
 public:
  explicit Board(const Raster& picture)
      : pitch_um_(picture.pitch_um), border_(static_cast<int>(kRings * kRingStepUm / picture.pitch_um) + 2) {
    stride_ = picture.columns + 2 * border_;
    points_.assign(static_cast<std::size_t>(stride_) * static_cast<std::size_t>(picture.rows + 2 * border_), 0);
    for (int row = 0; row < picture.rows; ++row)
      std::copy_n(&picture.point[picture.index(0, row)], picture.columns, &points_[at(0, row)]);
    columns_ = picture.columns;
    rows_ = picture.rows;
    for (int angle = 0; angle < kAngles; ++angle) {
      const double c = steady::cos(kTurn * angle / kAngles);
      const double s = steady::sin(kTurn * angle / kAngles);
      for (int ring = 0; ring < kRings; ++ring) {
        const double radius = (ring + 0.5) * kRingStepUm / pitch_um_;
        const int off =
            static_cast<int>(std::nearbyint(s * radius)) * stride_ + static_cast<int>(std::nearbyint(c * radius));
        const int in_batch = angle * kBatch + ring % kBatch;
        offset_[static_cast<std::size_t>(ring / kBatch)][static_cast<std::size_t>(in_batch)] = off;
      }
    }
  }

  /// The point of the raster nearest to a place, as a centre of rings; micrometres from the middle. False outside.
  bool snap(Point& place, std::size_t& centre) const {
    const auto nearest = [this](double um, int points) {
      return static_cast<int>(std::nearbyint(um / pitch_um_ + (points - 1) / 2.0));
    };
    const int column = nearest(place.x_um, columns_);
    const int row = nearest(place.y_um, rows_);
    if (column < 0 || row < 0 || column >= columns_ || row >= rows_) return false;
    place = {(column - (columns_ - 1) / 2.0) * pitch_um_, (row - (rows_ - 1) / 2.0) * pitch_um_};
    centre = at(column, row);
    return true;
  }

  void read(std::size_t centre, std::size_t group, RingPoints& points) const {
    const std::int16_t* const from = &points_[centre];
    for (std::size_t i = 0; i < points.size(); ++i) points[i] = from[offset_[group][i]];
  }

  /// How much of a ring is present, of kAngles, looked at every eighth angle.
  [[nodiscard]] int present(std::size_t centre, std::size_t group, std::size_t ring) const {
    constexpr std::size_t kStep = 8;
    int count = 0;
    for (std::size_t angle = 0; angle < kAngles; angle += kStep)
      count += points_[centre + static_cast<std::size_t>(offset_[group][angle * kBatch + ring])] & 1;
    return count * static_cast<int>(kStep);
  }

 private:
  [[nodiscard]] std::size_t at(int column, int row) const {
    return static_cast<std::size_t>(row + border_) * static_cast<std::size_t>(stride_) +
           static_cast<std::size_t>(column + border_);
  }

  double pitch_um_;
  int border_;
  int stride_ = 0;
  int columns_ = 0;
  int rows_ = 0;
  std::vector<std::int16_t> points_{};
  std::array<std::array<std::int32_t, std::size_t{kAngles} * kBatch>, kGroups> offset_{};
};

float ring_weight(std::size_t group, std::size_t ring) { return static_cast<float>(2 * (group * kBatch + ring) + 1); }

/// Of each ring of a template, how much is present, times its weight.
float present_in(const Spectrum& of_template, std::size_t group, std::size_t ring) {
  return of_template[group * kGroupFloats + 2 * kWaves * kBatch + ring];
}

/// Whether the rings about a centre hold enough to overlap half of the template, whatever the rotation.
bool may_overlap(const Board& board, std::size_t centre, const Template& of_template) {
  float whole = 0;
  float most = 0;
  for (std::size_t group = 0; group < kGroups; ++group)
    for (std::size_t ring = 0; ring < kBatch && of_template.used[group]; ++ring) {
      const float in_template = present_in(of_template.spectrum, group, ring);
      if (in_template == 0) continue;
      whole += in_template;
      most += std::min(in_template, static_cast<float>(board.present(centre, group, ring)) * ring_weight(group, ring));
    }
  return most >= kLeastOverlap * whole;
}

/// Of the groups of rings asked for; the others are left as they are.
void spectrum_about(const Board& board, std::size_t centre, const std::array<bool, kGroups>& groups,
                    Spectrum& spectrum) {
  alignas(64) RingPoints points;
  spectrum.resize(kSpectrumFloats);
  for (std::size_t group = 0; group < kGroups; ++group) {
    if (!groups[group]) continue;
    board.read(centre, group, points);
    kernels().ring_waves(points.data(), turns(), &spectrum[group * kGroupFloats]);
  }
}

/// Points of a hexagonal lattice within `reach_um` of the middle, in a fixed order.
std::vector<Point> lattice(Point middle, double reach_um) {
  std::vector<Point> points;
  const double row_step = kLatticeStepUm * 0.8660254037844386;
  const int rows = static_cast<int>(reach_um / row_step) + 1;
  const int columns = static_cast<int>(reach_um / kLatticeStepUm) + 1;
  for (int row = -rows; row <= rows; ++row)
    for (int column = -columns; column <= columns; ++column) {
      const double x = (column + ((row & 1) != 0 ? 0.5 : 0)) * kLatticeStepUm;
      const double y = row * row_step;
      if (x * x + y * y < reach_um * reach_um) points.push_back({middle.x_um + x, middle.y_um + y});
    }
  return points;
}

struct Peak {
  float strength;
  std::size_t centre;
  int angle;
};

/// The three highest angles of one centre that are higher than their neighbours.
void add_peaks(const std::array<float, kAngles>& strength, std::size_t centre, std::vector<Peak>& peaks) {
  std::array<Peak, 3> best{};
  std::size_t found = 0;
  for (int angle = 0; angle < kAngles; ++angle) {
    const float here = strength[static_cast<std::size_t>(angle)];
    if (here <= 0 || here < strength[static_cast<std::size_t>((angle + 1) % kAngles)] ||
        here <= strength[static_cast<std::size_t>((angle + kAngles - 1) % kAngles)])
      continue;
    std::size_t at = found;
    while (at > 0 && best[at - 1].strength < here) --at;
    if (at == best.size()) continue;
    if (found < best.size()) ++found;
    for (std::size_t i = found - 1; i > at; --i) best[i] = best[i - 1];
    best[at] = {here, centre, angle};
  }
  peaks.insert(peaks.end(), best.begin(), best.begin() + static_cast<std::ptrdiff_t>(found));
}

/// The peaks of kBatch centres at most; `first` is the number of the first.
class Batch {
 public:
  explicit Batch(const Template& a) : a_(a) {
    // What the template covers, in the units of the presence's correlation: its sum over the angles times their number.
    float whole = 0;
    for (std::size_t group = 0; group < kGroups; ++group)
      for (std::size_t ring = 0; ring < kBatch && a.used[group]; ++ring) whole += present_in(a.spectrum, group, ring);
    least_ = kLeastOverlap * whole * kAngles;
  }

  void add(const Spectrum& centre) {
    std::array<float, kSpectrumRows> product{};
    for (std::size_t group = 0; group < kGroups; ++group)
      if (a_.used[group])
        kernels().correlate(&a_.spectrum[group * kGroupFloats], &centre[group * kGroupFloats], product.data());
    for (std::size_t k = 0; k < kWaves; ++k) {
      const float xr = product[k];
      const float xi = product[kWaves + k];
      const float yr = k < kMaskWaves ? product[2 * kWaves + k] : 0;
      const float yi = k < kMaskWaves ? product[2 * kWaves + kMaskWaves + k] : 0;
      // X + iY, turned back by a transform forward of the parts exchanged.
      re_[k * kBatch + count_] = xi + yr;
      im_[k * kBatch + count_] = xr - yi;
      if (k == 0) continue;
      re_[(kAngles - k) * kBatch + count_] = yr - xi;
      im_[(kAngles - k) * kBatch + count_] = xr + yi;
    }
    ++count_;
  }

  [[nodiscard]] bool full() const { return count_ == kBatch; }

  void finish(std::vector<Peak>& peaks) {
    kernels().fourier(re_.data(), im_.data(), turns());
    for (std::size_t lane = 0; lane < count_; ++lane) {
      std::array<float, kAngles> strength;
      for (int angle = 0; angle < kAngles; ++angle) {
        const std::size_t at = static_cast<std::size_t>(reversed(angle)) * kBatch + lane;
        strength[static_cast<std::size_t>(angle)] = re_[at] >= least_ && least_ > 0 ? im_[at] / std::sqrt(re_[at]) : 0;
      }
      add_peaks(strength, first_ + lane, peaks);
    }
    first_ += count_;
    count_ = 0;
    re_.fill(0);
    im_.fill(0);
  }

 private:
  static constexpr std::size_t kSize = std::size_t{kAngles} * kBatch;
  const Template& a_;
  float least_ = 0;
  std::size_t first_ = 0;
  std::size_t count_ = 0;
  alignas(64) std::array<float, kSize> re_{};
  alignas(64) std::array<float, kSize> im_{};
};

}  // namespace

Template template_of(const Raster& picture, Point middle) {
  Template made{middle, {}, {}};
  const Board board(picture);
  std::size_t centre = 0;
  if (!board.snap(made.middle, centre)) return made;
  spectrum_about(board, centre, {true, true}, made.spectrum);
  std::array<float, kGroups> held{};
  float whole = 0;
  for (std::size_t group = 0; group < kGroups; ++group) {
    for (std::size_t i = 0; i < kGroupFloats; ++i)
      made.spectrum[group * kGroupFloats + i] *= ring_weight(group, i % kBatch);
    for (std::size_t ring = 0; ring < kBatch; ++ring) held[group] += present_in(made.spectrum, group, ring);
    whole += held[group];
  }
  for (std::size_t group = 0; group < kGroups; ++group) made.used[group] = held[group] > 0.03F * whole;
  return made;
}

std::vector<Candidate> candidates(const Template& a, const Raster& b, Point middle_of_b, double reach_um,
                                  std::size_t at_most) {
  std::vector<Point> centres;
  std::vector<Peak> peaks;
  static thread_local Spectrum spectrum;
  Batch batch(a);
  const Board board(b);
  for (Point at : lattice(middle_of_b, reach_um)) {
    std::size_t centre = 0;
    if (!board.snap(at, centre) || !may_overlap(board, centre, a)) continue;
    centres.push_back(at);
    spectrum_about(board, centre, a.used, spectrum);
    batch.add(spectrum);
    if (batch.full()) batch.finish(peaks);
  }
  batch.finish(peaks);
  std::sort(peaks.begin(), peaks.end(), [](const Peak& p, const Peak& q) {
    return std::tuple(-p.strength, p.centre, p.angle) < std::tuple(-q.strength, q.centre, q.angle);
  });
  std::vector<Candidate> chosen;
  std::vector<Peak> kept;
  for (const Peak& peak : peaks) {
    if (chosen.size() == at_most) break;
    const Point at = centres[peak.centre];
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const Peak& other) {
      const int apart = std::abs(peak.angle - other.angle);
      const double dx = at.x_um - centres[other.centre].x_um;
      const double dy = at.y_um - centres[other.centre].y_um;
      return std::min(apart, kAngles - apart) <= 2 && dx * dx + dy * dy < kSameUm * kSameUm;
    });
    if (known) continue;
    kept.push_back(peak);
    chosen.push_back(
        {pose_that_takes(at, a.middle, peak.angle * (360.0 / kAngles)), static_cast<double>(peak.strength)});
  }
  return chosen;
}

}  // namespace lotline::comparison
