#include "comparison/evidence.h"

#include <algorithm>
#include <cmath>

#include "base/steady_math.h"

namespace lotline::comparison {
namespace {

constexpr double kShareThatMarks = 0.5;
constexpr double kNullMean = 0.3, kNullDeviation = 0.1;
constexpr double kMatchMean = 0.65, kMatchDeviation = 0.18;
constexpr double kMostOfACell = 5;

double log_normal(double x, double mean, double deviation) {
  const double off = (x - mean) / deviation;
  return -0.5 * off * off - steady::log(deviation);
}

}  // namespace

double evidence(const std::vector<FoundCell>& cells) {
  double sum = 0;
  for (const FoundCell& cell : cells) {
    if (cell.correlation <= -1) continue;
    const double ratio = std::clamp(log_normal(cell.correlation, kMatchMean, kMatchDeviation) -
                                        log_normal(cell.correlation, kNullMean, kNullDeviation),
                                    -kMostOfACell, kMostOfACell);
    sum += steady::log(1 - kShareThatMarks + kShareThatMarks * steady::exp(ratio));
  }
  return sum;
}

}  // namespace lotline::comparison
