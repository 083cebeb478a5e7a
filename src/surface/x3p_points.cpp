#include "surface/x3p_points.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

#include "base/text.h"
#include "surface/file_digest.h"
#include "surface/refusals.h"

namespace lotline::surface {

namespace {

static_assert(std::endian::native == std::endian::little, "the numbers of an X3P file are copied as they stand");

/// Points handed on at once: 128 KiB of doubles stay in the processor's cache.
constexpr std::size_t kPointsOfBlock = 16'384;

std::size_t bytes_of(NumberType type) {
  switch (type) {
    case NumberType::int16:
      return 2;
    case NumberType::int32:
      return 4;
    case NumberType::float32:
      return 4;
    case NumberType::float64:
      return 8;
  }
  return 8;
}

template <class T>
void append_as(const X3pAxis& axis, std::span<const std::byte> bytes, std::size_t stride, std::vector<double>& out) {
  for (std::size_t at = 0; at + sizeof(T) <= bytes.size(); at += stride) {
    T raw;
    std::memcpy(&raw, bytes.data() + at, sizeof(T));
    out.push_back(axis.metres(static_cast<double>(raw)));
  }
}

/// Every stride bytes one number of the axis.
void append(const X3pAxis& axis, std::span<const std::byte> bytes, std::size_t stride, std::vector<double>& out) {
  switch (axis.type) {
    case NumberType::int16:
      return append_as<std::int16_t>(axis, bytes, stride, out);
    case NumberType::int32:
      return append_as<std::int32_t>(axis, bytes, stride, out);
    case NumberType::float32:
      return append_as<float>(axis, bytes, stride, out);
    case NumberType::float64:
      return append_as<double>(axis, bytes, stride, out);
  }
}

Result<void> check_md5(std::string_view wanted, FileDigest& digest, std::string_view what) {
  const std::string found = digest.finish();
  if (!wanted.empty() && to_lower_ascii(wanted) != found) return refuse(checksum_differs, "{} has MD5 {}", what, found);
  return {};
}

/// An infinite height is none, nor is one like the largest number of its type, which some programs write for missing
/// ones; a place must be a number.
Result<void> settle(X3pPoints& points) {
  for (double& z : points.z_m) {
    if (!(std::abs(z) > kFarthest_m)) continue;
    z = missing;
    points.infinite = true;
  }
  for (const auto* places : {&points.x_m, &points.y_m})
    for (std::size_t i = 0; i < places->size(); ++i)
      if (!std::isfinite((*places)[i]) && !std::isnan(points.z_m[i]))
        return refuse(bad_datum, "point {} has a height and no place", i);
  return {};
}

Result<double> number_of_datum(const X3pAxis& axis, std::string_view text, std::size_t index) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double raw = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), raw);
  if (error != std::errc{} || end != text.data() + text.size()) return refuse(bad_datum, "point {} of main.xml", index);
  return axis.metres(raw);
}

}  // namespace

std::size_t bytes_of_point(const X3pDocument& document) {
  std::size_t bytes = 0;
  for (const X3pAxis* axis : {&document.x, &document.y, &document.z})
    if (!axis->incremental) bytes += bytes_of(axis->type);
  return bytes;
}

Result<X3pPoints> binary_points(const X3pDocument& document, ZipArchive& archive, const ZipArchive::File& file) {
  const std::size_t stride = bytes_of_point(document);
  if (file.size != document.count() * stride)
    return refuse(data_size, "{} bytes of heights, {} points of {} bytes announced", file.size, document.count(),
                  stride);
  X3pPoints points;
  FileDigest digest(DigestKind::md5);
  TRY(archive.read(file, stride * kPointsOfBlock, [&](std::span<const std::byte> bytes) -> Result<void> {
    if (points.z_m.capacity() == 0) {
      if (!document.x.incremental) points.x_m.reserve(document.count());
      if (!document.y.incremental) points.y_m.reserve(document.count());
      points.z_m.reserve(document.count());
    }
    digest.update(bytes);
    std::size_t at = 0;
    for (const auto& [axis, out] : {std::pair{&document.x, &points.x_m}, std::pair{&document.y, &points.y_m},
                                    std::pair{&document.z, &points.z_m}}) {
      if (axis->incremental) continue;
      append(*axis, bytes.subspan(at), stride, *out);
      at += bytes_of(axis->type);
    }
    return {};
  }));
  TRY(check_md5(document.points->md5, digest, "the file of heights"));
  TRY(settle(points));
  return points;
}

Result<X3pPoints> written_points(const X3pDocument& document) {
  X3pPoints points;
  points.z_m.reserve(document.datums.size());
  for (std::size_t i = 0; i < document.datums.size(); ++i) {
    std::string_view rest = document.datums[i];
    const bool absent = rest.empty();
    for (const auto& [axis, out] : {std::pair{&document.x, &points.x_m}, std::pair{&document.y, &points.y_m},
                                    std::pair{&document.z, &points.z_m}}) {
      if (axis->incremental) continue;
      if (absent) {
        out->push_back(missing);
        continue;
      }
      const auto end = rest.find(';');
      if ((end == rest.npos) != (axis == &document.z)) return refuse(bad_datum, "point {} of main.xml", i);
      out->push_back(TRY(number_of_datum(*axis, trim(rest.substr(0, end)), i)));
      rest = end == rest.npos ? std::string_view{} : rest.substr(end + 1);
    }
  }
  TRY(settle(points));
  return points;
}

Result<void> drop_invalid(X3pPoints& points, const X3pLink& link, ZipArchive& archive, const ZipArchive::File& file) {
  const std::size_t needed = (points.z_m.size() + 7) / 8;
  if (file.size != needed)
    return refuse(data_size, "{} bytes say which points are valid, {} needed", file.size, needed);
  FileDigest digest(DigestKind::md5);
  std::size_t at = 0;
  TRY(archive.read(file, kPointsOfBlock, [&](std::span<const std::byte> bytes) -> Result<void> {
    digest.update(bytes);
    for (const std::byte byte : bytes)
      for (unsigned bit = 0; bit < 8 && at < points.z_m.size(); ++bit, ++at)
        if ((std::to_integer<unsigned>(byte) >> bit & 1U) == 0) points.z_m[at] = missing;
    return {};
  }));
  return check_md5(link.md5, digest, "the file of valid points");
}

}  // namespace lotline::surface
