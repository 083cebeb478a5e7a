#pragma once
// How well scores and likelihood ratios of labelled pairs tell one firearm from two: what tables of accuracy are made
// of.

#include "comparison/calibrator.h"
#include "comparison/cllr.h"
#include "comparison/firearm_bootstrap.h"

namespace lotline::comparison {

struct JudgeOptions {
  int draws = 1000;        ///< of the bootstrap over firearms: 25 lie beyond each end of an interval
  std::uint64_t seed = 1;  ///< of those draws
};

/// How far apart the two classes of scores are.
struct Separation {
  SetSize size{};
  double lowest_same = 0, highest_different = 0;
  int same_above_all = 0;  ///< pairs of the same source above every pair of different sources
  [[nodiscard]] double gap() const { return lowest_same - highest_different; }
  [[nodiscard]] double share_above_all() const { return static_cast<double>(same_above_all) / size.pairs_same; }
};

/// REQUIRES (CHECKed) both classes.
[[nodiscard]] Separation separation_of(std::span<const LabelledScore> scores);

/// The share of pairs of the same source at or above the score that a share `false_match_rate` of the others reaches.
struct MatchRate {
  double false_match_rate = 0;
  double threshold = 0;  ///< infinite where no score keeps to the rate
  double true_match_rate = 0;
  Interval interval{};  ///< over firearms, the threshold drawn with them
};

[[nodiscard]] MatchRate match_rate(std::span<const LabelledScore> scores, double false_match_rate,
                                   const JudgeOptions& options = {});

/// A likelihood ratio that was given without having seen the firearms of its pair.
struct LeftOut {
  LabelledScore pair{};
  double llr = 0;
  bool at_cap = false;
  Bounds cap{};
};

/// Of each pair, the ratio by a calibrator trained without its firearms: without the one of a pair of the same source,
/// without both of the other pairs. Refuses what train_calibrator refuses of any of the sets that are left.
Result<std::vector<LeftOut>> left_out_llrs(std::span<const LabelledScore> scores);
/// Of each pair, the ratio by one calibrator, which must not have seen them.
[[nodiscard]] std::vector<LeftOut> llrs_by(const Calibrator& calibrator, std::span<const LabelledScore> scores);

/// What the ratios of a set cost, each with its interval over firearms.
struct Judgement {
  SetSize size{};
  Cost cost{};
  Interval cllr{}, cllr_min{}, calibration_loss{};
  Bounds narrowest_cap{}, widest_cap{};
  double share_at_cap = 0;  ///< of all pairs
  double share_at_cap_same = 0, share_at_cap_different = 0;
  int misleading_same = 0, misleading_different = 0;  ///< below 1 though one firearm; above 1 though two
};

/// REQUIRES (CHECKed) both classes.
[[nodiscard]] Judgement judge(std::span<const LeftOut> llrs, const JudgeOptions& options = {});

}  // namespace lotline::comparison
