#pragma once
// The inner loops themselves. Included by kernels_baseline.cpp and its sisters, each built for another instruction set,
// with KERNELS_OBJECT defined. Nothing here may be shared between them: no function that is not static, no template or
// inline function of the standard library.

#include <cstdint>

#include "comparison/kernels.h"
#include "comparison/polar_layout.h"

#ifdef __AVX2__
#include <immintrin.h>
#else
#include <emmintrin.h>
#endif

namespace lotline::comparison {
namespace {

/// Eight sums of products of sixteen pairs of 16-bit numbers.
#ifdef __AVX2__
struct Dot {
  __m256i sum = _mm256_setzero_si256();
};
struct Sixteen {
  __m256i all;
};
[[gnu::always_inline]] inline Sixteen sixteen(const std::int16_t* at) {
  return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(at))};
}
[[gnu::always_inline]] inline void add(Dot& dot, Sixteen a, Sixteen b) {
  dot.sum = _mm256_add_epi32(dot.sum, _mm256_madd_epi16(a.all, b.all));
}
[[gnu::always_inline]] inline std::int32_t total(const Dot& dot) {
  __m128i s = _mm_add_epi32(_mm256_castsi256_si128(dot.sum), _mm256_extracti128_si256(dot.sum, 1));
  s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 0x4E));
  s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 0xB1));
  return _mm_cvtsi128_si32(s);
}
#else
struct Dot {
  __m128i low = _mm_setzero_si128();
  __m128i high = _mm_setzero_si128();
};
struct Sixteen {
  __m128i low;
  __m128i high;
};
[[gnu::always_inline]] inline Sixteen sixteen(const std::int16_t* at) {
  return {_mm_loadu_si128(reinterpret_cast<const __m128i*>(at)),
          _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 8))};
}
[[gnu::always_inline]] inline void add(Dot& dot, Sixteen a, Sixteen b) {
  dot.low = _mm_add_epi32(dot.low, _mm_madd_epi16(a.low, b.low));
  dot.high = _mm_add_epi32(dot.high, _mm_madd_epi16(a.high, b.high));
}
[[gnu::always_inline]] inline std::int32_t total(const Dot& dot) {
  __m128i s = _mm_add_epi32(dot.low, dot.high);
  s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 0x4E));
  s = _mm_add_epi32(s, _mm_shuffle_epi32(s, 0xB1));
  return _mm_cvtsi128_si32(s);
}
#endif

void overlap(SheetView a, SheetView b, int columns, int rows, Sums& sums) {
  for (int row = 0; row < rows; ++row) {
    const std::int64_t ra = row * a.stride;
    const std::int64_t rb = row * b.stride;
    Dot n, sa, sb, saa, sbb, sab;
    for (int x = 0; x < columns; x += 16) {
      const Sixteen pa = sixteen(a.present + ra + x);
      const Sixteen pb = sixteen(b.present + rb + x);
      const Sixteen va = sixteen(a.value + ra + x);
      const Sixteen vb = sixteen(b.value + rb + x);
      add(n, pa, pb);
      add(sa, va, pb);
      add(sb, pa, vb);
      add(saa, sixteen(a.square + ra + x), pb);
      add(sbb, pa, sixteen(b.square + rb + x));
      add(sab, va, vb);
    }
    sums.n += total(n);
    sums.a += total(sa);
    sums.b += total(sb);
    sums.aa += total(saa);
    sums.bb += total(sbb);
    sums.ab += total(sab);
  }
}

template <int kSide>
[[gnu::always_inline]] inline void cell_of(SheetView a, SheetView b, int reach, Sums* sums) {
  for (int dy = -reach; dy <= reach; ++dy)
    for (int dx = -reach; dx <= reach; ++dx) {
      Dot n, sa, sb, saa, sbb, sab;
      for (int row = 0; row < kSide; ++row) {
        const std::int64_t ra = row * a.stride;
        const std::int64_t rb = (row + dy) * b.stride + dx;
        for (int x = 0; x < kSide; x += 16) {
          const Sixteen pa = sixteen(a.present + ra + x);
          const Sixteen pb = sixteen(b.present + rb + x);
          const Sixteen va = sixteen(a.value + ra + x);
          const Sixteen vb = sixteen(b.value + rb + x);
          add(n, pa, pb);
          add(sa, va, pb);
          add(sb, pa, vb);
          add(saa, sixteen(a.square + ra + x), pb);
          add(sbb, pa, sixteen(b.square + rb + x));
          add(sab, va, vb);
        }
      }
      *sums++ = {total(n), total(sa), total(sb), total(saa), total(sbb), total(sab)};
    }
}

