#pragma once
// A disk that fails on demand: an SQLite file system that lies over the machine's own and makes the n-th write, sync,
// truncation, opening or removal fail, or stops everything there as a crash would.
//
//   FaultVfs disk;
//   options.vfs = disk.name();            // open_sqlite(path, mode, options)
//   disk.fail_at(17, Fault::power_cut);   // the 17th step from here
//   ... until a StorageFault; close every connection ...
//   disk.cut_power(seed);                 // what is left on the disk
//
// Writes go to the real file at once, as into the machine's memory of it, and the synced state of each file is kept
// beside. A killed process leaves the real files as they were at the crash. A power cut leaves what was synced and, of
// the writes since, any part: a disk may have written some of them, in any order. After a crash every step fails, as
// nothing runs any more. A removal counts as lasting when it is done.

#include <cstdint>
#include <memory>
#include <string>

namespace lotline::faults {

enum class Fault {
  io_error,        ///< the one step fails
  disk_full,       ///< from the step on no write succeeds
  killed_process,  ///< the step and all after it fail; writes done stay
  power_cut        ///< the same; cut_power() then takes back what was not synced
};

class FaultVfs {
 public:
  FaultVfs();
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;
  ~FaultVfs();  ///< REQUIRES that every connection through it is closed

  [[nodiscard]] const std::string& name() const;  ///< for SqliteOptions::vfs

  /// Counts steps anew; the `step`-th from here (from 1) fails.
  void fail_at(std::uint64_t step, Fault fault);
  [[nodiscard]] std::uint64_t steps() const;  ///< counted since fail_at
  [[nodiscard]] bool failed() const;          ///< the step was reached
  /// Everything works again; what was not synced stays known to be so.
  void mend();

  /// Puts every file that went through here into a state in which a power cut may leave it: with the seed 0 exactly
  /// what was synced, with others that and some of the later writes. REQUIRES that every connection is closed.
  void cut_power(std::uint64_t seed);

  struct Disk;

 private:
  std::unique_ptr<Disk> disk_;
};

}  // namespace lotline::faults
