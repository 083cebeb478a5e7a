#include "comparison/fit.h"

#include "base/steady_math.h"

namespace lotline::comparison {
namespace {

struct Pair {
  Point in_a{};
  Point in_b{};
};

}  // namespace

Pose fitted(const std::vector<FoundCell>& of_a, const std::vector<bool>& congruent_a,
            const std::vector<FoundCell>& of_b, const std::vector<bool>& congruent_b, const Pose& start) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < of_a.size(); ++i)
    if (congruent_a[i]) pairs.push_back({of_a[i].at, apply(inverse(of_a[i].cell_from_other), of_a[i].at)});
  for (std::size_t i = 0; i < of_b.size(); ++i)
    if (congruent_b[i]) pairs.push_back({apply(inverse(of_b[i].cell_from_other), of_b[i].at), of_b[i].at});
  if (pairs.size() < 4) return start;
  Pair mean;
  const auto count = static_cast<double>(pairs.size());
  for (const Pair& pair : pairs) {
    mean.in_a = {mean.in_a.x_um + pair.in_a.x_um / count, mean.in_a.y_um + pair.in_a.y_um / count};
    mean.in_b = {mean.in_b.x_um + pair.in_b.x_um / count, mean.in_b.y_um + pair.in_b.y_um / count};
  }
  double along = 0;
  double across = 0;
  for (const Pair& pair : pairs) {
    const Point a{pair.in_a.x_um - mean.in_a.x_um, pair.in_a.y_um - mean.in_a.y_um};
    const Point b{pair.in_b.x_um - mean.in_b.x_um, pair.in_b.y_um - mean.in_b.y_um};
    along += b.x_um * a.x_um + b.y_um * a.y_um;
    across += b.x_um * a.y_um - b.y_um * a.x_um;
  }
  return pose_that_takes(mean.in_b, mean.in_a, degrees(steady::atan2(across, along)));
}

}  // namespace lotline::comparison
