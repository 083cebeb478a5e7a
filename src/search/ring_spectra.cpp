#include "search/ring_spectra.h"

#include <cmath>

#include "base/instruction_set.h"
#include "search/lane_fourier.h"

namespace lotline::search {

namespace {

constexpr std::size_t kTogether = 16;
/// Spectra are an eighth of the transform's sums, so that they fit into Harmonic.
constexpr float kScale = 0.125F;
/// The largest relief; energy is divided by it and coverage multiplied.
constexpr float kLargest = 127;

/// Of up to sixteen rings: one signal in the real, one in the imaginary parts. The transform turns the other way round
/// (exp(+...)), so that harmonic h of it stands at N - h.
struct Batch {
  alignas(64) std::array<std::array<float, kTogether>, kAngles> real{};
  alignas(64) std::array<std::array<float, kTogether>, kAngles> imaginary{};
};

template <std::size_t kLanes>
[[gnu::always_inline]] inline void transform_lanes(Batch& batch, const Roots<kAngles>& root) {
  using V = Lanes<kLanes>;
  V real[kAngles];
  V imaginary[kAngles];
  for (std::size_t first = 0; first < kTogether; first += kLanes) {
    for (std::size_t i = 0; i < kAngles; ++i) {
      __builtin_memcpy(&real[i], &batch.real[i][first], sizeof(V));
      __builtin_memcpy(&imaginary[i], &batch.imaginary[i][first], sizeof(V));
    }
    transform<kAngles>(real, imaginary, root);
    for (std::size_t i = 0; i < kAngles; ++i) {
      __builtin_memcpy(&batch.real[i][first], &real[i], sizeof(V));
      __builtin_memcpy(&batch.imaginary[i][first], &imaginary[i], sizeof(V));
    }
  }
}

#if defined(__x86_64__)
[[gnu::target("avx512f,avx512bw")]] void transform_avx512(Batch& batch, const Roots<kAngles>& root) {
  transform_lanes<16>(batch, root);
}
[[gnu::target("avx2")]] void transform_avx2(Batch& batch, const Roots<kAngles>& root) {
  transform_lanes<8>(batch, root);
}
#endif

void transform_batch(Batch& batch) {
  const Roots<kAngles>& root = roots<kAngles>();
#if defined(__x86_64__)
  switch (instruction_set()) {
    case InstructionSet::avx512:
      return transform_avx512(batch, root);
    case InstructionSet::avx2:
      return transform_avx2(batch, root);
    case InstructionSet::baseline:
      break;
  }
#endif
  transform_lanes<4>(batch, root);
}

/// To the nearest whole number, to the even one of two: where the last place of a sum is 1, addition rounds so. A call
/// of lrint would take most of the time of an enrolment.
std::int16_t rounded(float value) {
  constexpr float kLastPlaceIsOne = 0x1.8p23F;
  const float shifted = value + kLastPlaceIsOne;
  return static_cast<std::int16_t>(shifted - kLastPlaceIsOne);
}

/// Of the signal in the real parts and of that in the imaginary parts, harmonic h of lane `lane`.
std::array<Harmonic, 2> harmonics(const Batch& batch, std::size_t h, std::size_t lane) {
  const std::size_t here = (kAngles - h) % kAngles;
  const float a = batch.real[here][lane];
  const float b = batch.imaginary[here][lane];
  const float c = batch.real[h][lane];
  const float d = batch.imaginary[h][lane];
  constexpr float half = 0.5F * kScale;
  return {Harmonic{rounded(half * (a + c)), rounded(half * (b - d))},
          Harmonic{rounded(half * (b + d)), rounded(half * (c - a))}};
}

}  // namespace

RingSpectra ring_spectra(const Signature& signature) {
  RingSpectra result{.first_ring = signature.first_ring};
  const auto rings = static_cast<std::size_t>(signature.rings());
  result.rings.resize(rings);
  const RingLayout layout = ring_layout(signature.mark);
  const double outermost = layout.innermost_um + layout.spacing_um * (layout.rings - 1);
  double energy = 0;
  for (std::size_t first = 0; first < rings; first += kTogether) {
    const std::size_t together = std::min(kTogether, rings - first);
    Batch relief_and_energy;
    Batch coverage;
    for (std::size_t lane = 0; lane < together; ++lane) {
      const int ring = signature.first_ring + static_cast<int>(first + lane);
      const double weight = (layout.innermost_um + layout.spacing_um * ring) / outermost;
      const auto root_weight = static_cast<float>(std::sqrt(weight));
      for (std::size_t i = 0; i < kAngles; ++i) {
        const std::int8_t height = signature.relief[(first + lane) * kAngles + i];
        if (height == kNotMeasured) continue;
        const float relief = root_weight * static_cast<float>(height);
        const std::size_t to = kReversed<kAngles>[i];
        relief_and_energy.real[to][lane] = relief;
        relief_and_energy.imaginary[to][lane] = relief * relief * (1 / kLargest);
        coverage.real[to][lane] = kLargest;
        energy += static_cast<double>(relief * relief);
      }
    }
    transform_batch(relief_and_energy);
    transform_batch(coverage);
    for (std::size_t lane = 0; lane < together; ++lane) {
      RingSpectrum& ring = result.rings[first + lane];
      for (std::size_t h = 0; h < kHarmonics; ++h) {
        const auto [relief, energies] = harmonics(relief_and_energy, h, lane);
        if (h > 0) ring.relief[h] = relief;
        if (h >= kOverlapHarmonics) continue;
        ring.energy[h] = energies;
        ring.coverage[h] = harmonics(coverage, h, lane)[0];
      }
    }
  }
  // A correlation of spectra comes out of the transform kAngles times too large, and kScale^2 times too small.
  result.energy = static_cast<float>(energy * kAngles * static_cast<double>(kScale * kScale));
  return result;
}

}  // namespace lotline::search
