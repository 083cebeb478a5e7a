#include "storage/secret_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/refusals.h"

namespace lotline::storage {

Result<void> write_secret_file(const std::string& path, const std::string& text) {
  unlink(path.c_str());
  const int file = open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0600);
  std::size_t written = 0;
  bool whole = file >= 0;
  while (whole && written < text.size()) {
    const ssize_t more = write(file, text.data() + written, text.size() - written);
    whole = more > 0;
    if (whole) written += static_cast<std::size_t>(more);
  }
  whole = whole && fsync(file) == 0;
  const int unwritten = errno;
  if (file >= 0 && close(file) != 0) whole = false;
  if (!whole) unlink(path.c_str());
  if (!whole) return refuse(unwritable_file, "{}: {}", path, std::strerror(unwritten));
  return {};
}

}  // namespace lotline::storage
