#pragma once
// The use case of a mark held in the hand: every reading of a text as a headstamp, as a lot mark and as a package code,
// by the reference data alone.

#include <string>
#include <vector>

#include "marking/headstamp.h"
#include "marking/lot_mark.h"
#include "marking/package_code.h"
#include "service/reference.h"

namespace lotline::service {

/// What was read; `?` is one unread character, `*` several.
struct MarksAsked {
  std::string text{};
  std::string clock{};    ///< characters of the head by clock position: "12=CBC 6=17"
  std::string calibre{};  ///< known or measured
  std::string year{};     ///< known or guessed
};

struct MarksReadings {
  std::vector<marking::Reading> headstamp;
  std::vector<marking::LotMarkReading> lot_mark;
  Result<marking::PackageCode> package;
};

// Each refuses a visitor without the right to read marks.
Result<MarksReadings> read_marks(const Reference& reference, const MarksAsked& asked);
Result<std::vector<marking::Reading>> read_headstamp(const Reference& reference, const MarksAsked& asked);
Result<std::vector<marking::LotMarkReading>> read_lot_mark(const Reference& reference, const std::string& text);
Result<marking::PackageCode> read_package_code(const Reference& reference, const std::string& text);
/// Ranked; `weapon_class`, where known, decides between calibres of one bore.
Result<std::vector<marking::CalibreReading>> read_calibre(const Reference& reference, const std::string& text,
                                                          const std::string& weapon_class);

}  // namespace lotline::service
