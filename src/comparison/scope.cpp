#include "comparison/scope.h"

#include <algorithm>

namespace lotline::comparison {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool holds(std::string_view text, std::string_view part) {
  return std::search(text.begin(), text.end(), part.begin(), part.end(),
                     [](char a, char b) { return lower(a) == lower(b); }) != text.end();
}

bool any_in(const std::vector<std::string>& parts, std::string_view text) {
  return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) { return holds(text, part); });
}

}  // namespace

std::optional<NoLlr> outside(const Scope& scope, const Compared& compared) {
  if (scope.score_version != compared.score_version) return NoLlr::other_score_version;
  if (scope.mark != compared.mark) return NoLlr::other_mark;
  if (!scope.classes.empty()) {
    if (compared.firearm_class.empty()) return NoLlr::class_unknown;
    if (std::find(scope.classes.begin(), scope.classes.end(), compared.firearm_class) == scope.classes.end())
      return NoLlr::class_outside;
  }
  if (!scope.instruments.empty()) {
    if (compared.instrument_a.empty() || compared.instrument_b.empty()) return NoLlr::instrument_unknown;
    if (!any_in(scope.instruments, compared.instrument_a) || !any_in(scope.instruments, compared.instrument_b))
      return NoLlr::instrument_outside;
  }
  // Written so that a pitch that is no number is outside.
  const auto covered = [&](double pitch) { return pitch >= scope.pitch_um_min && pitch <= scope.pitch_um_max; };
  if (!covered(compared.pitch_a_um) || !covered(compared.pitch_b_um)) return NoLlr::pitch_outside;
  return std::nullopt;
}

std::string_view sentence(NoLlr reason) {
  switch (reason) {
    case NoLlr::no_calibrator:
      return "no calibrator was given";
    case NoLlr::other_score_version:
      return "the calibrator was made for scores of another algorithm or version";
    case NoLlr::other_mark:
      return "the calibrator is of another mark";
    case NoLlr::class_unknown:
      return "the calibrator is of named classes of firearms, and the class here is not told";
    case NoLlr::class_outside:
      return "the class of firearm is none the calibrator was made for";
    case NoLlr::instrument_unknown:
      return "the calibrator is of named instruments, and a scan does not name its own";
    case NoLlr::instrument_outside:
      return "an instrument is none the calibrator was made for";
    case NoLlr::pitch_outside:
      return "a scan is finer or coarser than the calibrator was made for";
  }
  broken_invariant("every reason has a sentence", __FILE__, __LINE__);
}

}  // namespace lotline::comparison
