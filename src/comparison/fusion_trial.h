#pragma once
// What fusing marks is worth, measured: calibrators and fusion are trained on the pairs of some firearms and judged on
// the pairs of others.

#include <string>
#include <vector>

#include "comparison/fusion.h"
#include "comparison/judgement.h"

namespace lotline::comparison {

struct MarkScores {
  std::string name{};
  std::vector<LabelledScore> scores{};  ///< sources numbered alike for all marks
};

/// To which part a firearm belongs; pairs of two parts are used nowhere.
enum class Part : unsigned char { none, training, validation };

struct TrialRow {
  std::string method{};
  std::string pairs{};  ///< which pairs it was judged on
  Judgement judged{};
};

struct FusionTrial {
  SetSize trained_on{};  ///< the pairs that show all marks
  Fusion fusion{};
  std::vector<TrialRow> rows{};
};

/// Each mark alone, the sum of the llrs as if marks were independent, their mean, and the fusion: on the validation
/// pairs that show all marks, and the fusion and each mark on all it can say something of. REQUIRES (CHECKed) a part
/// for every source. Refuses what training refuses of the training pairs.
Result<FusionTrial> try_fusion(const std::vector<MarkScores>& marks, const std::vector<Part>& parts,
                               const JudgeOptions& options = {});

}  // namespace lotline::comparison
