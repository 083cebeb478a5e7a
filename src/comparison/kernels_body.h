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

/// Six sums at once.
struct Dots {
  Dot n, a, b, aa, bb, ab;
};
[[gnu::always_inline]] inline void add(Dots& dots, SheetView a, std::int64_t at_a, SheetView b, std::int64_t at_b) {
  const Sixteen pa = sixteen(a.present + at_a);
  const Sixteen pb = sixteen(b.present + at_b);
  const Sixteen va = sixteen(a.value + at_a);
  const Sixteen vb = sixteen(b.value + at_b);
  add(dots.n, pa, pb);
  add(dots.a, va, pb);
  add(dots.b, pa, vb);
  add(dots.aa, sixteen(a.square + at_a), pb);
  add(dots.bb, pa, sixteen(b.square + at_b));
  add(dots.ab, va, vb);
}

void overlap(SheetView a, SheetView b, const Run* runs, std::size_t count, Sums& sums) {
  // 127 * 127 * 2 to a lane each time: 32,768 of them fit 31 bits twice over.
  constexpr int kMostAdded = 32'768;
  for (std::size_t next = 0; next < count;) {
    Dots dots;
    for (int added = 0; next < count && added < kMostAdded; ++next) {
      const std::int64_t at_a = runs[next].row * a.stride + runs[next].column;
      const std::int64_t at_b = runs[next].row * b.stride + runs[next].column;
      for (int x = 0; x < runs[next].columns; x += 16) add(dots, a, at_a + x, b, at_b + x);
      added += runs[next].columns / 16;
    }
    sums.n += total(dots.n);
    sums.a += total(dots.a);
    sums.b += total(dots.b);
    sums.aa += total(dots.aa);
    sums.bb += total(dots.bb);
    sums.ab += total(dots.ab);
  }
}

template <int kSide>
[[gnu::always_inline]] inline void cell_of(SheetView a, SheetView b, int reach, Sums* sums) {
  for (int dy = -reach; dy <= reach; ++dy)
    for (int dx = -reach; dx <= reach; ++dx) {
      Dots dots;
      for (int row = 0; row < kSide; ++row)
        for (int x = 0; x < kSide; x += 16) add(dots, a, row * a.stride + x, b, (row + dy) * b.stride + dx + x);
      *sums++ = {total(dots.n), total(dots.a), total(dots.b), total(dots.aa), total(dots.bb), total(dots.ab)};
    }
}

void cell(SheetView a, SheetView b, int side, int reach, Sums* sums) {
  if (side == 16)
    cell_of<16>(a, b, reach, sums);
  else
    cell_of<32>(a, b, reach, sums);
}

void cell_at(SheetView a, SheetView b, int side, Sums& sums) {
  Dots dots;
  for (int row = 0; row < side; ++row)
    for (int x = 0; x < kCellWidth; x += 16) add(dots, a, row * a.stride + x, b, row * b.stride + x);
  sums = {total(dots.n), total(dots.a), total(dots.b), total(dots.aa), total(dots.bb), total(dots.ab)};
}

void products(const std::int16_t* cell, int side, const std::int16_t* b, std::int64_t stride, int reach,
              std::int32_t* out) {
  for (int dy = -reach; dy <= reach; ++dy)
    for (int dx = -reach; dx <= reach; ++dx) {
      Dot low, high;
      for (int row = 0; row < side; ++row) {
        const std::int16_t* there = b + (row + dy) * stride + dx;
        add(low, sixteen(cell + row * kCellWidth), sixteen(there));
        add(high, sixteen(cell + row * kCellWidth + 16), sixteen(there + 16));
      }
      *out++ = total(low) + total(high);
    }
}

