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
  block.centre_of[lane] = signature.centre_of;
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

BestTurns Enrolled::best_turns(const Block& marks, const std::vector<Probe::Centre>& centres, int probe_rings) {
  BestTurns best;
  best.squared.fill(kNothingFound);
  const auto rings = static_cast<std::size_t>(marks.rings);
  const auto questioned = [&](const std::vector<QuestionedHarmonic>& harmonics) {
    return Rings<QuestionedHarmonic>{harmonics.data() + marks.first_ring, static_cast<std::size_t>(probe_rings)};
  };
  const auto enrolled = [&](const std::vector<EnrolledHarmonics>& harmonics) {
    return Rings<EnrolledHarmonics>{harmonics.data(), rings};
  };
  std::array<CentreSums, 2> sums;
  for (std::size_t at = 0; at < centres.size(); at += 2) {
    for (std::size_t which = 0; which < 2; ++which) {
      // An odd last one stands twice; the second changes nothing.
      const std::size_t number = std::min(at + which, centres.size() - 1);
      const Probe::Centre& centre = centres[number];
      CentreSums& to = sums[which];
      to.centre = static_cast<std::int32_t>(number);
      to.questioned_energy = centre.energy;
      to.penalty = centre.penalty;
      ring_products(questioned(centre.relief), enrolled(marks.relief), rings, to.relief);
      ring_products(questioned(centre.energies), enrolled(marks.coverage), rings, to.questioned_overlap);
      ring_products(questioned(centre.coverage), enrolled(marks.energies), rings, to.enrolled_overlap);
    }
    take_best(sums[0], sums[1], marks.energy, best);
  }
  return best;
}

void Enrolled::match(const Probe& probe, std::size_t block, std::span<ProbeMatch, kBlock> matches) const {
  CHECK(probe.suitable() && probe.mark() == mark_);
  const Block& marks = blocks_[block];
  for (ProbeMatch& match : matches) match = {.correlation = -1};
  const std::size_t items = std::min(kBlock, size() - block * kBlock);
  for (const bool of_holes : {true, false}) {
    const auto wanted = [&](std::size_t lane) {
      return suitable(block * kBlock + lane) && (marks.centre_of[lane] == surface::CentreOf::hole) == of_holes;
    };
    bool any = false;
    for (std::size_t lane = 0; lane < items; ++lane) any = any || wanted(lane);
    if (!any) continue;
    const auto& centres = of_holes ? probe.near_centres() : probe.wide_centres();
    const BestTurns best = best_turns(marks, centres, probe.rings());
    for (std::size_t lane = 0; lane < items; ++lane)
      if (wanted(lane)) matches[lane] = told(marks, lane, best, centres);
  }
}

ProbeMatch Enrolled::told(const Block& marks, std::size_t lane, const BestTurns& best,
                          const std::vector<Probe::Centre>& centres) {
  const float squared = best.squared[lane];
  const Probe::Centre& centre = centres[static_cast<std::size_t>(best.centre[lane])];
  // The item's centre lies on the questioned mark's: t = q - R(rotation) e.
  const double rotation_deg = degrees(best.angle[lane]);
  const double radians = rotation_deg * std::numbers::pi / 180;
  const double cosine = steady::cos(radians);
  const double sine = steady::sin(radians);
  const double x = marks.centre_x_um[lane];
  const double y = marks.centre_y_um[lane];
  return {squared < 0 ? -std::sqrt(-squared) : std::sqrt(squared),
          {rotation_deg, centre.x_um - (cosine * x - sine * y), centre.y_um - (sine * x + cosine * y)}};
}

}  // namespace lotline::search
