#include "service/train_on_pairs.h"

#include <algorithm>
#include <map>
#include <set>

namespace lotline::service {

TrainingScores scores_of_pairs(std::span<const LabelledPair> pairs, const PairsRequest& request) {
  std::map<std::string, int> numbers;
  std::vector<PairOfScans> asked;
  for (const LabelledPair& pair : pairs) {
    numbers.emplace(pair.source_a, 0);
    numbers.emplace(pair.source_b, 0);
    asked.push_back(pair.pair);
  }
  int next = 0;
  for (auto& [name, number] : numbers) number = next++;
  PairsRequest all = request;
  all.pairs = asked;
  const auto answers = compare_pairs(all);
  TrainingScores training;
  std::set<std::string> instruments;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (!answers[i].compared) {
      ++training.left_out;
      continue;
    }
    const auto& answer = answers[i];
    training.scores.push_back({answer.compared->found.score, numbers[pairs[i].source_a], numbers[pairs[i].source_b]});
    for (const ScanBrief& scan : {answer.a, answer.b}) {
      instruments.insert(scan.instrument);
      training.pitch_um_max = std::max(training.pitch_um_max, scan.pitch_um);
      training.pitch_um_min =
          training.pitch_um_min == 0 ? scan.pitch_um : std::min(training.pitch_um_min, scan.pitch_um);
    }
  }
  instruments.erase("");
  training.instruments.assign(instruments.begin(), instruments.end());
  return training;
}

TrainingScores scores_of_generated(const GeneratedTraining& training, const surface::PrepareOptions& prepare,
                                   unsigned threads, const Told& told) {
  std::vector<GeneratedCase> cases;
  for (std::size_t gun = 0; gun < training.guns; ++gun)
    for (std::size_t firing = 0; firing < training.firings; ++firing) cases.push_back({gun, firing});
  const auto set = generated_features(training.options, cases, prepare, threads, told);
  // Of gun g the first firing against the second of the guns behind it, in a circle.
  std::map<int, std::vector<std::size_t>> of_gun;
  for (std::size_t i = 0; i < set.scans.size(); ++i) of_gun[set.scans[i].source].push_back(i);
  const auto wanted = [&](std::size_t i, std::size_t j) {
    const int a = set.scans[i].source, b = set.scans[j].source;
    if (a == b) return i < j;
    const auto guns = static_cast<int>(training.guns);
    const int behind = (b - a + guns) % guns;
    return i == of_gun[a].front() && j == of_gun[b].back() && behind <= static_cast<int>(training.strangers);
  };
  TrainingScores scores;
  scores.scores = scores_of(set.scans, set.scans, wanted, threads, told);
  scores.pitch_um_min = scores.pitch_um_max = training.options.pitch_um;
  scores.left_out = set.unsuitable;
  return scores;
}

}  // namespace lotline::service
