#pragma once
// The ZIP archive an X3P file is, read from memory with nothing written to a disk. What an entry says of its size is
// held against what it takes in the file before memory is asked for, and against what comes out of it.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/refusal.h"

namespace lotline::surface {

/// Most files of one archive; a scan has four to ten.
inline constexpr std::size_t kMostFiles = 1000;

class ZipArchive {
 public:
  struct File {
    std::string name{};      ///< with '/' between folders, whatever the archive writes
    std::uint64_t size = 0;  ///< unpacked, as the archive says
    std::uint64_t index = 0;
  };

  /// Refuses (no_x3p, damaged_archive) what is no whole archive, (unsafe_archive) names that are absolute, climb out of
  /// the archive or stand twice, (scan_too_large) more than kMostFiles. REQUIRES that the bytes outlive the archive.
  static Result<ZipArchive> open(std::span<const std::byte> bytes);
  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) noexcept;
  ~ZipArchive();

  [[nodiscard]] const std::vector<File>& files() const;
  [[nodiscard]] bool had_backslashes() const;

  using Sink = std::function<Result<void>(std::span<const std::byte>)>;
  /// Hands the unpacked bytes to the sink in blocks of `block` bytes, the last one shorter. Refuses an entry that is
  /// encrypted or packed by anything but deflate, larger than its packed bytes can hold, damaged, or not of its size.
  Result<void> read(const File& file, std::size_t block, const Sink& sink);
  /// The whole entry; refuses (scan_too_large) more than `most` bytes.
  Result<std::string> read_text(const File& file, std::size_t most);

 private:
  struct State;
  explicit ZipArchive(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace lotline::surface
