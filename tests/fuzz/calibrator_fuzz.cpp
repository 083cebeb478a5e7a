// Any bytes as a calibrator file: a calibrator or a refusal; what was read is written and read back with the same hash,
// and gives a finite ratio within its cap for any score.

#include <cmath>
#include <cstdlib>

#include "comparison/likelihood_ratio.h"
#include "exchange/calibrator_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace exchange = lotline::exchange;
  const auto read = exchange::read_calibrator_text({reinterpret_cast<const char*>(data), size});
  if (!read) return 0;
  const auto again = exchange::read_calibrator_text(exchange::calibrator_text(*read));
  if (!again || again->sha256 != read->sha256) std::abort();
  for (const double score : {-1e300, -1.0, 0.0, 0.3, 1e300}) {
    const auto ratio = lotline::comparison::ratio_of(*read, score);
    if (!(ratio.low <= ratio.llr && ratio.llr <= ratio.high)) std::abort();
    if (ratio.low < read->cap.lower || ratio.high > read->cap.upper) std::abort();
  }
  return 0;
}
