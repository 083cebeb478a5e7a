#pragma once
// Which of 64 bytes of JSON open or close an object or an array, outside of texts: the first step of cutting a stream
// into its events without parsing them. As in Langdale and Lemire, "Parsing gigabytes of JSON per second", VLDB Journal
// 28 (2019), section 3.1.

#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace lotline::exchange {

/// One bit a byte, the first byte in the lowest bit.
struct JsonMarks {
  std::uint64_t quotes = 0;
  std::uint64_t backslashes = 0;
  std::uint64_t opening = 0;  ///< { and [
  std::uint64_t closing = 0;  ///< } and ]
};

/// REQUIRES 64 readable bytes.
inline JsonMarks marks_of(const char* bytes) {
  JsonMarks marks;
#if defined(__SSE2__)
  for (int part = 0; part < 4; ++part) {
    const __m128i chunk = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + 16 * part));
    // { and [ differ in one bit, and so do } and ].
    const __m128i folded = _mm_or_si128(chunk, _mm_set1_epi8(0x20));
    const auto bits = [&](__m128i where, char c) {
      const int found = _mm_movemask_epi8(_mm_cmpeq_epi8(where, _mm_set1_epi8(c)));
      return static_cast<std::uint64_t>(static_cast<std::uint32_t>(found)) << (16 * part);
    };
    marks.quotes |= bits(chunk, '"');
    marks.backslashes |= bits(chunk, '\\');
    marks.opening |= bits(folded, '{');
    marks.closing |= bits(folded, '}');
  }
#else
  for (int i = 0; i < 64; ++i) {
    const char c = bytes[i];
    const std::uint64_t bit = std::uint64_t{1} << i;
    if (c == '"') marks.quotes |= bit;
    if (c == '\\') marks.backslashes |= bit;
    if (c == '{' || c == '[') marks.opening |= bit;
    if (c == '}' || c == ']') marks.closing |= bit;
  }
#endif
  return marks;
}

/// Walks over blocks of 64 bytes, one after another, and keeps what carries over from one to the next.
class JsonStructure {
 public:
  struct Brackets {
    std::uint64_t opening = 0;
    std::uint64_t closing = 0;
  };

  Brackets next(const char* bytes) {
    JsonMarks marks = marks_of(bytes);
    marks.quotes &= ~escaped(marks.backslashes);
    const std::uint64_t in_text = parity(marks.quotes) ^ in_text_;
    in_text_ = (in_text >> 63) != 0 ? ~std::uint64_t{0} : 0;
    return {marks.opening & ~in_text, marks.closing & ~in_text};
  }

 private:
  /// Bytes that a backslash stands before, which is not itself escaped.
  std::uint64_t escaped(std::uint64_t backslashes) {
    std::uint64_t result = first_is_escaped_ ? 1 : 0;
    first_is_escaped_ = false;
    backslashes &= ~result;
    while (backslashes != 0) {
      const int at = __builtin_ctzll(backslashes);
      if (at == 63) {
        first_is_escaped_ = true;
        break;
      }
      const std::uint64_t next = std::uint64_t{2} << at;
      result |= next;
      backslashes &= ~(next | (next >> 1));
    }
    return result;
  }

  /// Bit i: whether the bits up to and with i hold an odd number of ones.
  static std::uint64_t parity(std::uint64_t bits) {
    for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
  }

  std::uint64_t in_text_ = 0;
  bool first_is_escaped_ = false;
};

}  // namespace lotline::exchange
