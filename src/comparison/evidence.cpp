#include "comparison/evidence.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/steady_math.h"

namespace lotline::comparison {
namespace {

constexpr double kShareThatMarks = 0.7;
/// How strongly two firings of one gun may correlate, from the weakest that can be told from chance.
constexpr std::array kStrengths{0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85};
constexpr double kStrengthDeviation = 0.12;  ///< from cell to cell of a pair
/// Of the best of the places a cell is looked for at, in deviations of what chance gives at one.
constexpr double kChanceMean = 1.5, kChanceDeviation = 1;
constexpr double kMostOfACell = 5;
constexpr double kCellsWeight = 0.6;

double log_normal(double x, double mean, double deviation) {
  const double off = (x - mean) / deviation;
  return -0.5 * off * off - steady::log(deviation);
}

}  // namespace

double evidence(const std::vector<FoundCell>& cells, double points_of_one) {
  std::array<double, kStrengths.size()> of_strength{};
  for (const FoundCell& cell : cells) {
    if (cell.correlation <= -1) continue;
    const double chance = std::sqrt(points_of_one / static_cast<double>(cell.points));
    const double by_chance = log_normal(cell.correlation, kChanceMean * chance, kChanceDeviation * chance);
    for (std::size_t i = 0; i < kStrengths.size(); ++i) {
      const double deviation = std::sqrt(kStrengthDeviation * kStrengthDeviation + chance * chance / 2);
      const double ratio =
          std::clamp(log_normal(cell.correlation, kStrengths[i], deviation) - by_chance, -kMostOfACell, kMostOfACell);
      of_strength[i] += steady::log(1 - kShareThatMarks + kShareThatMarks * steady::exp(ratio));
    }
  }
  const double most = *std::max_element(of_strength.begin(), of_strength.end());
  double sum = 0;
  for (const double one : of_strength) sum += steady::exp(one - most);
  return most + steady::log(sum / static_cast<double>(kStrengths.size()));
}

double prominence(double correlation, std::int64_t overlap, double points_of_one) {
  return correlation * std::sqrt(static_cast<double>(overlap) / points_of_one);
}

double score_of(double prominence, double log_ratio) {
  // A log ratio grows with the square of deviations: its root brings both to one scale.
  const double root = std::sqrt(1 + 2 * std::fabs(log_ratio)) - 1;
  return prominence + kCellsWeight * (log_ratio < 0 ? -root : root);
}

}  // namespace lotline::comparison
