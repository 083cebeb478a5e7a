#pragma once
// A scan as its X3P file tells it (ISO 5436-2:2012, ISO 25178-72:2017): the surface, who measured it with what, the
// hash of the file it came from, and what was odd about it.

#include <string>
#include <vector>

#include "base/words.h"
#include "surface/finding.h"
#include "surface/height_map.h"

namespace lotline {

namespace surface {

/// How a file stores numbers: I and L are signed, all are little-endian.
enum class NumberType : unsigned char { int16, int32, float32, float64 };

/// Record2 of the file, as written there; empty where it says nothing.
struct X3pMetadata {
  std::string revision{};
  std::string date{};
  std::string creator{};
  std::string manufacturer{}, model{}, serial{}, version{};  ///< of the instrument
  std::string calibration_date{};
  std::string probing_type{}, probing_identification{};
  std::string comment{};
  std::vector<std::string> vendor_ids{};

  friend bool operator==(const X3pMetadata&, const X3pMetadata&) = default;
};

struct X3p {
  HeightMap map{};
  double offset_x_m = 0, offset_y_m = 0;  ///< where column 0 and row 0 lie, metres
  NumberType stored_as = NumberType::float64;
  X3pMetadata metadata{};
  Findings findings{};
  std::string sha256{};  ///< of the whole file, lower-case hexadecimal
};

}  // namespace surface

template <>
struct Words<surface::NumberType> {
  static constexpr std::array<Word<surface::NumberType>, 4> all{{{surface::NumberType::int16, "I"},
                                                                 {surface::NumberType::int32, "L"},
                                                                 {surface::NumberType::float32, "F"},
                                                                 {surface::NumberType::float64, "D"}}};
};

}  // namespace lotline
