#include "comparison/labelled_score.h"

#include <set>

namespace lotline::comparison {

SetSize size_of(std::span<const LabelledScore> scores) {
  SetSize size;
  std::set<int> same, different, all;
  for (const LabelledScore& pair : scores) {
    ++(pair.same() ? size.pairs_same : size.pairs_different);
    auto& firearms = pair.same() ? same : different;
    firearms.insert({pair.source_a, pair.source_b});
    all.insert({pair.source_a, pair.source_b});
  }
  size.firearms_same = static_cast<int>(same.size());
  size.firearms_different = static_cast<int>(different.size());
  size.firearms = static_cast<int>(all.size());
  return size;
}

std::vector<double> firearm_weights(std::span<const LabelledScore> scores, int count_as) {
  const SetSize size = size_of(scores);
  const auto weight = [&](int firearms, int pairs) {
    const int counted = count_as == 0 ? firearms : std::min(firearms, count_as);
    // A set may have fewer pairs than firearms: then a pair weighs one and no more.
    return pairs == 0 ? 0 : std::min(1.0, static_cast<double>(counted) / pairs);
  };
  const double same = weight(size.firearms_same, size.pairs_same);
  const double different = weight(size.firearms_different, size.pairs_different);
  std::vector<double> weights;
  weights.reserve(scores.size());
  for (const LabelledScore& pair : scores) weights.push_back(pair.same() ? same : different);
  return weights;
}

}  // namespace lotline::comparison
