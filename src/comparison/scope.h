#pragma once
// What a calibrator is for. Outside it there is no likelihood ratio, only the reason why.

#include <optional>
#include <string>
#include <vector>

#include "base/words.h"
#include "surface/mark.h"

namespace lotline {

namespace comparison {

/// Why a comparison has a score and no likelihood ratio.
enum class NoLlr : unsigned char {
  no_calibrator,
  other_score_version,
  other_mark,
  class_unknown,
  class_outside,
  instrument_unknown,
  instrument_outside,
  pitch_outside,
};

/// What a pair of scans is, as far as their files and whoever compares them say.
struct Compared {
  std::string score_version{};
  surface::Mark mark = surface::Mark::breech_face;
  std::string firearm_class{};                 ///< of both, empty where not known
  std::string instrument_a{}, instrument_b{};  ///< empty where not known
  double pitch_a_um = 0, pitch_b_um = 0;       ///< as measured, before resampling
};

/// An empty list stands for all.
struct Scope {
  std::string score_version{};
  surface::Mark mark = surface::Mark::breech_face;
  std::vector<std::string> classes{};      ///< of firearms, as written at training
  std::vector<std::string> instruments{};  ///< texts of which one stands in the instrument's name, in any case
  double pitch_um_min = 0, pitch_um_max = 0;
};

/// Nothing when the scope covers the pair; of several reasons the first in the order of NoLlr.
[[nodiscard]] std::optional<NoLlr> outside(const Scope& scope, const Compared& compared);

}  // namespace comparison

template <>
struct Words<comparison::NoLlr> {
  static constexpr std::array<Word<comparison::NoLlr>, 8> all{{
      {comparison::NoLlr::no_calibrator, "no_calibrator"},
      {comparison::NoLlr::other_score_version, "other_score_version"},
      {comparison::NoLlr::other_mark, "other_mark"},
      {comparison::NoLlr::class_unknown, "class_unknown"},
      {comparison::NoLlr::class_outside, "class_outside"},
      {comparison::NoLlr::instrument_unknown, "instrument_unknown"},
      {comparison::NoLlr::instrument_outside, "instrument_outside"},
      {comparison::NoLlr::pitch_outside, "pitch_outside"},
  }};
};

namespace comparison {

/// The reason as a sentence for a person.
[[nodiscard]] std::string_view sentence(NoLlr reason);

}  // namespace comparison
}  // namespace lotline
