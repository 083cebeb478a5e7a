#pragma once
// What can be told of a register's file before SQLite reads it: whether it is there, is a register, is whole, and may
// be written to. Layout of the header: https://www.sqlite.org/fileformat.html, section 1.3.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/refusal.h"

namespace lotline::storage {

/// "LOTL" in the header of every register's file, by which it is told from other SQLite files.
inline constexpr std::int32_t kApplicationId = 0x4C4F544C;
/// "LOTA", in that of the file of accounts and the access log beside a register.
inline constexpr std::int32_t kAccessApplicationId = 0x4C4F5441;

/// How much of a file its header is.
inline constexpr std::size_t kHeaderSize = 100;

/// Refuses a missing folder or file, and a folder or device.
Result<void> check_register_file(const std::string& path);
/// Refuses a file that is not a register, and one that ends before its header says. The header is the caller's to read,
/// through SQLite: a process that opens and closes the file itself loses every lock that it has on it
/// (https://www.sqlite.org/howtocorrupt.html, section 2.2), and another then takes the -wal file away.
Result<void> check_register_header(std::string_view header, const std::string& path, std::int32_t application_id);
/// Refuses a register that nobody may write to: permission bits bind the superuser here too, since a register marked
/// read-only is so on purpose.
Result<void> check_writable(const std::string& path);

/// Makes an empty file where none stands and has the folder's entry on the disk. What SQLite makes beside it takes over
/// its permissions.
Result<void> create_register_file(const std::string& path, unsigned permissions = 0666);
/// Gives a closed register its name, where no file stands under it, and has that on the disk.
Result<void> name_register_file(const std::string& path, const std::string& name);
/// Gives a closed register the name of another, which is gone then, at once: there is always one of them under it.
Result<void> replace_register_file(const std::string& path, const std::string& name);
/// Takes a register that could not be made away again, with what stands beside it.
void remove_register_file(const std::string& path);

/// Tells whether a file is still the one that was looked at before.
struct FileStamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::int64_t size = -1;  ///< bytes; -1: there is no file
  std::int64_t changed_s = 0;
  std::int64_t changed_ns = 0;

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};
FileStamp stamp_of(const std::string& path);
/// The same, of a file that was not written to just now: the clock by which files are dated ticks every few
/// milliseconds, and two writes within one tick leave one stamp. Waits for it to tick.
FileStamp settled_stamp_of(const std::string& path);

}  // namespace lotline::storage