void cell(SheetView a, SheetView b, int side, int reach, Sums* sums) {
  if (side == 16)
    cell_of<16>(a, b, reach, sums);
  else
    cell_of<32>(a, b, reach, sums);
}

std::int64_t lay_out(const Lay& from, std::int16_t* value, std::int16_t* present, std::int16_t* square, int columns,
                     int rows, std::int64_t stride) {
  std::int64_t count = 0;
  for (int row = 0; row < rows; ++row) {
    std::int64_t x = from.x + row * from.up_x;
    std::int64_t y = from.y + row * from.up_y;
    for (int column = 0; column < columns; ++column, x += from.right_x, y += from.right_y) {
      const std::int64_t at = row * stride + column;
      const std::int64_t near_x = (x + 32768) >> 16;
      const std::int64_t near_y = (y + 32768) >> 16;
      std::int32_t v = 0;
      std::int16_t here = 0;
      const std::int64_t ix = x >> 16;
      const std::int64_t iy = y >> 16;
      if (ix >= 0 && iy >= 0 && ix < from.columns - 1 && iy < from.rows - 1 &&
          from.present[near_y * from.columns + near_x] != 0) {
        const std::int16_t* p = from.value + iy * from.columns + ix;
        const auto fx = static_cast<std::int32_t>((x >> 9) & 127);
        const auto fy = static_cast<std::int32_t>((y >> 9) & 127);
        const std::int32_t below = p[0] * (128 - fx) + p[1] * fx;
        const std::int32_t above = p[from.columns] * (128 - fx) + p[from.columns + 1] * fx;
        v = (below * (128 - fy) + above * fy + 8192) >> 14;
        here = 1;
      }
      value[at] = static_cast<std::int16_t>(v);
      present[at] = here;
      square[at] = static_cast<std::int16_t>(v * v);
      count += here;
    }
  }
  return count;
}

/// 128 points, kLanes transforms at once; the result of wave k stands where reversed(k) says.
template <int kLanes>
[[gnu::always_inline]] inline void fourier(float* __restrict re, float* __restrict im, const float* turns) {
  for (int half = kAngles / 2; half >= 1; half /= 2)
    for (int group = 0; group < kAngles; group += 2 * half)
      for (int at = 0; at < half; ++at) {
        const float c = turns[2 * (at * (kAngles / 2 / half))];
        const float s = turns[2 * (at * (kAngles / 2 / half)) + 1];
        float* ar = re + (group + at) * kLanes;
        float* ai = im + (group + at) * kLanes;
        float* br = ar + half * kLanes;
        float* bi = ai + half * kLanes;
        for (int lane = 0; lane < kLanes; ++lane) {
          const float dr = ar[lane] - br[lane];
          const float di = ai[lane] - bi[lane];
          ar[lane] += br[lane];
          ai[lane] += bi[lane];
          br[lane] = dr * c - di * s;
          bi[lane] = dr * s + di * c;
        }
      }
}

void fourier_rings(float* re, float* im, const float* turns) { fourier<kRings>(re, im, turns); }
void fourier_batch(float* re, float* im, const float* turns) { fourier<kBatch>(re, im, turns); }

void correlate(const float* t, const float* c, float* __restrict out) {
  for (int i = 0; i < kRingFloats; ++i) out[i] = 0;
  for (int ring = 0; ring < kRings; ++ring, t += kRingFloats, c += kRingFloats) {
    for (int k = 0; k < kWaves; ++k) {
      out[k] += t[k] * c[k] + t[kWaves + k] * c[kWaves + k];
      out[kWaves + k] += t[kWaves + k] * c[k] - t[k] * c[kWaves + k];
    }
    const int m = 2 * kWaves;
    for (int k = 0; k < kMaskWaves; ++k) {
      out[m + k] += t[m + k] * c[m + k] + t[m + kMaskWaves + k] * c[m + kMaskWaves + k];
      out[m + kMaskWaves + k] += t[m + kMaskWaves + k] * c[m + k] - t[m + k] * c[m + kMaskWaves + k];
    }
  }
}

}  // namespace

extern const Kernels KERNELS_OBJECT;
const Kernels KERNELS_OBJECT{overlap, cell, lay_out, fourier_rings, fourier_batch, correlate};

}  // namespace lotline::comparison
