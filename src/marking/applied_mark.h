#pragma once
// How a mark was put on: by which technique, at which stage, by whom, on what (paras 45, 46). Stamped or engraved at
// manufacture, engraved or labelled on import, printed by inkjet at a later sale.

#include <string>
#include <string_view>

#include "base/refusal.h"
#include "catalogue/catalogue.h"

namespace lotline::marking {

struct AppliedMark {
  std::string technique;    ///< word of marking_technique: stamp, laser, inkjet, label
  std::string stage;        ///< word of marking_stage: manufacture, import, sale
  std::string applied_by;   ///< who put it on: a party's code or name
  bool on_package = false;  ///< on the smallest package, else on the cartridge
};

/// The mark with its words as the vocabularies have them. Refuses unknown words, a mark nobody applied, and a label on
/// a cartridge.
Result<AppliedMark> checked_mark(const catalogue::Catalogue& catalogue, const AppliedMark& mark);

/// For a person: "laser engraved on the cartridge at manufacture by CBC".
[[nodiscard]] std::string describe(const catalogue::Catalogue& catalogue, const AppliedMark& mark);

}  // namespace lotline::marking
