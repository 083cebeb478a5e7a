#pragma once
// RFC 4180 CSV, streamed: one row in memory at a time, so that a file may be larger than memory.
//
// Accepts LF and CRLF, quoted fields with doubled quotes and line breaks inside, a UTF-8 byte-order mark at the start.
// Refuses UTF-16/32 (told by their marks or NUL bytes), bytes that are not UTF-8, a quote inside an unquoted field,
// text after a closing quote, an unclosed quote, a row above 1 MiB: each with file and line.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"

namespace lotline {

/// A row as read: fields are valid until the next call.
struct CsvRow {
  std::size_t line = 0;  ///< 1-based line at which the row begins
  std::vector<std::string_view> fields;
  std::string_view raw;  ///< the row's bytes as they stand, without the line end
};

class CsvReader {
 public:
  /// Largest row, in bytes.
  static constexpr std::size_t kLongestRow = std::size_t{1} << 20;

  static Result<CsvReader> open(const std::string& path);
  /// Reads text already in memory; `name` stands for the file in messages.
  static CsvReader of_text(std::string text, std::string name);

  CsvReader(CsvReader&&) noexcept;
  CsvReader& operator=(CsvReader&&) noexcept;
  ~CsvReader();

  /// The next row, or nothing at the end. Blank lines are passed over. After a malformed row, reading may go on at the
  /// next line (`recoverable()`), so that one import can name every bad row; encoding and over-long rows end the file.
  Result<std::optional<CsvRow>> next();
  [[nodiscard]] bool recoverable() const;
  [[nodiscard]] std::size_t line() const;           ///< line at which the row last tried begins
  [[nodiscard]] std::uint64_t bytes_read() const;   ///< for progress
  [[nodiscard]] std::uint64_t bytes_total() const;  ///< size of the file; 0 when it cannot be known (a pipe)
  [[nodiscard]] const std::string& name() const;

 private:
  struct State;
  explicit CsvReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// One field, quoted when it must be.
std::string csv_field(std::string_view text);
/// One row with its line end.
std::string csv_row(const std::vector<std::string>& fields);

}  // namespace lotline
