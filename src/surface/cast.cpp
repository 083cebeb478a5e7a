#include "surface/cast.h"

#include <algorithm>

#include "base/check.h"

namespace lotline::surface {

HeightMap case_of_mould(HeightMap mould) {
  CHECK(mould.heights_m.size() == mould.columns * mould.rows);
  for (std::size_t row = 0; row < mould.rows; ++row) {
    const auto begin = mould.heights_m.begin() + static_cast<std::ptrdiff_t>(row * mould.columns);
    std::reverse(begin, begin + static_cast<std::ptrdiff_t>(mould.columns));
  }
  for (double& height : mould.heights_m) height = -height;  // one that is missing stays so
  return mould;
}

}  // namespace lotline::surface
