#include "service/labelled_scans.h"

#include "base/share_out.h"
#include "comparison/compare.h"

namespace lotline::service {

std::vector<comparison::LabelledScore> scores_of(std::span<const LabelledFeatures> questioned,
                                                 std::span<const LabelledFeatures> reference,
                                                 const std::function<bool(std::size_t, std::size_t)>& wanted,
                                                 unsigned threads, const Told& told) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0; i < questioned.size(); ++i)
    for (std::size_t j = 0; j < reference.size(); ++j)
      if (wanted(i, j)) pairs.emplace_back(i, j);
  std::vector<comparison::LabelledScore> scores(pairs.size());
  share_out(
      pairs.size(), threads,
      [&](std::size_t k) {
        const auto& a = questioned[pairs[k].first];
        const auto& b = reference[pairs[k].second];
        scores[k] = {comparison::compare(a.features, b.features).score, a.source, b.source};
      },
      [&](std::size_t done) {
        if (told) told(done, pairs.size(), "pairs");
        return true;
      });
  return scores;
}

std::vector<comparison::LabelledScore> scores_within(std::span<const LabelledFeatures> scans, unsigned threads,
                                                     const Told& told) {
  return scores_of(scans, scans, [](std::size_t i, std::size_t j) { return i < j; }, threads, told);
}

}  // namespace lotline::service
