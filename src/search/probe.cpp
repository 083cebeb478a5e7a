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

Probe::Probe(const surface::Prepared& surface, const ProbeOptions& options)
    : mark_(surface.mark), options_(options), rings_(ring_layout(surface.mark).rings) {
  const RingReader reader(surface);
  const Signature middle = reader.in_whole_numbers(reader.read(0, 0));
  suitable_ = search::suitable(middle);
  if (!suitable_) return;
  wide_ = centres(reader, options.wide);
  if (middle.centre_of != surface::CentreOf::hole) return;
  near_ = centres(reader, options.near);
  for (Centre& centre : near_) {
    const double x = (centre.x_um - middle.centre_x_um) / options.near_scatter_um;
    const double y = (centre.y_um - middle.centre_y_um) / options.near_scatter_um;
    centre.penalty = static_cast<float>(options.chance * (x * x + y * y));
  }
}

std::vector<Probe::Centre> Probe::centres(const RingReader& reader, const Lattice& lattice) const {
  CHECK(lattice.steps >= 0 && lattice.spacing_um > 0);
  // From the middle outwards, so that of equal fits the smallest shift is told.
  std::vector<std::pair<int, int>> steps;
  for (int row = -lattice.steps; row <= lattice.steps; ++row)
    for (int column = -lattice.steps; column <= lattice.steps; ++column) steps.emplace_back(column, row);
  std::stable_sort(steps.begin(), steps.end(), [](auto a, auto b) {
    return a.first * a.first + a.second * a.second < b.first * b.first + b.second * b.second;
  });
  const auto rings = static_cast<std::size_t>(rings_);
  std::vector<Centre> made;
  for (const auto& [column, row] : steps) {
    const double x = lattice.spacing_um * column;
    const double y = lattice.spacing_um * row;
    const RingSpectra spectra = ring_spectra(reader.in_whole_numbers(reader.read(x, y)));
    Centre& centre = made.emplace_back();
    centre.x_um = reader.centre_x_um() + x;
    centre.y_um = reader.centre_y_um() + y;
    centre.energy = spectra.energy;
    centre.relief.resize(kHarmonics * rings);
    centre.energies.resize(kOverlapHarmonics * rings);
    centre.coverage.resize(kOverlapHarmonics * rings);
    for (std::size_t ring = 0; ring < spectra.rings.size(); ++ring) {
      const RingSpectrum& from = spectra.rings[ring];
      const std::size_t to = ring + static_cast<std::size_t>(spectra.first_ring);
      for (std::size_t h = 0; h < kHarmonics; ++h) centre.relief[h * rings + to] = questioned(from.relief[h]);
      for (std::size_t h = 0; h < kOverlapHarmonics; ++h) {
        centre.energies[h * rings + to] = questioned(from.energy[h]);
        centre.coverage[h * rings + to] = questioned(from.coverage[h]);
      }
    }
  }
  return made;
}

}  // namespace lotline::search
