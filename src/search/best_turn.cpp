#include "search/best_turn.h"

#include "base/instruction_set.h"
#include "search/lane_fourier.h"

namespace lotline::search {

namespace {

/// An energy counts by so much as if the whole mark were overlapped: a sliver of overlap must not win by chance.
constexpr float kShrink = 0.2F;

/// Angles at which the overlap is worked out; it changes slowly.
constexpr std::size_t kOverlapAngles = 32;
constexpr std::size_t kAnglesEach = kAngles / kOverlapAngles;

template <std::size_t kLanes>
struct Wide {
  using Floats = Lanes<kLanes>;
  using Whole [[gnu::vector_size(kLanes * sizeof(std::int32_t))]] = std::int32_t;
};

/// Out by reference: a vector by value would have another calling convention with each instruction set.
template <class To, class From>
[[gnu::always_inline]] inline void load(To& to, const From* from) {
  __builtin_memcpy(&to, from, sizeof to);
}

template <class Whole, class Floats>
[[gnu::always_inline]] inline void load_as_floats(Floats& to, const std::int32_t* from) {
  Whole whole;
  load(whole, from);
  to = __builtin_convertvector(whole, Floats);
}

/// Two spectra of real signals into one of a complex signal, a in its real and b in its imaginary part.
template <std::size_t N, std::size_t kLanes, std::size_t kCount>
[[gnu::always_inline]] inline void pack(const std::array<ProductSum, kCount>& a,
                                        const std::array<ProductSum, kCount>& b, std::size_t lane,
                                        typename Wide<kLanes>::Floats* real, typename Wide<kLanes>::Floats* imaginary) {
  using Floats = typename Wide<kLanes>::Floats;
  using Whole = typename Wide<kLanes>::Whole;
  for (std::size_t i = 0; i < N; ++i) {
    real[i] = Floats{};
    imaginary[i] = Floats{};
  }
  for (std::size_t h = 0; h < kCount; ++h) {
    Floats a_real, a_imaginary, b_real, b_imaginary;
    load_as_floats<Whole>(a_real, &a[h].real[lane]);
    load_as_floats<Whole>(a_imaginary, &a[h].imaginary[lane]);
    load_as_floats<Whole>(b_real, &b[h].real[lane]);
    load_as_floats<Whole>(b_imaginary, &b[h].imaginary[lane]);
    const std::size_t mirrored = kReversed<N>[(N - h) % N];
    real[mirrored] = a_real + b_imaginary;
    imaginary[mirrored] = b_real - a_imaginary;
    const std::size_t to = kReversed<N>[h];
    real[to] = a_real - b_imaginary;
    imaginary[to] = a_imaginary + b_real;
  }
}

template <std::size_t kLanes>
[[gnu::always_inline]] inline void take_best_lanes(const CentreSums& first, const CentreSums& second,
                                                   const std::array<float, kMarksTogether>& enrolled_energy,
                                                   BestTurns& best) {
  using Floats = typename Wide<kLanes>::Floats;
  using Whole = typename Wide<kLanes>::Whole;
  const Roots<kAngles>& root = roots<kAngles>();
  const Roots<kOverlapAngles>& overlap_root = roots<kOverlapAngles>();
  for (std::size_t lane = 0; lane < kMarksTogether; lane += kLanes) {
    Floats relief[2][kAngles];
    pack<kAngles, kLanes>(first.relief, second.relief, lane, relief[0], relief[1]);
    transform<kAngles>(relief[0], relief[1], root);
    Floats best_squared, of_enrolled;
    Whole best_angle, best_centre;
    load(best_squared, &best.squared[lane]);
    load(best_angle, &best.angle[lane]);
    load(best_centre, &best.centre[lane]);
    load(of_enrolled, &enrolled_energy[lane]);
    of_enrolled = of_enrolled * kShrink + 1.0F;
    for (const int which : {0, 1}) {
      const CentreSums& sums = which == 0 ? first : second;
      Floats questioned[kOverlapAngles];
      Floats enrolled[kOverlapAngles];
      pack<kOverlapAngles, kLanes>(sums.questioned_overlap, sums.enrolled_overlap, lane, questioned, enrolled);
      transform<kOverlapAngles>(questioned, enrolled, overlap_root);
      const float of_questioned = sums.questioned_energy * kShrink + 1.0F;
      for (std::size_t i = 0; i < kOverlapAngles; ++i) {
        const Floats zero{};
        const Floats q = (questioned[i] > 0.0F ? questioned[i] : zero) * (1 - kShrink) + of_questioned;
        const Floats e = (enrolled[i] > 0.0F ? enrolled[i] : zero) * (1 - kShrink) + of_enrolled;
        questioned[i] = 1.0F / (q * e);
      }
      for (std::size_t angle = 0; angle < kAngles; ++angle) {
        const Floats product = relief[which][angle];
        const Floats size = product < 0.0F ? -product : product;
        const Floats squared =
            product * size * questioned[(angle + kAnglesEach / 2) / kAnglesEach % kOverlapAngles] - sums.penalty;
        const Whole better = squared > best_squared;
        best_squared = better ? squared : best_squared;
        best_angle = better ? Whole{} + static_cast<std::int32_t>(angle) : best_angle;
        best_centre = better ? Whole{} + sums.centre : best_centre;
      }
    }
    __builtin_memcpy(&best.squared[lane], &best_squared, sizeof best_squared);
    __builtin_memcpy(&best.angle[lane], &best_angle, sizeof best_angle);
    __builtin_memcpy(&best.centre[lane], &best_centre, sizeof best_centre);
  }
}

#if defined(__x86_64__)
[[gnu::target("avx512f,avx512bw")]] void take_best_avx512(const CentreSums& first, const CentreSums& second,
                                                          const std::array<float, kMarksTogether>& enrolled_energy,
                                                          BestTurns& best) {
  take_best_lanes<16>(first, second, enrolled_energy, best);
}
[[gnu::target("avx2")]] void take_best_avx2(const CentreSums& first, const CentreSums& second,
                                            const std::array<float, kMarksTogether>& enrolled_energy, BestTurns& best) {
  take_best_lanes<8>(first, second, enrolled_energy, best);
}
#endif

}  // namespace

void take_best(const CentreSums& first, const CentreSums& second,
               const std::array<float, kMarksTogether>& enrolled_energy, BestTurns& best) {
#if defined(__x86_64__)
  switch (instruction_set()) {
    case InstructionSet::avx512:
      return take_best_avx512(first, second, enrolled_energy, best);
    case InstructionSet::avx2:
      return take_best_avx2(first, second, enrolled_energy, best);
    case InstructionSet::baseline:
      break;
  }
#endif
  take_best_lanes<4>(first, second, enrolled_energy, best);
}

}  // namespace lotline::search
