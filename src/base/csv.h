#pragma once
// RFC 4180 CSV, streamed: one row in memory at a time, so that a file may be larger than memory.
//
// Accepts LF and CRLF, quoted fields with doubled quotes and line breaks inside, a UTF-8 byte-order mark at the start.
// Refuses UTF-16/32 (told by their marks or NUL bytes), bytes that are not UTF-8, a quote inside an unquoted field,
// text after a closing quote, an unclosed quote, a row above 1 MiB or of more than a thousand fields: each with file
// and line. Reading goes on behind a refused row, and what could be read of it can be had.

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
  bool whole = true;     ///< false of a refused row of which these are the first bytes only
};

class CsvReader {
 public:
  /// Largest row, in bytes.
  static constexpr std::size_t kLongestRow = std::size_t{1} << 20;
  /// Bytes that are kept of a refused row: less than the cell of a spreadsheet holds (32,767 characters).
  static constexpr std::size_t kKeptOfRefused = 16'000;

  static Result<CsvReader> open(const std::string& path);
  /// Reads text already in memory; `name` stands for the file in messages.
  static CsvReader of_text(std::string text, std::string name);

  CsvReader(CsvReader&&) noexcept;
  CsvReader& operator=(CsvReader&&) noexcept;
  ~CsvReader();

  /// The next row, or nothing at the end. Blank lines are passed over. After a refused row reading goes on behind it,
  /// so that one import can name every bad row; a quote that is never closed ends with the line in which it was opened.
  /// Only a file told to be no UTF-8 at its start ends there.
  Result<std::optional<CsvRow>> next();
  /// The row refused last, with its fields as far as they can be told, a quote out of place being taken for a
  /// character; of a longer one than kKeptOfRefused the first bytes and no fields.
  [[nodiscard]] CsvRow refused_row() const;
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
