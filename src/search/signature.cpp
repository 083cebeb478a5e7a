#include "search/signature.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "search/refusals.h"
#include "search/ring_reader.h"

namespace lotline::search {

namespace {

/// Before everything else; the digit is the version.
constexpr std::string_view kHead = "LLR2";
constexpr std::string_view kHeadAnyVersion = "LLR";
/// Head, mark, first ring, rings, what the middle is of, and the middle in twice four bytes, the lowest first.
constexpr std::size_t kHeadBytes = 16;
/// A middle lies in its scan, and none is so large.
constexpr std::int32_t kFarthestUm = 1'000'000;

void add(std::string& bytes, std::int32_t number) {
  for (unsigned shift = 0; shift < 32; shift += 8)
    bytes.push_back(static_cast<char>(static_cast<std::uint32_t>(number) >> shift & 0xFF));
}

std::int32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (unsigned i = 0; i < 4; ++i) number |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return static_cast<std::int32_t>(number);
}

constexpr std::array<RingLayout, 3> kLayouts{{
    // From inside the smallest primer's firing-pin hole to the rim of a rifle's primer.
    {.innermost_um = 300, .spacing_um = 50, .rings = 40},
    // A pin's pit is up to 1 mm in radius and all of it counts.
    {.innermost_um = 25, .spacing_um = 30, .rings = 40},
    // The whole of what was cropped round an ejector's strike.
    {.innermost_um = 25, .spacing_um = 50, .rings = 40},
}};

}  // namespace

RingLayout ring_layout(surface::Mark mark) {
  const auto at = static_cast<std::size_t>(mark);
  CHECK(at < kLayouts.size());
  return kLayouts[at];
}

double Signature::measured_rings() const {
  const auto missing = std::count(relief.begin(), relief.end(), kNotMeasured);
  return static_cast<double>(static_cast<std::ptrdiff_t>(relief.size()) - missing) / kAngles;
}

bool suitable(const Signature& signature) {
  return signature.measured_rings() >= kLeastMeasuredRings &&
         std::any_of(signature.relief.begin(), signature.relief.end(),
                     [](std::int8_t height) { return height != kNotMeasured && height != 0; });
}

Signature signature(const surface::Prepared& surface) {
  const RingReader reader(surface);
  return reader.in_whole_numbers(reader.read(0, 0));
}

std::string encode(const Signature& signature) {
  std::string bytes(kHead);
  bytes.push_back(static_cast<char>(signature.mark));
  bytes.push_back(static_cast<char>(signature.first_ring));
  bytes.push_back(static_cast<char>(signature.rings()));
  bytes.push_back(static_cast<char>(signature.centre_of));
  add(bytes, signature.centre_x_um);
  add(bytes, signature.centre_y_um);
  for (const std::int8_t height : signature.relief) bytes.push_back(static_cast<char>(height));
  return bytes;
}

Result<Signature> decode_signature(std::string_view bytes) {
  if (!bytes.starts_with(kHeadAnyVersion)) return refuse(no_signature, "it begins otherwise");
  if (bytes.size() < kHeadBytes) return refuse(no_signature, "it ends after {} bytes", bytes.size());
  if (!bytes.starts_with(kHead)) return refuse(signature_version, "this program makes {}", kSignatureVersion);
  const auto number = [&](std::size_t at) { return static_cast<int>(static_cast<unsigned char>(bytes[at])); };
  if (number(4) >= static_cast<int>(kLayouts.size())) return refuse(no_signature, "there is no mark {}", number(4));
  Signature result{.mark = static_cast<surface::Mark>(number(4)),
                   .centre_x_um = number_at(bytes, 8),
                   .centre_y_um = number_at(bytes, 12),
                   .centre_of = static_cast<surface::CentreOf>(number(7)),
                   .first_ring = number(5)};
  const int rings = number(6);
  if (result.first_ring + rings > ring_layout(result.mark).rings || (rings == 0 && result.first_ring != 0))
    return refuse(no_signature, "there are no rings {} to {}", result.first_ring, result.first_ring + rings);
  if (number(7) > static_cast<int>(surface::CentreOf::mass))
    return refuse(no_signature, "its middle is of nothing known, {}", number(7));
  for (const std::int32_t um : {result.centre_x_um, result.centre_y_um})
    if (um < -kFarthestUm || um > kFarthestUm) return refuse(no_signature, "its middle lies {} um away", um);
  const std::string_view relief = bytes.substr(kHeadBytes);
  if (relief.size() != static_cast<std::size_t>(rings) * kAngles)
    return refuse(no_signature, "{} rings are not {} bytes", rings, relief.size());
  result.relief.reserve(relief.size());
  for (const char height : relief) result.relief.push_back(static_cast<std::int8_t>(height));
  return result;
}

}  // namespace lotline::search
