#include "base/packed.h"

#include "base/check.h"

namespace lotline {

namespace {

/// First byte of a number without bytes, that is of 0; one more for each byte of a positive number, one less for -1 and
/// again for each byte of a negative one.
constexpr unsigned char kZero = 0x40;
/// First byte of a text.
constexpr unsigned char kText = 0x80;

}  // namespace

Packed& Packed::add(std::int64_t number) {
  // Of a negative number the bits are turned, so that its size is the place of its highest 0.
  const auto magnitude = static_cast<std::uint64_t>(number < 0 ? ~number : number);
  const unsigned size = (64U - static_cast<unsigned>(__builtin_clzll(magnitude | 1)) + (magnitude == 0 ? 6U : 7U)) / 8U;
  char bytes[9];
  bytes[0] = static_cast<char>(number < 0 ? kZero - 1 - size : kZero + size);
  const auto bits = static_cast<std::uint64_t>(number);
  for (unsigned i = 1; i <= size; ++i) bytes[i] = static_cast<char>(bits >> (8 * (size - i)) & 0xFF);
  bytes_.append(bytes, size + 1);
  return *this;
}

Packed& Packed::add(std::string_view text) {
  CHECK(text.find('\0') == std::string_view::npos);
  bytes_.push_back(static_cast<char>(kText));
  bytes_ += text;
  bytes_.push_back('\0');
  return *this;
}

bool PackedReader::at_text() const { return static_cast<unsigned char>(bytes_[at_]) == kText; }

std::int64_t PackedReader::number() {
  const auto first = static_cast<unsigned char>(bytes_[at_++]);
  const bool negative = first < kZero;
  const unsigned size = negative ? kZero - 1U - first : first - unsigned{kZero};
  std::uint64_t bits = negative ? ~std::uint64_t{0} : 0;
  for (unsigned i = 0; i < size; ++i) bits = bits << 8 | static_cast<unsigned char>(bytes_[at_++]);
  return static_cast<std::int64_t>(bits);
}

std::string_view PackedReader::text() {
  const std::size_t begin = at_ + 1;
  const std::size_t end = bytes_.find('\0', begin);
  at_ = end + 1;
  return bytes_.substr(begin, end - begin);
}

void PackedReader::skip() {
  if (at_text())
    static_cast<void>(text());
  else
    static_cast<void>(number());
}

}  // namespace lotline
