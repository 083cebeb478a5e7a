#include "search/enrolled.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/check.h"
#include "base/steady_math.h"
#include "search/best_turn.h"

namespace lotline::search {

namespace {

/// To (-180, 180].
double degrees(std::int32_t angle) {
  return 360.0 / kAngles * static_cast<double>(2 * angle > kAngles ? angle - kAngles : angle);
}

}  // namespace

void Enrolled::add(const Signature& signature) {
  CHECK(signature.mark == mark_);
  const std::size_t lane = size() % kBlock;
  if (lane == 0) blocks_.emplace_back();
  const bool suitable = search::suitable(signature);
  suitable_.push_back(suitable ? 1 : 0);
  if (!suitable) return;
  const RingSpectra spectra = ring_spectra(signature);
  Block& block = blocks_.back();
  make_room(block, spectra.first_ring, static_cast<int>(spectra.rings.size()));
  block.energy[lane] = spectra.energy;
  block.centre_x_um[lane] = signature.centre_x_um;
  block.centre_y_um[lane] = signature.centre_y_um;
  const auto rings = static_cast<std::size_t>(block.rings);
  for (std::size_t ring = 0; ring < spectra.rings.size(); ++ring) {
    const RingSpectrum& from = spectra.rings[ring];
    const std::size_t to = ring + static_cast<std::size_t>(spectra.first_ring - block.first_ring);
    for (std::size_t h = 0; h < kHarmonics; ++h) block.relief[h * rings + to].marks[lane] = from.relief[h];
    for (std::size_t h = 0; h < kOverlapHarmonics; ++h) {
      block.energies[h * rings + to].marks[lane] = from.energy[h];
      block.coverage[h * rings + to].marks[lane] = from.coverage[h];
    }
  }
}

void Enrolled::make_room(Block& block, int first_ring, int rings) {
  const int first = block.rings == 0 ? first_ring : std::min(block.first_ring, first_ring);
  const int end = block.rings == 0 ? first_ring + rings : std::max(block.first_ring + block.rings, first_ring + rings);
  if (block.rings != 0 && first == block.first_ring && end == block.first_ring + block.rings) return;
  const auto wider = [&](std::vector<EnrolledHarmonics>& harmonics, std::size_t count) {
    const auto before = static_cast<std::size_t>(block.rings);
    const auto after = static_cast<std::size_t>(end - first);
    const auto shift = static_cast<std::size_t>(before == 0 ? 0 : block.first_ring - first);
    std::vector<EnrolledHarmonics> made(count * after);
    for (std::size_t h = 0; h < count; ++h)
      for (std::size_t ring = 0; ring < before; ++ring) made[h * after + shift + ring] = harmonics[h * before + ring];
    harmonics = std::move(made);
  };
  wider(block.relief, kHarmonics);
  wider(block.energies, kOverlapHarmonics);
  wider(block.coverage, kOverlapHarmonics);
  block.first_ring = first;
  block.rings = end - first;
}

std::size_t Enrolled::bytes() const {
  std::size_t sum = suitable_.capacity() + blocks_.capacity() * sizeof(Block);
  for (const Block& block : blocks_)
    sum +=
        (block.relief.capacity() + block.energies.capacity() + block.coverage.capacity()) * sizeof(EnrolledHarmonics);
  return sum;
}

void Enrolled::match(const Probe& probe, std::size_t block, std::span<ProbeMatch, kBlock> matches) const {
  CHECK(probe.suitable() && probe.mark() == mark_);
  const Block& marks = blocks_[block];
  BestTurns best;
  best.squared.fill(kNothingFound);
  const int first = std::max(marks.first_ring, probe.first_ring());
  const int end = std::min(marks.first_ring + marks.rings, probe.first_ring() + probe.rings());
  if (first < end) {
    const auto rings = static_cast<std::size_t>(end - first);
    const auto questioned = [&](const std::vector<QuestionedHarmonic>& harmonics) {
      return Rings<QuestionedHarmonic>{harmonics.data() + (first - probe.first_ring()),
                                       static_cast<std::size_t>(probe.rings())};
    };
    const auto enrolled = [&](const std::vector<EnrolledHarmonics>& harmonics) {
      return Rings<EnrolledHarmonics>{harmonics.data() + (first - marks.first_ring),
                                      static_cast<std::size_t>(marks.rings)};
    };
    std::array<CentreSums, 2> sums;
    const auto& centres = probe.centres();
    for (std::size_t at = 0; at < centres.size(); at += 2) {
      for (std::size_t which = 0; which < 2; ++which) {
        // An odd last one stands twice; the second changes nothing.
        const std::size_t centre = std::min(at + which, centres.size() - 1);
        CentreSums& to = sums[which];
        to.centre = static_cast<std::int32_t>(centre);
        to.questioned_energy = centres[centre].energy;
        ring_products(questioned(centres[centre].relief), enrolled(marks.relief), rings, to.relief);
        ring_products(questioned(centres[centre].energies), enrolled(marks.coverage), rings, to.questioned_overlap);
        ring_products(questioned(centres[centre].coverage), enrolled(marks.energies), rings, to.enrolled_overlap);
      }
      take_best(sums[0], sums[1], marks.energy, best);
    }
  }
  for (std::size_t lane = 0; lane < kBlock; ++lane) {
    const std::size_t item = block * kBlock + lane;
    matches[lane] = {.correlation = -1};
    if (item >= size() || !suitable(item) || best.squared[lane] <= kNothingFound) continue;
    const float squared = best.squared[lane];
    matches[lane].correlation = squared < 0 ? -std::sqrt(-squared) : std::sqrt(squared);
    const Probe::Centre& centre = probe.centres()[static_cast<std::size_t>(best.centre[lane])];
    // The item's centre lies on the questioned mark's: t = q - R(rotation) e.
    const double rotation_deg = degrees(best.angle[lane]);
    const double radians = rotation_deg * std::numbers::pi / 180;
    const double cosine = steady::cos(radians);
    const double sine = steady::sin(radians);
    const double x = marks.centre_x_um[lane];
    const double y = marks.centre_y_um[lane];
    matches[lane].questioned_from_item = {rotation_deg, centre.x_um - (cosine * x - sine * y),
                                          centre.y_um - (sine * x + cosine * y)};
  }
}

}  // namespace lotline::search
