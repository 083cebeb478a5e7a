#include "base/whole_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "base/refusals.h"

namespace lotline {

namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

bool write_to(const std::string& path, std::span<const std::byte> bytes) {
  File file(std::fopen(path.c_str(), "wb"));
  if (file == nullptr) return false;
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
  return std::fclose(file.release()) == 0 && written;
}

}  // namespace

Result<std::vector<std::byte>> read_whole_file(const std::string& path, std::size_t most) {
  const File file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr) return refuse(unreadable_file, "{}: {}", path, std::strerror(errno));
  std::vector<std::byte> bytes;
  std::vector<std::byte> block(std::size_t{1} << 18);
  while (const std::size_t got = std::fread(block.data(), 1, block.size(), file.get())) {
    bytes.insert(bytes.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(got));
    if (bytes.size() > most) return refuse(unreadable_file, "{}: more than {} bytes", path, most);
  }
  if (std::ferror(file.get()) != 0) return refuse(unreadable_file, "{}: {}", path, std::strerror(errno));
  return bytes;
}

Result<void> write_whole_file(const std::string& path, std::span<const std::byte> bytes) {
  const std::string beside = path + ".new";
  if (write_to(beside, bytes) && std::rename(beside.c_str(), path.c_str()) == 0) return {};
  const int why = errno;
  std::remove(beside.c_str());
  return refuse(unwritable_file, "{}: {}", path, std::strerror(why));
}

}  // namespace lotline
