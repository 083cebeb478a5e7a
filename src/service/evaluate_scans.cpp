#include "service/evaluate_scans.h"

#include <map>
#include <optional>

#include "base/generator.h"
#include "base/share_out.h"
#include "comparison/refusals.h"
#include "surface/degraded.h"

namespace lotline::service {

namespace {

using surface::HeightMap;

/// A way to make a scan worse; `chance` is the scan's own.
struct Worse {
  std::string_view name;
  HeightMap (*made)(const HeightMap& map, Generator& chance);
};

double turn(Generator& chance) { return static_cast<double>(chance.below(360)); }

template <int Percent>
HeightMap share_of(const HeightMap& map, Generator& chance) {
  return surface::part_of(map, turn(chance), Percent / 100.0);
}

/// Noise of so many times the surface's own deviation, each point alone.
template <int Times>
HeightMap noisy(const HeightMap& map, Generator& chance) {
  return surface::with_noise(map, Times * surface::deviation_m(map), chance.next());
}

template <int Factor>
HeightMap coarse(const HeightMap& map, Generator&) {
  return surface::coarser(map, Factor);
}

HeightMap wedge(const HeightMap& map, Generator& chance) { return surface::wedge_of(map, turn(chance), 90); }

constexpr Worse kWorse[] = {{"half the area", share_of<50>},
                            {"a quarter of the area", share_of<25>},
                            {"a wedge of 90 degrees", wedge},
                            {"noise as high as the marks", noisy<1>},
                            {"noise twice as high as the marks", noisy<2>},
                            {"points twice as far apart", coarse<2>},
                            {"points four times as far apart", coarse<4>}};

/// The scans of one set, those unsuitable left out.
struct Prepared {
  std::vector<LabelledFeatures> features{};
  std::vector<std::size_t> numbers{};  ///< of the scans they are of
  std::size_t unsuitable = 0;
};

class Scans {
 public:
  Scans(const EvaluateRequest& request, std::vector<surface::X3p> read) : request_(request), read_(std::move(read)) {
    std::map<std::string, int> numbers;
    for (const LabelledScan& scan : request.scans) numbers.emplace(scan.firearm, 0);
    for (auto& [firearm, number] : numbers) number = firearms_++;
    for (const LabelledScan& scan : request.scans) sources_.push_back(numbers[scan.firearm]);
  }

  [[nodiscard]] int firearms() const { return firearms_; }

  [[nodiscard]] Prepared prepared(const Worse* worse) const {
    std::vector<std::optional<comparison::Features>> made(read_.size());
    share_out(read_.size(), request_.threads, [&](std::size_t i) {
      surface::X3p scan;
      Generator chance(i + 1, worse == nullptr ? "as it is" : worse->name);
      scan.map = worse == nullptr ? read_[i].map : worse->made(read_[i].map, chance);
      if (auto ready = ready_scan(scan, request_.prepare)) made[i] = std::move(ready->features);
    });
    Prepared set;
    for (std::size_t i = 0; i < made.size(); ++i) {
      if (!made[i]) {
        ++set.unsuitable;
        continue;
      }
      set.features.push_back({request_.scans[i].path, sources_[i], std::move(*made[i])});
      set.numbers.push_back(i);
    }
    return set;
  }

 private:
  const EvaluateRequest& request_;
  std::vector<surface::X3p> read_;
  std::vector<int> sources_{};
  int firearms_ = 0;
};

bool has_both(std::span<const comparison::LabelledScore> scores) {
  const auto size = comparison::size_of(scores);
  return size.pairs_same > 0 && size.pairs_different > 0;
}

Result<RatioAccuracy> left_out(std::string pairs, std::span<const comparison::LabelledScore> scores,
                               const comparison::JudgeOptions& options) {
  return RatioAccuracy{std::move(pairs), "left out",
                       comparison::judge(TRY(comparison::left_out_llrs(scores)), options)};
}

}  // namespace

Result<RealAccuracy> evaluate_scans(const EvaluateRequest& request) {
  std::vector<surface::X3p> read;
  for (const LabelledScan& scan : request.scans) read.push_back(TRY(request.read(scan.path)));
  const Scans scans(request, std::move(read));
  const Prepared plain = scans.prepared(nullptr);
  const auto scores = scores_within(plain.features, request.threads, request.told);
  if (!has_both(scores)) return refuse(comparison::one_class_only);

  RealAccuracy accuracy;
  accuracy.scans = request.scans.size();
  accuracy.firearms = static_cast<std::size_t>(scans.firearms());
  accuracy.sets.push_back({"as they are", plain.unsuitable, comparison::separation_of(scores)});
  accuracy.ratios.push_back(TRY(left_out("all", scores, request.judge)));

  std::vector<comparison::LabelledScore> known;
  std::size_t at = 0;
  for (std::size_t i = 0; i < plain.numbers.size(); ++i)
    for (std::size_t j = i + 1; j < plain.numbers.size(); ++j, ++at)
      if (request.scans[plain.numbers[i]].known && request.scans[plain.numbers[j]].known) known.push_back(scores[at]);
  if (has_both(known)) accuracy.ratios.push_back(TRY(left_out("the known cases", known, request.judge)));
  if (request.calibrator != nullptr)
    accuracy.ratios.push_back({"all", request.calibrator->name,
                               comparison::judge(comparison::llrs_by(*request.calibrator, scores), request.judge)});

  if (!request.worse) return accuracy;
  for (const Worse& worse : kWorse) {
    const Prepared second = scans.prepared(&worse);
    const auto worse_scores = scores_of(
        plain.features, second.features,
        [&](std::size_t i, std::size_t j) { return plain.numbers[i] < second.numbers[j]; }, request.threads,
        request.told);
    if (has_both(worse_scores))
      accuracy.sets.push_back({std::string{worse.name}, second.unsuitable, comparison::separation_of(worse_scores)});
  }
  return accuracy;
}

}  // namespace lotline::service