/// A point outside is moved into the border, where nothing is present.
#ifdef __AVX2__
struct Eight {
  __m256i value;
  __m256i present;
};
[[gnu::always_inline]] inline Eight eight(const Lay& from, __m256i x, __m256i y) {
  const std::int32_t stride = from.columns + 2;
  const __m256i low = _mm256_set1_epi32(-65536);
  x = _mm256_min_epi32(_mm256_max_epi32(x, low), _mm256_set1_epi32(from.columns * 65536 - 1));
  y = _mm256_min_epi32(_mm256_max_epi32(y, low), _mm256_set1_epi32(from.rows * 65536 - 1));
  const __m256i at = _mm256_add_epi32(_mm256_mullo_epi32(_mm256_srai_epi32(y, 16), _mm256_set1_epi32(stride)),
                                      _mm256_srai_epi32(x, 16));
  const std::int16_t* first = from.point + stride + 1;
  const __m256i pair = _mm256_i32gather_epi32(reinterpret_cast<const int*>(first), at, 2);
  const __m256i pair_up = _mm256_i32gather_epi32(reinterpret_cast<const int*>(first + stride), at, 2);
  const __m256i part = _mm256_set1_epi32(127);
  const __m256i fx = _mm256_and_si256(_mm256_srli_epi32(x, 9), part);
  const __m256i fy = _mm256_and_si256(_mm256_srli_epi32(y, 9), part);
  const __m256i whole = _mm256_set1_epi32(128);
  const __m256i weight_x = _mm256_or_si256(_mm256_sub_epi32(whole, fx), _mm256_slli_epi32(fx, 16));
  const __m256i weight_y = _mm256_or_si256(_mm256_sub_epi32(whole, fy), _mm256_slli_epi32(fy, 16));
  const __m256i below = _mm256_madd_epi16(_mm256_srai_epi16(pair, 1), weight_x);
  const __m256i above = _mm256_madd_epi16(_mm256_srai_epi16(pair_up, 1), weight_x);
  const __m256i both = _mm256_blend_epi16(below, _mm256_slli_epi32(above, 16), 0xAA);
  const __m256i value =
      _mm256_srai_epi32(_mm256_add_epi32(_mm256_madd_epi16(both, weight_y), _mm256_set1_epi32(8192)), 14);
  const __m256i half = _mm256_set1_epi32(63);
  const __m256i nearer = _mm256_blendv_epi8(pair, pair_up, _mm256_cmpgt_epi32(fy, half));
  const __m256i shift = _mm256_and_si256(_mm256_cmpgt_epi32(fx, half), _mm256_set1_epi32(16));
  const __m256i present = _mm256_and_si256(_mm256_srlv_epi32(nearer, shift), _mm256_set1_epi32(1));
  return {_mm256_and_si256(value, _mm256_cmpgt_epi32(present, _mm256_setzero_si256())), present};
}
[[gnu::always_inline]] inline __m256i packed(__m256i low, __m256i high) {
  return _mm256_permute4x64_epi64(_mm256_packs_epi32(low, high), 0xD8);
}

void lay_out(const Lay& from, const Run* runs, std::size_t count, SheetTarget to) {
  const __m256i lanes = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
  const auto right_x = static_cast<std::int32_t>(from.right_x);
  const auto right_y = static_cast<std::int32_t>(from.right_y);
  const __m256i eight_x = _mm256_set1_epi32(8 * right_x);
  const __m256i eight_y = _mm256_set1_epi32(8 * right_y);
  for (std::size_t i = 0; i < count; ++i) {
    const Run run = runs[i];
    const auto start_x = static_cast<std::int32_t>(from.x + run.row * from.up_x + run.column * from.right_x);
    const auto start_y = static_cast<std::int32_t>(from.y + run.row * from.up_y + run.column * from.right_y);
    __m256i x = _mm256_add_epi32(_mm256_set1_epi32(start_x), _mm256_mullo_epi32(lanes, _mm256_set1_epi32(right_x)));
    __m256i y = _mm256_add_epi32(_mm256_set1_epi32(start_y), _mm256_mullo_epi32(lanes, _mm256_set1_epi32(right_y)));
    for (int column = 0; column < run.columns; column += 16) {
      const std::int64_t at = run.row * to.stride + run.column + column;
      const Eight low = eight(from, x, y);
      x = _mm256_add_epi32(x, eight_x);
      y = _mm256_add_epi32(y, eight_y);
      const Eight high = eight(from, x, y);
      x = _mm256_add_epi32(x, eight_x);
      y = _mm256_add_epi32(y, eight_y);
      const __m256i value = packed(low.value, high.value);
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(to.value + at), value);
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(to.present + at), packed(low.present, high.present));
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(to.square + at), _mm256_mullo_epi16(value, value));
    }
  }
}
#else
[[gnu::always_inline]] inline std::int32_t within(std::int32_t x, std::int32_t points) {
  const std::int32_t most = points * 65536 - 1;
  return x < -65536 ? -65536 : x > most ? most : x;
}

