#pragma once
// main.xml of an X3P file as values. Names are matched without their prefix, numbers are checked, the texts of
// strangers are made safe to show. The schema is that of openGPS (iso5436_2.xsd, revisions of 2007 and 2020).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"
#include "surface/x3p.h"

namespace lotline::surface {

/// Most points of one scan, 67 million: as doubles they take 512 MiB.
inline constexpr std::uint64_t kMostPoints = std::uint64_t{1} << 26;

/// Lengths of a file in metres, either way from nought: what lies beyond is no length, whatever unit was meant.
inline constexpr double kFarthest_m = 1e9;
inline constexpr double kNearest_m = 1e-15;

struct X3pAxis {
  bool incremental = false;  ///< I: the place follows from the index; A: every point tells its own
  NumberType type = NumberType::float64;
  double increment = 1;
  double offset = 0;

  /// offset + increment * raw; the increment of floating-point numbers is ignored.
  [[nodiscard]] double metres(double raw) const {
    const bool whole = type == NumberType::int16 || type == NumberType::int32;
    return whole ? offset + increment * raw : offset + raw;
  }
};

/// A file of the archive and the MD5 that main.xml gives for it; an empty MD5 means none.
struct X3pLink {
  std::string path{};
  std::string md5{};
};

struct X3pDocument {
  X3pAxis x{}, y{}, z{};
  std::uint64_t columns = 0, rows = 0;  ///< of a matrix
  std::uint64_t listed = 0;             ///< points of a list; 0 means a matrix
  std::optional<X3pLink> points{};      ///< none: the points stand in main.xml
  std::optional<X3pLink> valid{};
  std::vector<std::string> datums{};  ///< one a point, "" for a missing one
  std::string checksum_file{};
  X3pMetadata metadata{};
  Findings findings{};

  [[nodiscard]] std::uint64_t count() const { return listed != 0 ? listed : columns * rows; }
};

/// Refuses (bad_main_xml, unsafe_xml, scan_too_large) what cannot be parsed or should not be, (missing_element,
/// bad_element) what it lacks or cannot mean, (not_a_surface) profiles and layers, (empty_scan) no points.
Result<X3pDocument> read_x3p_document(std::string_view main_xml);

}  // namespace lotline::surface
