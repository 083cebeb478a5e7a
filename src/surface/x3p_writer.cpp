#include "surface/x3p_writer.h"

#include <fmt/format.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

#include "base/check.h"
#include "base/whole_file.h"
#include "surface/file_digest.h"
#include "surface/refusals.h"
#include "surface/x3p_document_writer.h"
#include "surface/zip_writer.h"

namespace lotline::surface {

namespace {

struct Packed {
  std::vector<std::byte> points{};
  std::vector<std::byte> valid{};  ///< empty when every point is valid or tells itself that it is not
  std::vector<std::string> datums{};
};

bool is_whole(NumberType type) { return type == NumberType::int16 || type == NumberType::int32; }

template <class T>
Result<T> raw_of(double height_m, const X3pWriteOptions& options) {
  if (std::isnan(height_m)) return std::is_integral_v<T> ? T{0} : std::numeric_limits<T>::quiet_NaN();
  const double raw = std::is_integral_v<T> ? std::round(height_m / options.increment_m) : height_m;
  const auto most = static_cast<double>(std::numeric_limits<T>::max());
  if (!(std::abs(raw) <= most))
    return refuse(not_writable, "a height of {} m as {}", height_m, word(options.stored_as));
  return static_cast<T>(raw);
}

template <class T>
Result<Packed> pack_as(const HeightMap& map, const X3pWriteOptions& options) {
  Packed packed;
  std::vector<std::byte> valid((map.heights_m.size() + 7) / 8, std::byte{0});
  bool all_valid = true;
  if (!options.points_in_xml) packed.points.resize(map.heights_m.size() * sizeof(T));
  for (std::size_t i = 0; i < map.heights_m.size(); ++i) {
    const bool absent = std::isnan(map.heights_m[i]);
    const T raw = TRY(raw_of<T>(map.heights_m[i], options));
    if (options.points_in_xml)
      packed.datums.push_back(absent ? std::string{} : fmt::format("{}", raw));
    else
      std::memcpy(packed.points.data() + i * sizeof(T), &raw, sizeof(T));
    if (absent)
      all_valid = false;
    else
      valid[i / 8] |= std::byte{1} << (i % 8);
  }
  if (is_whole(options.stored_as) && !all_valid && !options.points_in_xml) packed.valid = std::move(valid);
  return packed;
}

Result<Packed> pack(const HeightMap& map, const X3pWriteOptions& options) {
  switch (options.stored_as) {
    case NumberType::int16:
      return pack_as<std::int16_t>(map, options);
    case NumberType::int32:
      return pack_as<std::int32_t>(map, options);
    case NumberType::float32:
      return pack_as<float>(map, options);
    case NumberType::float64:
      return pack_as<double>(map, options);
  }
  broken_invariant("every number type is written", __FILE__, __LINE__);
}

Result<void> judge(const HeightMap& map, const X3pWriteOptions& options) {
  if (map.columns == 0 || map.rows == 0 || map.heights_m.size() != map.columns * map.rows)
    return refuse(not_writable, "{} heights on {} by {} places", map.heights_m.size(), map.columns, map.rows);
  for (const double pitch : {map.pitch_x_m, map.pitch_y_m})
    if (!(pitch > 0) || std::isinf(pitch)) return refuse(not_writable, "a pitch of {} m", pitch);
  if (is_whole(options.stored_as) && (!(options.increment_m > 0) || std::isinf(options.increment_m)))
    return refuse(not_writable, "an increment of {} m", options.increment_m);
  return {};
}

}  // namespace

Result<std::vector<std::byte>> write_x3p(const X3p& scan, const X3pWriteOptions& options) {
  TRY(judge(scan.map, options));
  const Packed packed = TRY(pack(scan.map, options));
  WrittenLinks links;
  if (options.points_in_xml)
    links.datums = &packed.datums;
  else
    links.points_md5 = md5_of(packed.points);
  if (!packed.valid.empty()) links.valid_md5 = md5_of(packed.valid);
  const std::string main_xml = TRY(write_x3p_document(scan, options, links));
  const auto main_bytes = std::as_bytes(std::span(main_xml));
  const std::string checksum = md5_of(main_bytes) + " *main.xml\n";
  std::vector<ZipEntry> entries{{"main.xml", main_bytes}, {kChecksumPath, std::as_bytes(std::span(checksum))}};
  if (!options.points_in_xml) entries.push_back({kPointsPath, packed.points});
  if (!packed.valid.empty()) entries.push_back({kValidPath, packed.valid});
  return write_zip(entries);
}

Result<void> write_x3p(const std::string& path, const X3p& scan, const X3pWriteOptions& options) {
  return write_whole_file(path, TRY(write_x3p(scan, options)));
}

X3pMetadata software_metadata(std::string creator, std::string date_time, std::string comment) {
  X3pMetadata metadata;
  metadata.revision = "ISO5436 - 2000";
  metadata.date = std::move(date_time);
  metadata.creator = std::move(creator);
  metadata.manufacturer = metadata.creator;
  metadata.model = "software";
  metadata.serial = "none";
  metadata.version = "none";
  metadata.probing_type = "Software";
  metadata.probing_identification = "none";
  metadata.comment = std::move(comment);
  return metadata;
}

}  // namespace lotline::surface
