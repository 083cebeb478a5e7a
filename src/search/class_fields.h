#pragma once
// What is read off a fired case by eye and holds of every gun of a kind: it narrows a search and never decides one
// (AFTE glossary: class characteristics). What is not known excludes nothing.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/refusal.h"
#include "base/words.h"

namespace lotline::search {

/// Texts are compared as they are: whoever enrols writes the catalogue's code for a calibre and one word for a shape.
/// Empty is unknown.
struct ClassFields {
  std::string calibre{};
  std::string firing_pin_shape{};        ///< round, elliptical, rectangular ...
  std::string breech_face_class{};       ///< parallel, arched, circular, granular, smooth ...
  std::optional<int> extractor_clock{};  ///< 1 to 12, as the head was looked at
  std::optional<int> ejector_clock{};    ///< 1 to 12
  std::string headstamp{};               ///< as read; it tells of the ammunition, not the gun
  std::string instrument{};              ///< that made the scan
  std::string make{};                    ///< maker and model of the gun, where known; for warnings about subclass marks
  friend bool operator==(const ClassFields&, const ClassFields&) = default;
};

/// Refuses bad_class_field: a clock position outside 1 to 12.
[[nodiscard]] Result<void> check(const ClassFields& fields);

enum class ClassField : unsigned char {
  calibre,
  firing_pin_shape,
  breech_face_class,
  extractor_to_ejector,
  headstamp,
  instrument
};
inline constexpr std::size_t kClassFields = 6;

/// Which of them narrow a search. Headstamp and instrument do not unless asked for: a gun fires any ammunition, and a
/// laboratory changes its instruments.
struct ClassFilter {
  std::array<bool, kClassFields> uses{true, true, true, true, false, false};
  /// Hours by which the angle from extractor to ejector may differ. A case lies in the scan as it was laid there, so
  /// only the angle between the two is of the gun; each is read to the nearest hour, so two readings differ by up to 2.
  int clock_tolerance = 2;
};

enum class FieldAnswer : unsigned char { same, unknown, different, not_used };

struct ClassAnswer {
  std::array<FieldAnswer, kClassFields> fields{};
  [[nodiscard]] bool passes() const;
};

/// Symmetric in its first two.
[[nodiscard]] ClassAnswer compare(const ClassFields& a, const ClassFields& b, const ClassFilter& filter);

}  // namespace lotline::search

namespace lotline {

template <>
struct Words<search::ClassField> {
  using F = search::ClassField;
  static constexpr std::array<Word<F>, search::kClassFields> all{{{F::calibre, "calibre"},
                                                                  {F::firing_pin_shape, "firing_pin_shape"},
                                                                  {F::breech_face_class, "breech_face_class"},
                                                                  {F::extractor_to_ejector, "extractor_to_ejector"},
                                                                  {F::headstamp, "headstamp"},
                                                                  {F::instrument, "instrument"}}};
};
template <>
struct Words<search::FieldAnswer> {
  using A = search::FieldAnswer;
  static constexpr std::array<Word<A>, 4> all{
      {{A::same, "same"}, {A::unknown, "unknown"}, {A::different, "different"}, {A::not_used, "not_used"}}};
};

}  // namespace lotline