void lay_out(const Lay& from, const Run* runs, std::size_t count, SheetTarget to) {
  const std::int64_t stride = from.columns + 2;
  for (std::size_t i = 0; i < count; ++i) {
    const Run run = runs[i];
    auto x = static_cast<std::int32_t>(from.x + run.row * from.up_x + run.column * from.right_x);
    auto y = static_cast<std::int32_t>(from.y + run.row * from.up_y + run.column * from.right_y);
    for (int column = 0; column < run.columns; ++column) {
      const std::int32_t inside_x = within(x, from.columns);
      const std::int32_t inside_y = within(y, from.rows);
      const std::int16_t* p = from.point + ((inside_y >> 16) + 1) * stride + (inside_x >> 16) + 1;
      const std::int32_t fx = (inside_x >> 9) & 127;
      const std::int32_t fy = (inside_y >> 9) & 127;
      const std::int32_t below = (p[0] >> 1) * (128 - fx) + (p[1] >> 1) * fx;
      const std::int32_t above = (p[stride] >> 1) * (128 - fx) + (p[stride + 1] >> 1) * fx;
      const std::int32_t present = p[(fy > 63 ? stride : 0) + (fx > 63 ? 1 : 0)] & 1;
      const std::int32_t value = present * ((below * (128 - fy) + above * fy + 8192) >> 14);
      const std::int64_t at = run.row * to.stride + run.column + column;
      to.value[at] = static_cast<std::int16_t>(value);
      to.present[at] = static_cast<std::int16_t>(present);
      to.square[at] = static_cast<std::int16_t>(value * value);
      x += static_cast<std::int32_t>(from.right_x);
      y += static_cast<std::int32_t>(from.right_y);
    }
  }
}
#endif

constexpr int reversed(int k) {
  int r = 0;
  for (int bit = 0; bit < 7; ++bit) r |= ((k >> bit) & 1) << (6 - bit);
  return r;
}

/// As many floats as one register holds, each worked on by itself.
#if defined(__AVX512F__)
constexpr int kPiece = 16;
#elif defined(__AVX2__)
constexpr int kPiece = 8;
#else
constexpr int kPiece = 4;
#endif
typedef float Floats __attribute__((vector_size(kPiece * sizeof(float)), aligned(kPiece * sizeof(float)), may_alias));

[[gnu::always_inline]] inline Floats& row(float* numbers, int at) {
  return *reinterpret_cast<Floats*>(numbers + at * kBatch);
}

/// Sum and turned difference of two rows.
[[gnu::always_inline]] inline void butterfly(Floats& ar, Floats& ai, Floats& br, Floats& bi, float c, float s) {
  const Floats dr = ar - br;
  const Floats di = ai - bi;
  ar += br;
  ai += bi;
  br = dr * c - di * s;
  bi = dr * s + di * c;
}

/// Decimation in frequency, two levels at a time so that each number is fetched half as often.
void fourier(float* re, float* im, const float* turns) {
  for (int half = kAngles / 2; half >= 4; half /= 4)
    for (int group = 0; group < kAngles; group += 2 * half)
      for (int at = 0; at < half / 2; ++at) {
        const int step = kAngles / 2 / half;
        const int quarter = half / 2;
        const float* first = turns + 2 * at * step;
        const float* second = turns + 2 * (at + quarter) * step;
        const float* inner = turns + 4 * at * step;
        for (int piece = 0; piece < kBatch; piece += kPiece) {
          float* r = re + (group + at) * kBatch + piece;
          float* m = im + (group + at) * kBatch + piece;
          Floats r0 = row(r, 0), r1 = row(r, quarter), r2 = row(r, 2 * quarter), r3 = row(r, 3 * quarter);
          Floats m0 = row(m, 0), m1 = row(m, quarter), m2 = row(m, 2 * quarter), m3 = row(m, 3 * quarter);
          butterfly(r0, m0, r2, m2, first[0], first[1]);
          butterfly(r1, m1, r3, m3, second[0], second[1]);
          butterfly(r0, m0, r1, m1, inner[0], inner[1]);
          butterfly(r2, m2, r3, m3, inner[0], inner[1]);
          row(r, 0) = r0;
          row(r, quarter) = r1;
          row(r, 2 * quarter) = r2;
          row(r, 3 * quarter) = r3;
          row(m, 0) = m0;
          row(m, quarter) = m1;
          row(m, 2 * quarter) = m2;
          row(m, 3 * quarter) = m3;
        }
      }
  for (int at = 0; at < kAngles; at += 2)
    for (int piece = 0; piece < kBatch; piece += kPiece) {
      float* r = re + at * kBatch + piece;
      float* m = im + at * kBatch + piece;
      const Floats r0 = row(r, 0), r1 = row(r, 1), m0 = row(m, 0), m1 = row(m, 1);
      row(r, 0) = r0 + r1;
      row(r, 1) = r0 - r1;
      row(m, 0) = m0 + m1;
      row(m, 1) = m0 - m1;
    }
}

