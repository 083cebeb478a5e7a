#include "proof/salt.h"

#include <sys/random.h>

#include <algorithm>
#include <cerrno>

#include "base/check.h"

namespace lotline::proof {

namespace {

constexpr std::size_t kBatch = std::size_t{64} * 1024;  ///< bytes a call: about 2,000 salts

std::array<std::uint8_t, 8> big_endian(std::uint64_t number) {
  std::array<std::uint8_t, 8> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(number >> (56 - 8 * i));
  return bytes;
}

}  // namespace

SystemSalts::SystemSalts() : bytes_(kBatch), used_(kBatch) {}

void SystemSalts::refill() {
  std::size_t filled = 0;
  while (filled < bytes_.size()) {
    // A signal may cut a long request short; what is missing is asked for again.
    const ssize_t got = getrandom(bytes_.data() + filled, bytes_.size() - filled, 0);
    CHECK(got > 0 || errno == EINTR);
    if (got > 0) filled += static_cast<std::size_t>(got);
  }
  used_ = 0;
}

Salt SystemSalts::next() {
  Salt salt;
  if (used_ + salt.size() > bytes_.size()) refill();
  std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(used_), salt.size(), salt.begin());
  used_ += salt.size();
  return salt;
}

Salt SeededSalts::next() { return hash_.update(big_endian(seed_)).update(big_endian(count_++)).finish(); }

}  // namespace lotline::proof
