#include "comparison/raster.h"

#include <cmath>

#include "base/steady_math.h"
#include "comparison/kernels.h"

namespace lotline::comparison {

void Sheet::reset(int new_columns, int new_rows, double new_pitch_um) {
  columns = new_columns;
  rows = new_rows;
  pitch_um = new_pitch_um;
  stride = (columns + 15) / 16 * 16 + 2 * kMargin;
  const auto size = static_cast<std::size_t>(stride) * static_cast<std::size_t>(rows + 2 * kMargin);
  value.assign(size, 0);
  present.assign(size, 0);
  square.assign(size, 0);
  count = 0;
}

void lay(const Raster& b, const Pose& a_from_b, Sheet& on) {
  const Pose b_from_a = inverse(a_from_b);
  const double scale = 65536 / b.pitch_um;
  const auto whole = [scale](double um) { return static_cast<std::int64_t>(std::nearbyint(um * scale)); };
  const Point first = apply(b_from_a, on.point(0, 0));
  const double c = steady::cos(radians(b_from_a.rotation_deg)) * on.pitch_um;
  const double s = steady::sin(radians(b_from_a.rotation_deg)) * on.pitch_um;
  const Lay from{b.value.data(),
                 b.present.data(),
                 b.columns,
                 b.rows,
                 whole(first.x_um + (b.columns - 1) / 2.0 * b.pitch_um),
                 whole(first.y_um + (b.rows - 1) / 2.0 * b.pitch_um),
                 whole(c),
                 whole(s),
                 whole(-s),
                 whole(c)};
  const std::size_t start = on.index(0, 0);
  on.count =
      kernels().lay(from, &on.value[start], &on.present[start], &on.square[start], on.columns, on.rows, on.stride);
}

}  // namespace lotline::comparison
