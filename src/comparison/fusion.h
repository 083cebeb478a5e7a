#pragma once
// What several marks of one pair of cases say together. Marks of one firearm are not independent (one firing makes all
// of them), so their llrs are not added: for each set of marks that may be present a logistic regression on the llrs is
// trained (logistic fusion; N. Brümmer et al., IEEE Trans. Audio Speech Lang. Process. 15 (2007) 2072-2084).

#include <optional>
#include <span>
#include <vector>

#include "comparison/calibrator.h"

namespace lotline::comparison {

/// The log10 likelihood ratio of each mark, in the fusion's order of marks; nothing where the mark is missing.
using MarkLlrs = std::vector<std::optional<double>>;

struct LabelledMarks {
  MarkLlrs llrs{};
  int source_a = 0, source_b = 0;
  [[nodiscard]] bool same() const { return source_a == source_b; }
};

/// For pairs that show exactly the marks `present`: llr = intercept + sum of weight times the mark's llr, then the cap.
struct FusedMarks {
  std::vector<std::size_t> present{};  ///< positions in the order of marks, at least two
  double intercept = 0;
  std::vector<double> weights{};
  Bounds cap{};
  bool trained = false;  ///< false: too few firearms show these marks together; then the mean of the llrs stands
};

struct Fusion {
  std::size_t marks = 0;
  std::vector<FusedMarks> sets{};
};

/// Fewest firearms of each class that must show a set of marks together for weights of its own.
inline constexpr int fewest_to_fuse = 10;

/// Trains every set of at least two marks. Refuses llrs that are not finite.
Result<Fusion> train_fusion(std::size_t marks, std::span<const LabelledMarks> pairs);

/// One mark alone keeps its own llr; no mark gives nothing. Of a set without weights the mean of its llrs is taken: it
/// is right if the marks say the same thing twice, and too small, never too large, if they do not. REQUIRES (CHECKed)
/// as many places as the fusion has marks.
[[nodiscard]] std::optional<double> fuse(const Fusion& fusion, const MarkLlrs& llrs);

}  // namespace lotline::comparison
