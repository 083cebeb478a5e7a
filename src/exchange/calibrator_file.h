#pragma once
// A calibrator as a file (docs/formats/calibrator.md): JSON of integers and texts, so that one calibrator has one
// canonical form and one hash; a number with a fraction is a text that reads back the same.

#include <string>
#include <string_view>

#include "comparison/calibrator.h"

namespace lotline::exchange {

/// The file's text, indented for a reader, with a line end.
[[nodiscard]] std::string calibrator_text(const comparison::Calibrator& calibrator);
/// SHA-256 over the canonical JSON, so that blanks do not matter; hexadecimal.
[[nodiscard]] std::string calibrator_sha256(const comparison::Calibrator& calibrator);

/// Refuses what is no calibrator file of version 1, has a member it does not know or lacks one it must have, numbers
/// out of their range, and members that contradict each other. `sha256` is filled in.
Result<comparison::Calibrator> read_calibrator_text(std::string_view json);
Result<comparison::Calibrator> read_calibrator(const std::string& path);

/// SHA-256 of labelled scores in the order given: `score,source_a,source_b` a line, scores as their shortest texts.
[[nodiscard]] std::string labelled_scores_sha256(std::span<const comparison::LabelledScore> scores);

}  // namespace lotline::exchange
