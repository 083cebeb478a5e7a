#include "tests/faults/fault_vfs.h"

#include <sqlite3.h>

#include <atomic>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <new>
#include <random>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace lotline::faults {

namespace {

/// A change to a file that no sync has followed yet.
struct Change {
  std::size_t at = 0;
  std::string bytes;  ///< written from `at`; empty: the file was cut to `at`
};

void apply(const Change& change, std::string& content) {
  if (change.bytes.empty()) return content.resize(change.at);
  if (content.size() < change.at + change.bytes.size()) content.resize(change.at + change.bytes.size());
  content.replace(change.at, change.bytes.size(), change.bytes);
}

struct Image {
  bool exists = false;  ///< whether a power cut leaves the file at all
  std::string synced;
  std::vector<Change> changes;
};

std::string content_of(const std::string& path) {
  std::stringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

}  // namespace

struct FaultVfs::Disk {
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;
  std::string name;
  std::map<std::string, Image> images;
  std::uint64_t steps = 0;
  std::uint64_t fail_at = 0;  ///< 0: never
  Fault fault = Fault::io_error;

  [[nodiscard]] bool failed() const { return fail_at != 0 && steps >= fail_at; }

  /// Counts a step and says what comes of it.
  int step(bool takes_room, int io_error) {
    ++steps;
    if (!failed()) return SQLITE_OK;
    switch (fault) {
      case Fault::io_error:
        return steps == fail_at ? io_error : SQLITE_OK;
      case Fault::disk_full:
        return takes_room ? SQLITE_FULL : SQLITE_OK;
      default:
        return io_error;
    }
  }
  [[nodiscard]] bool stopped() const {
    return failed() && (fault == Fault::killed_process || fault == Fault::power_cut);
  }
};

namespace {

using Disk = FaultVfs::Disk;

/// What SQLite sees as its file; the real one's bytes follow in the same block of memory.
struct File {
  sqlite3_file base;
  Disk* disk;
  Image* image;  ///< null for a temporary file without a name
  sqlite3_file* real;
};

File& file_of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_file* real_of(sqlite3_file* file) { return file_of(file).real; }
Disk& disk_of(sqlite3_vfs* vfs) { return *static_cast<Disk*>(vfs->pAppData); }

int close_file(sqlite3_file* file) {
  sqlite3_file* real = real_of(file);
  return real->pMethods == nullptr ? SQLITE_OK : real->pMethods->xClose(real);
}

int read_file(sqlite3_file* file, void* into, int size, sqlite3_int64 at) {
  return real_of(file)->pMethods->xRead(real_of(file), into, size, at);
}

int write_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
  File& self = file_of(file);
  if (const int code = self.disk->step(true, SQLITE_IOERR_WRITE); code != SQLITE_OK) return code;
  const int code = self.real->pMethods->xWrite(self.real, from, size, at);
  if (code == SQLITE_OK && self.image != nullptr)
    self.image->changes.push_back(
        {static_cast<std::size_t>(at), {static_cast<const char*>(from), static_cast<std::size_t>(size)}});
  return code;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  File& self = file_of(file);
  if (const int code = self.disk->step(false, SQLITE_IOERR_TRUNCATE); code != SQLITE_OK) return code;
  const int code = self.real->pMethods->xTruncate(self.real, size);
  if (code == SQLITE_OK && self.image != nullptr) self.image->changes.push_back({static_cast<std::size_t>(size), {}});
  return code;
}

int sync_file(sqlite3_file* file, int /*flags*/) {
  File& self = file_of(file);
  if (const int code = self.disk->step(false, SQLITE_IOERR_FSYNC); code != SQLITE_OK) return code;
  if (self.image == nullptr) return SQLITE_OK;
  for (const Change& change : self.image->changes) apply(change, self.image->synced);
  self.image->changes.clear();
  self.image->exists = true;
  return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return real_of(file)->pMethods->xFileSize(real_of(file), size);
}
int lock_file(sqlite3_file* file, int level) { return real_of(file)->pMethods->xLock(real_of(file), level); }
int unlock_file(sqlite3_file* file, int level) { return real_of(file)->pMethods->xUnlock(real_of(file), level); }
int check_lock(sqlite3_file* file, int* held) {
  return real_of(file)->pMethods->xCheckReservedLock(real_of(file), held);
}
int control_file(sqlite3_file* file, int what, void* with) {
  // A size hint would lengthen the file past the counted writes.
  if (what == SQLITE_FCNTL_SIZE_HINT) return SQLITE_OK;
  return real_of(file)->pMethods->xFileControl(real_of(file), what, with);
}
int sector_size(sqlite3_file* file) { return real_of(file)->pMethods->xSectorSize(real_of(file)); }
int characteristics(sqlite3_file* file) { return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file)); }

int map_index(sqlite3_file* file, int region, int size, int extend, void volatile** at) {
  return real_of(file)->pMethods->xShmMap(real_of(file), region, size, extend, at);
}
int lock_index(sqlite3_file* file, int offset, int count, int flags) {
  return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}
