#include "search/ring_products.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "base/instruction_set.h"

namespace lotline::search {

namespace {

#if defined(__x86_64__)

std::int32_t as_pair(Harmonic harmonic) {
  std::int32_t pair = 0;
  __builtin_memcpy(&pair, &harmonic, sizeof pair);
  return pair;
}

[[gnu::target("avx512f,avx512bw")]] void products_avx512(Rings<QuestionedHarmonic> questioned,
                                                         Rings<EnrolledHarmonics> enrolled, std::size_t rings,
                                                         std::span<ProductSum> sums) {
  for (std::size_t h = 0; h < sums.size(); ++h) {
    const QuestionedHarmonic* const q = questioned.first + h * questioned.step;
    const EnrolledHarmonics* const e = enrolled.first + h * enrolled.step;
    __m512i real = _mm512_setzero_si512();
    __m512i imaginary = _mm512_setzero_si512();
    for (std::size_t ring = 0; ring < rings; ++ring) {
      const __m512i marks = _mm512_load_si512(&e[ring]);
      real = _mm512_add_epi32(real, _mm512_madd_epi16(marks, _mm512_set1_epi32(as_pair(q[ring].straight))));
      imaginary = _mm512_add_epi32(imaginary, _mm512_madd_epi16(marks, _mm512_set1_epi32(as_pair(q[ring].turned))));
    }
    _mm512_store_si512(sums[h].real.data(), real);
    _mm512_store_si512(sums[h].imaginary.data(), imaginary);
  }
}

[[gnu::target("avx2")]] void products_avx2(Rings<QuestionedHarmonic> questioned, Rings<EnrolledHarmonics> enrolled,
                                           std::size_t rings, std::span<ProductSum> sums) {
  for (std::size_t h = 0; h < sums.size(); ++h) {
    const QuestionedHarmonic* const q = questioned.first + h * questioned.step;
    const EnrolledHarmonics* const e = enrolled.first + h * enrolled.step;
    __m256i real[2] = {_mm256_setzero_si256(), _mm256_setzero_si256()};
    __m256i imaginary[2] = {_mm256_setzero_si256(), _mm256_setzero_si256()};
    for (std::size_t ring = 0; ring < rings; ++ring) {
      const __m256i straight = _mm256_set1_epi32(as_pair(q[ring].straight));
      const __m256i turned = _mm256_set1_epi32(as_pair(q[ring].turned));
      const auto* const marks = reinterpret_cast<const __m256i*>(&e[ring]);
      for (int part = 0; part < 2; ++part) {
        const __m256i some = _mm256_load_si256(marks + part);
        real[part] = _mm256_add_epi32(real[part], _mm256_madd_epi16(some, straight));
        imaginary[part] = _mm256_add_epi32(imaginary[part], _mm256_madd_epi16(some, turned));
      }
    }
    for (int part = 0; part < 2; ++part) {
      _mm256_store_si256(reinterpret_cast<__m256i*>(sums[h].real.data()) + part, real[part]);
      _mm256_store_si256(reinterpret_cast<__m256i*>(sums[h].imaginary.data()) + part, imaginary[part]);
    }
  }
}

void products_baseline(Rings<QuestionedHarmonic> questioned, Rings<EnrolledHarmonics> enrolled, std::size_t rings,
                       std::span<ProductSum> sums) {
  for (std::size_t h = 0; h < sums.size(); ++h) {
    const QuestionedHarmonic* const q = questioned.first + h * questioned.step;
    const EnrolledHarmonics* const e = enrolled.first + h * enrolled.step;
    // Two of the four quarters at a time: eight registers of sums and operands are what there are.
    for (int half = 0; half < 4; half += 2) {
      __m128i real[2] = {_mm_setzero_si128(), _mm_setzero_si128()};
      __m128i imaginary[2] = {_mm_setzero_si128(), _mm_setzero_si128()};
      for (std::size_t ring = 0; ring < rings; ++ring) {
        const __m128i straight = _mm_set1_epi32(as_pair(q[ring].straight));
        const __m128i turned = _mm_set1_epi32(as_pair(q[ring].turned));
        const auto* const marks = reinterpret_cast<const __m128i*>(&e[ring]) + half;
        for (int part = 0; part < 2; ++part) {
          const __m128i some = _mm_load_si128(marks + part);
          real[part] = _mm_add_epi32(real[part], _mm_madd_epi16(some, straight));
          imaginary[part] = _mm_add_epi32(imaginary[part], _mm_madd_epi16(some, turned));
        }
      }
      for (int part = 0; part < 2; ++part) {
        _mm_store_si128(reinterpret_cast<__m128i*>(sums[h].real.data()) + half + part, real[part]);
        _mm_store_si128(reinterpret_cast<__m128i*>(sums[h].imaginary.data()) + half + part, imaginary[part]);
      }
    }
  }
}

#else

std::int32_t product(Harmonic a, Harmonic b) { return a.real * b.real + a.imaginary * b.imaginary; }

void products_baseline(Rings<QuestionedHarmonic> questioned, Rings<EnrolledHarmonics> enrolled, std::size_t rings,
                       std::span<ProductSum> sums) {
  for (std::size_t h = 0; h < sums.size(); ++h) {
    sums[h] = {};
    for (std::size_t ring = 0; ring < rings; ++ring) {
      const QuestionedHarmonic& q = questioned.first[h * questioned.step + ring];
      const EnrolledHarmonics& e = enrolled.first[h * enrolled.step + ring];
      for (std::size_t mark = 0; mark < kMarksTogether; ++mark) {
        sums[h].real[mark] += product(e.marks[mark], q.straight);
        sums[h].imaginary[mark] += product(e.marks[mark], q.turned);
      }
    }
  }
}

#endif

}  // namespace

void ring_products(Rings<QuestionedHarmonic> questioned, Rings<EnrolledHarmonics> enrolled, std::size_t rings,
                   std::span<ProductSum> sums) {
#if defined(__x86_64__)
  switch (instruction_set()) {
    case InstructionSet::avx512:
      return products_avx512(questioned, enrolled, rings, sums);
    case InstructionSet::avx2:
      return products_avx2(questioned, enrolled, rings, sums);
    case InstructionSet::baseline:
      break;
  }
#endif
  products_baseline(questioned, enrolled, rings, sums);
}

}  // namespace lotline::search
