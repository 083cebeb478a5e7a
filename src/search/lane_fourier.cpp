#include "search/lane_fourier.h"

#include <numbers>

#include "base/steady_math.h"

namespace lotline::search {

template <std::size_t N>
const Roots<N>& roots() {
  static const Roots<N> all = [] {
    Roots<N> made;
    for (std::size_t i = 0; i < N; ++i) {
      const double radians = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(N);
      made.cosine[i] = static_cast<float>(steady::cos(radians));
      made.sine[i] = static_cast<float>(steady::sin(radians));
    }
    return made;
  }();
  return all;
}

template const Roots<32>& roots<32>();
template const Roots<256>& roots<256>();

}  // namespace lotline::search
