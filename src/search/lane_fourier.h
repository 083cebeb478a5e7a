#pragma once
// Fourier transforms of several signals at once, one in each lane of a vector. Every lane goes through the same
// additions and multiplications as it would alone, so that the width of the vector cannot be seen in the result.

#include <array>
#include <cstddef>
#include <cstdint>

namespace lotline::search {

/// Floats side by side, 4, 8 or 16.
template <std::size_t kLanes>
using Lanes [[gnu::vector_size(kLanes * sizeof(float))]] = float;

/// Cosines and sines of the N-th parts of the full circle.
template <std::size_t N>
struct Roots {
  std::array<float, N> cosine{};
  std::array<float, N> sine{};
};

/// For N = 32 and 256.
template <std::size_t N>
const Roots<N>& roots();

/// Where input `at` of a transform of N = 2^bits points goes before it: its bits in reverse.
template <std::size_t N>
constexpr std::array<std::uint8_t, N> reversed_bits() {
  std::array<std::uint8_t, N> to{};
  for (std::size_t at = 0; at < N; ++at) {
    std::size_t reversed = 0;
    for (std::size_t bit = 1; bit < N; bit <<= 1) reversed = reversed << 1 | ((at & bit) != 0 ? 1U : 0U);
    to[at] = static_cast<std::uint8_t>(reversed);
  }
  return to;
}
template <std::size_t N>
inline constexpr std::array<std::uint8_t, N> kReversed = reversed_bits<N>();

/// In place: value n becomes the sum over k of value k times exp(+2 pi i k n / N). Input k lies at kReversed<N>[k],
/// output n at n. Not divided by N.
template <std::size_t N, class V>
[[gnu::always_inline]] inline void transform(V* real, V* imaginary, const Roots<N>& root) {
  // Steps of 2 and 4 together: their roots are 1 and i.
  for (std::size_t at = 0; at < N; at += 4) {
    const V sum_r = real[at] + real[at + 1];
    const V sum_i = imaginary[at] + imaginary[at + 1];
    const V difference_r = real[at] - real[at + 1];
    const V difference_i = imaginary[at] - imaginary[at + 1];
    const V sum2_r = real[at + 2] + real[at + 3];
    const V sum2_i = imaginary[at + 2] + imaginary[at + 3];
    const V difference2_r = real[at + 2] - real[at + 3];
    const V difference2_i = imaginary[at + 2] - imaginary[at + 3];
    real[at] = sum_r + sum2_r;
    imaginary[at] = sum_i + sum2_i;
    real[at + 1] = difference_r - difference2_i;
    imaginary[at + 1] = difference_i + difference2_r;
    real[at + 2] = sum_r - sum2_r;
    imaginary[at + 2] = sum_i - sum2_i;
    real[at + 3] = difference_r + difference2_i;
    imaginary[at + 3] = difference_i - difference2_r;
  }
  for (std::size_t half = 4; half < N; half *= 2) {
    const std::size_t stride = N / (2 * half);
    for (std::size_t k = 0; k < half; ++k) {
      const float c = root.cosine[k * stride];
      const float s = root.sine[k * stride];
      for (std::size_t at = k; at < N; at += 2 * half) {
        const std::size_t other = at + half;
        const V turned_r = real[other] * c - imaginary[other] * s;
        const V turned_i = real[other] * s + imaginary[other] * c;
        real[other] = real[at] - turned_r;
        imaginary[other] = imaginary[at] - turned_i;
        real[at] = real[at] + turned_r;
        imaginary[at] = imaginary[at] + turned_i;
      }
    }
  }
}

}  // namespace lotline::search
