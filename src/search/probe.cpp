#include "search/probe.h"

#include <algorithm>

#include "base/check.h"
#include "search/ring_reader.h"

namespace lotline::search {

namespace {

QuestionedHarmonic questioned(Harmonic harmonic) {
  return {harmonic, {harmonic.imaginary, static_cast<std::int16_t>(-harmonic.real)}};
}

}  // namespace

Probe::Probe(const surface::Prepared& surface, const ProbeOptions& options) : mark_(surface.mark), options_(options) {
  CHECK(options.centre_steps >= 0 && options.centre_spacing_um > 0);
  const RingReader reader(surface);
  {
    const Signature middle = reader.in_whole_numbers(reader.read(0, 0));
    suitable_ = search::suitable(middle);
    if (!suitable_) return;
  }
  std::vector<RingSpectra> spectra;
  int last_ring = 0;
  first_ring_ = kMostRings;
  // From the middle outwards, so that of equal fits the smallest shift is told.
  std::vector<std::pair<int, int>> steps;
  for (int row = -options.centre_steps; row <= options.centre_steps; ++row)
    for (int column = -options.centre_steps; column <= options.centre_steps; ++column) steps.emplace_back(column, row);
  std::stable_sort(steps.begin(), steps.end(), [](auto a, auto b) {
    return a.first * a.first + a.second * a.second < b.first * b.first + b.second * b.second;
  });
  for (const auto& [column, row] : steps) {
    const double x = options.centre_spacing_um * column;
    const double y = options.centre_spacing_um * row;
    Centre& centre = centres_.emplace_back();
    centre.x_um = reader.centre_x_um() + x;
    centre.y_um = reader.centre_y_um() + y;
    const RingSpectra& of_centre = spectra.emplace_back(ring_spectra(reader.in_whole_numbers(reader.read(x, y))));
    centre.energy = of_centre.energy;
    if (of_centre.rings.empty()) continue;
    first_ring_ = std::min(first_ring_, of_centre.first_ring);
    last_ring = std::max(last_ring, of_centre.first_ring + static_cast<int>(of_centre.rings.size()));
  }
  rings_ = last_ring - first_ring_;
  for (std::size_t at = 0; at < centres_.size(); ++at) lay_out(spectra[at], centres_[at]);
}

void Probe::lay_out(const RingSpectra& spectra, Centre& centre) const {
  const auto rings = static_cast<std::size_t>(rings_);
  centre.relief.resize(kHarmonics * rings);
  centre.energies.resize(kOverlapHarmonics * rings);
  centre.coverage.resize(kOverlapHarmonics * rings);
  for (std::size_t ring = 0; ring < spectra.rings.size(); ++ring) {
    const RingSpectrum& from = spectra.rings[ring];
    const std::size_t to = ring + static_cast<std::size_t>(spectra.first_ring - first_ring_);
    for (std::size_t h = 0; h < kHarmonics; ++h) centre.relief[h * rings + to] = questioned(from.relief[h]);
    for (std::size_t h = 0; h < kOverlapHarmonics; ++h) {
      centre.energies[h * rings + to] = questioned(from.energy[h]);
      centre.coverage[h * rings + to] = questioned(from.coverage[h]);
    }
  }
}

}  // namespace lotline::search
