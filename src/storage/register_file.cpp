#include "storage/register_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <thread>

#include "storage/refusals.h"

namespace lotline::storage {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kMagic{"SQLite format 3\0", 16};
// Offsets in the header; numbers are big-endian.
constexpr std::size_t kPageSizeAt = 16;
constexpr std::size_t kPageCountAt = 28;
constexpr std::size_t kApplicationIdAt = 68;

std::uint64_t number_at(std::string_view header, std::size_t at, std::size_t bytes) {
  std::uint64_t number = 0;
  for (const char c : header.substr(at, bytes)) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

fs::path folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return folder.empty() ? "." : folder;
}

bool may_be_written(const std::string& path) {
  struct stat status{};
  return stat(path.c_str(), &status) == 0 && (status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) != 0 &&
         ::access(path.c_str(), W_OK) == 0 && ::access(folder_of(path).c_str(), W_OK) == 0;
}

const RefusalKind& kind_of_error(int error) {
  switch (error) {
    case EEXIST:
      return register_exists;
    case ENOSPC:
    case EDQUOT:
      return disk_full;
    case EACCES:
    case EPERM:
    case EROFS:
      return read_only_register;
    default:
      return storage_io;
  }
}

/// Closes on every way out.
struct OpenFile {
  int number;
  explicit OpenFile(int opened) : number(opened) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (number >= 0) close(number);
  }
};

void sync_folder_of(const std::string& path) {
  const OpenFile folder(open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.number >= 0) fsync(folder.number);
}

}  // namespace

Result<void> check_register_file(const std::string& path) {
  std::error_code none;
  if (!fs::is_directory(folder_of(path), none)) return refuse(no_such_folder, "{}", folder_of(path).string());
  if (!fs::exists(path, none)) return refuse(no_such_register, "{}", path);
  if (!fs::is_regular_file(path, none)) return refuse(not_a_register, "{} is not a file", path);
  return {};
}

Result<void> check_register_header(std::string_view header, const std::string& path, std::int32_t application_id) {
  if (!header.starts_with(kMagic)) return refuse(not_a_register, "{}", path);
  if (header.size() < kHeaderSize) return refuse(damaged_register, "{} ends within its header", path);
  if (number_at(header, kApplicationIdAt, 4) != static_cast<std::uint64_t>(application_id))
    return refuse(not_a_register, "{} is another program's database", path);
  // Beside a -wal file the register may lag behind its header; SQLite then puts the two together.
  if (stamp_of(path + "-wal").size > 0) return {};
  const std::uint64_t page_size = number_at(header, kPageSizeAt, 2);
  const std::uint64_t expected = number_at(header, kPageCountAt, 4) * (page_size == 1 ? 65536 : page_size);
  const auto size = static_cast<std::uint64_t>(stamp_of(path).size);
  if (size < expected) return refuse(damaged_register, "{} has {} bytes of {}", path, size, expected);
  return {};
}

Result<void> check_writable(const std::string& path) {
  if (!may_be_written(path)) return refuse(read_only_register, "{}", path);
  return {};
}

Result<void> create_register_file(const std::string& path, unsigned permissions) {
  std::error_code none;
  if (!fs::is_directory(folder_of(path), none)) return refuse(no_such_folder, "{}", folder_of(path).string());
  const OpenFile file(open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, permissions));
  const int error = errno;
  if (file.number < 0) return refuse(kind_of_error(error), "{}: {}", path, std::strerror(error));
  // SQLite syncs the folder for the files that it makes beside the register, not for the register itself.
  sync_folder_of(path);
  return {};
}

Result<void> name_register_file(const std::string& path, const std::string& name) {
  if (renameat2(AT_FDCWD, path.c_str(), AT_FDCWD, name.c_str(), RENAME_NOREPLACE) != 0) {
    const int error = errno;
    return refuse(kind_of_error(error), "{}: {}", name, std::strerror(error));
  }
  sync_folder_of(name);
  return {};
}

Result<void> replace_register_file(const std::string& path, const std::string& name) {
  if (rename(path.c_str(), name.c_str()) != 0) {
    const int error = errno;
    return refuse(kind_of_error(error), "{}: {}", name, std::strerror(error));
  }
  sync_folder_of(name);
  return {};
}

void remove_register_file(const std::string& path) {
  std::error_code none;
  for (const char* beside : {"-wal", "-shm", "-journal", ""}) fs::remove(path + beside, none);
}

FileStamp settled_stamp_of(const std::string& path) {
  constexpr auto tick = std::chrono::milliseconds(20);  // twice the longest of a kernel
  const FileStamp stamp = stamp_of(path);
  const auto changed = std::chrono::seconds(stamp.changed_s) + std::chrono::nanoseconds(stamp.changed_ns);
  const auto age = std::chrono::system_clock::now().time_since_epoch() - changed;
  if (age < tick) std::this_thread::sleep_for(tick);
  return stamp_of(path);
}

FileStamp stamp_of(const std::string& path) {
  struct stat status{};
  if (stat(path.c_str(), &status) != 0) return {};
  return {status.st_dev, status.st_ino, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

}  // namespace lotline::storage
