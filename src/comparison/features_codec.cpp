// Features as bytes. Little-endian: "LLFT", version, mark, columns, rows, source pitch, then a bit for each point,
// least significant first, saying whether it is present, then one byte for the height of each that is.

#include <bit>
#include <cmath>
#include <cstring>

#include "base/words.h"
#include "comparison/features.h"
#include "comparison/refusals.h"

namespace lotline::comparison {
namespace {

constexpr std::string_view kMagic = "LLFT";
constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kHeader = 4 + 1 + 1 + 2 + 2 + 8;
/// 4,095 points at 12.5 um are 51 mm: more than any fired case.
constexpr int kMostPoints = 4'095;

static_assert(std::endian::native == std::endian::little);

template <class Number>
void put(std::vector<std::byte>& bytes, Number number) {
  const auto* from = reinterpret_cast<const std::byte*>(&number);
  bytes.insert(bytes.end(), from, from + sizeof(number));
}

template <class Number>
Number get(std::span<const std::byte> bytes, std::size_t at) {
  Number number{};
  std::memcpy(&number, bytes.data() + at, sizeof(number));
  return number;
}

}  // namespace

std::vector<std::byte> encode(const Features& features) {
  std::vector<std::byte> bytes;
  bytes.reserve(kHeader + features.present.size() * 5 / 8);
  for (const char letter : kMagic) bytes.push_back(static_cast<std::byte>(letter));
  put(bytes, kVersion);
  put(bytes, static_cast<std::uint8_t>(features.mark));
  put(bytes, static_cast<std::uint16_t>(features.columns));
  put(bytes, static_cast<std::uint16_t>(features.rows));
  put(bytes, features.source_pitch_um);
  const std::size_t points = features.present.size();
  const std::size_t bits = bytes.size();
  bytes.resize(bits + (points + 7) / 8);
  for (std::size_t i = 0; i < points; ++i)
    if (features.present[i] != 0) {
      bytes[bits + i / 8] |= std::byte{1} << (i % 8);
      put(bytes, features.height[i]);
    }
  return bytes;
}

Result<Features> decode_stored(std::span<const std::byte> bytes) {
  if (bytes.size() < kHeader || std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0)
    return refuse(no_features);
  const auto version = get<std::uint8_t>(bytes, 4);
  if (version != kVersion) return refuse(features_version_unknown, "version {}", version);
  const auto mark = get<std::uint8_t>(bytes, 5);
  if (mark >= Words<surface::Mark>::all.size()) return refuse(features_damaged, "mark {}", mark);
  Features features;
  features.mark = static_cast<surface::Mark>(mark);
  features.columns = get<std::uint16_t>(bytes, 6);
  features.rows = get<std::uint16_t>(bytes, 8);
  features.source_pitch_um = get<double>(bytes, 10);
  if (features.columns % 2 == 0 || features.rows % 2 == 0 || features.columns > kMostPoints ||
      features.rows > kMostPoints)
    return refuse(features_damaged, "{} by {} points", features.columns, features.rows);
  if (!std::isfinite(features.source_pitch_um) || features.source_pitch_um <= 0)
    return refuse(features_damaged, "pitch {} um", features.source_pitch_um);
  const std::size_t points = static_cast<std::size_t>(features.columns) * static_cast<std::size_t>(features.rows);
  const std::size_t mask = (points + 7) / 8;
  if (bytes.size() < kHeader + mask) return refuse(features_damaged, "cut off in the mask");
  std::size_t count = 0;
  for (std::size_t i = 0; i < mask; ++i)
    count += static_cast<std::size_t>(std::popcount(std::to_integer<unsigned>(bytes[kHeader + i])));
  if (bytes.size() != kHeader + mask + count)
    return refuse(features_damaged, "{} bytes of heights where {} points are present", bytes.size() - kHeader - mask,
                  count);
  if (points % 8 != 0 && std::to_integer<unsigned>(bytes[kHeader + mask - 1]) >> (points % 8) != 0)
    return refuse(features_damaged, "points beyond the last");
  features.height.assign(points, 0);
  features.present.assign(points, 0);
  std::size_t next = kHeader + mask;
  for (std::size_t i = 0; i < points; ++i) {
    if ((std::to_integer<unsigned>(bytes[kHeader + i / 8]) >> (i % 8) & 1U) == 0) continue;
    features.present[i] = 1;
    features.height[i] = get<std::int8_t>(bytes, next++);
    if (features.height[i] < -kHighest) return refuse(features_damaged, "a height of {}", features.height[i]);
  }
  return features;
}

Result<Features> decode(std::span<const std::byte> bytes) {
  Features features = TRY(decode_stored(bytes));
  expand(features);
  return features;
}

}  // namespace lotline::comparison
