#include "service/compare_pairs.h"

#include <chrono>

#include "base/share_out.h"
#include "service/scan_shelf.h"

namespace lotline::service {

namespace {

/// A breech face made ready takes about 6 MB: 1.5 GB at most.
constexpr std::size_t kMostShelved = 250;

PairCompared compared(const PairOfScans& pair, ScanShelf& shelf, const ComparisonRequest& request) {
  PairCompared answer;
  if (pair.refused) {
    answer.refused = pair.refused;
    return answer;
  }
  const auto a = shelf.get(pair.path_a);
  const auto b = shelf.get(pair.path_b);
  if (!*a || !*b) {
    answer.refused = *a ? b->error() : a->error();
    return answer;
  }
  answer.a = {(*a)->instrument, (*a)->pitch_um};
  answer.b = {(*b)->instrument, (*b)->pitch_um};
  const auto start = std::chrono::steady_clock::now();
  answer.compared = compare_scans(**a, **b, request);
  answer.ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  return answer;
}

}  // namespace

std::vector<PairCompared> compare_pairs(const PairsRequest& request) {
  ScanShelf shelf(
      [&](const std::string& path) -> Result<ReadyScan> {
        return ready_scan(TRY(request.read(path)), request.prepare);
      },
      kMostShelved);
  std::vector<PairCompared> answers(request.pairs.size());
  share_out(
      answers.size(), request.threads,
      [&](std::size_t i) { answers[i] = compared(request.pairs[i], shelf, request.comparison); },
      [&](std::size_t done) { return !request.told || request.told(done); });
  return answers;
}

}  // namespace lotline::service