void ring_waves(const std::int16_t* points, const float* turns, float* __restrict out) {
  alignas(64) float re[kAngles * kBatch];
  alignas(64) float im[kAngles * kBatch];
  for (int i = 0; i < kAngles * kBatch; ++i) {
    const int value = points[i] >> 1;
    const int present = points[i] & 1;
    re[i] = static_cast<float>(value * present) * (1.0F / kUnitsPerDeviation);
    im[i] = static_cast<float>(present);
  }
  fourier(re, im, turns);
  // Two real rows went in as one complex row, f + i m. Their waves come apart by symmetry.
  for (int k = 0; k < kWaves; ++k) {
    const float* plus_re = re + reversed(k) * kBatch;
    const float* plus_im = im + reversed(k) * kBatch;
    const float* minus_re = re + reversed((kAngles - k) % kAngles) * kBatch;
    const float* minus_im = im + reversed((kAngles - k) % kAngles) * kBatch;
    for (int ring = 0; ring < kBatch; ++ring) {
      out[k * kBatch + ring] = 0.5F * (plus_re[ring] + minus_re[ring]);
      out[(kWaves + k) * kBatch + ring] = 0.5F * (plus_im[ring] - minus_im[ring]);
    }
    if (k >= kMaskWaves) continue;
    for (int ring = 0; ring < kBatch; ++ring) {
      out[(2 * kWaves + k) * kBatch + ring] = 0.5F * (plus_im[ring] + minus_im[ring]);
      out[(2 * kWaves + kMaskWaves + k) * kBatch + ring] = 0.5F * (minus_re[ring] - plus_re[ring]);
    }
  }
}

/// Halves added to halves until one is left: the same order whatever the width of the vectors.
[[gnu::always_inline]] inline float folded(const float* lanes) {
  float eight[8];
  float four[4];
  for (int i = 0; i < 8; ++i) eight[i] = lanes[i] + lanes[i + 8];
  for (int i = 0; i < 4; ++i) four[i] = eight[i] + eight[i + 4];
  return (four[0] + four[2]) + (four[1] + four[3]);
}

[[gnu::always_inline]] inline void correlate_waves(const float* t, const float* c, int waves, float* __restrict out) {
  for (int k = 0; k < waves; ++k) {
    alignas(64) float re[kBatch];
    alignas(64) float im[kBatch];
    const float* tr = t + k * kBatch;
    const float* ti = tr + waves * kBatch;
    const float* cr = c + k * kBatch;
    const float* ci = cr + waves * kBatch;
    for (int ring = 0; ring < kBatch; ++ring) {
      re[ring] = tr[ring] * cr[ring] + ti[ring] * ci[ring];
      im[ring] = ti[ring] * cr[ring] - tr[ring] * ci[ring];
    }
    out[k] += folded(re);
    out[waves + k] += folded(im);
  }
}

void correlate(const float* t, const float* c, float* __restrict out) {
  constexpr int kMask = 2 * kWaves * kBatch;
  correlate_waves(t, c, kWaves, out);
  correlate_waves(t + kMask, c + kMask, kMaskWaves, out + 2 * kWaves);
}

}  // namespace

extern const Kernels KERNELS_OBJECT;
const Kernels KERNELS_OBJECT{overlap, cell, cell_at, products, lay_out, fourier, ring_waves, correlate};

}  // namespace lotline::comparison
