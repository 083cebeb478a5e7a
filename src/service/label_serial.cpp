#include "service/label_serial.h"

#include "service/label.h"
#include "service/refusals.h"

namespace lotline::service {

namespace {

/// The next one; false when the digits at its end are all nines, or there are none.
bool count_on(std::string& serial) {
  for (auto at = serial.size(); at > 0 && serial[at - 1] >= '0' && serial[at - 1] <= '9'; --at) {
    if (serial[at - 1] != '9') {
      ++serial[at - 1];
      return true;
    }
    serial[at - 1] = '0';
  }
  return false;
}

}  // namespace

Result<std::vector<std::string>> serials(const std::string& first, std::int64_t count) {
  if (count < 1 || count > kMostLabels) return refuse(too_many_labels, "{}: from 1 to {}", count, kMostLabels);
  if (count > 1 && first.empty()) return refuse(no_serial_to_count, "{} labels without a serial are the same", count);
  std::vector<std::string> all{first};
  while (static_cast<std::int64_t>(all.size()) < count) {
    std::string next = all.back();
    if (!count_on(next)) return refuse(no_serial_to_count, "nothing follows {}", all.back());
    all.push_back(std::move(next));
  }
  return all;
}

}  // namespace lotline::service