void index_barrier(sqlite3_file* file) { real_of(file)->pMethods->xShmBarrier(real_of(file)); }
int unmap_index(sqlite3_file* file, int remove) {
  // A crashed process removes nothing.
  return real_of(file)->pMethods->xShmUnmap(real_of(file), file_of(file).disk->stopped() ? 0 : remove);
}

constexpr sqlite3_io_methods kMethods = {2,  // version: with the shared index of the -wal file, without mapped reading
                                         close_file,  read_file,       write_file,  truncate_file, sync_file,
                                         file_size,   lock_file,       unlock_file, check_lock,    control_file,
                                         sector_size, characteristics, map_index,   lock_index,    index_barrier,
                                         unmap_index, nullptr,         nullptr};

int open_file(sqlite3_vfs* vfs, sqlite3_filename path, sqlite3_file* file, int flags, int* out_flags) {
  Disk& disk = disk_of(vfs);
  File& self = *new (file) File{};
  self.disk = &disk;
  self.real = reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(File));
  if (const int code = disk.step((flags & SQLITE_OPEN_CREATE) != 0, SQLITE_CANTOPEN); code != SQLITE_OK) return code;
  const bool existed = path != nullptr && std::filesystem::exists(path);
  const int code = disk.real->xOpen(disk.real, path, self.real, flags, out_flags);
  // SQLite closes a file of which the methods are set, even when its opening failed.
  if (self.real->pMethods != nullptr) self.base.pMethods = &kMethods;
  if (code != SQLITE_OK || path == nullptr) return code;
  const auto [found, fresh] = disk.images.try_emplace(path);
  self.image = &found->second;
  if (fresh && existed) *self.image = {true, content_of(path), {}};
  return code;
}

int remove_file(sqlite3_vfs* vfs, const char* path, int sync_folder) {
  Disk& disk = disk_of(vfs);
  if (const int code = disk.step(false, SQLITE_IOERR_DELETE); code != SQLITE_OK) return code;
  if (const auto found = disk.images.find(path); found != disk.images.end()) found->second = {};
  return disk.real->xDelete(disk.real, path, sync_folder);
}

int access_file(sqlite3_vfs* vfs, const char* path, int flags, int* may) {
  return disk_of(vfs).real->xAccess(disk_of(vfs).real, path, flags, may);
}
int full_path(sqlite3_vfs* vfs, const char* path, int size, char* full) {
  return disk_of(vfs).real->xFullPathname(disk_of(vfs).real, path, size, full);
}
int random_bytes(sqlite3_vfs* vfs, int size, char* into) {
  return disk_of(vfs).real->xRandomness(disk_of(vfs).real, size, into);
}
int sleep_for(sqlite3_vfs* vfs, int microseconds) { return disk_of(vfs).real->xSleep(disk_of(vfs).real, microseconds); }
int current_time(sqlite3_vfs* vfs, double* day) { return disk_of(vfs).real->xCurrentTime(disk_of(vfs).real, day); }
int last_error(sqlite3_vfs* vfs, int size, char* text) {
  return disk_of(vfs).real->xGetLastError(disk_of(vfs).real, size, text);
}

std::string next_name() {
  static std::atomic<int> made = 0;
  return "faults-" + std::to_string(++made);
}

}  // namespace

FaultVfs::FaultVfs() : disk_(std::make_unique<Disk>()) {
  disk_->real = sqlite3_vfs_find(nullptr);
  disk_->name = next_name();
  sqlite3_vfs& vfs = disk_->vfs;
  vfs.iVersion = 1;
  vfs.szOsFile = static_cast<int>(sizeof(File)) + disk_->real->szOsFile;
  vfs.mxPathname = disk_->real->mxPathname;
  vfs.zName = disk_->name.c_str();
  vfs.pAppData = disk_.get();
  vfs.xOpen = open_file;
  vfs.xDelete = remove_file;
  vfs.xAccess = access_file;
  vfs.xFullPathname = full_path;
  vfs.xRandomness = random_bytes;
  vfs.xSleep = sleep_for;
  vfs.xCurrentTime = current_time;
  vfs.xGetLastError = last_error;
  if (sqlite3_vfs_register(&vfs, 0) != SQLITE_OK) throw std::runtime_error("the failing disk cannot be registered");
}

FaultVfs::~FaultVfs() { sqlite3_vfs_unregister(&disk_->vfs); }

const std::string& FaultVfs::name() const { return disk_->name; }

void FaultVfs::fail_at(std::uint64_t step, Fault fault) {
  disk_->steps = 0;
  disk_->fail_at = step;
  disk_->fault = fault;
}

std::uint64_t FaultVfs::steps() const { return disk_->steps; }
bool FaultVfs::failed() const { return disk_->failed(); }
void FaultVfs::mend() { disk_->fail_at = 0; }

void FaultVfs::cut_power(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  for (auto& [path, image] : disk_->images) {
    bool exists = image.exists;
    for (const Change& change : image.changes) {
      if (seed == 0 || random() % 2 == 0) continue;
      apply(change, image.synced);
      exists = true;
    }
    image = {exists, std::move(image.synced), {}};
    if (exists)
      std::ofstream(path, std::ios::binary) << image.synced;
    else
      std::filesystem::remove(path);
  }
}

}  // namespace lotline::faults
