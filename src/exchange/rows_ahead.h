#pragma once
// The rows of a CSV file, read ahead: each with all that can be worked out of it without the register.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/csv.h"
#include "exchange/csv_form.h"
#include "exchange/take_act.h"

namespace lotline::exchange {

/// A row that was read, and owns its text.
class RowAhead {
 public:
  RowAhead(const CsvRow& row, Result<PreparedAct> prepared, bool malformed);

  /// The act it holds, or why it is refused before anybody is asked.
  [[nodiscard]] const Result<PreparedAct>& act() const { return act_; }
  [[nodiscard]] std::size_t line() const { return line_; }
  /// Whether it could not be told apart into the file's columns.
  [[nodiscard]] bool malformed() const { return malformed_; }
  [[nodiscard]] CsvRow row() const;  ///< valid as long as this
  [[nodiscard]] std::size_t bytes() const { return text_.size(); }

 private:
  std::string text_;  ///< the row's own bytes, then those of its fields
  std::size_t raw_size_;
  std::vector<std::uint32_t> field_sizes_;
  std::size_t line_;
  bool whole_;
  bool malformed_;
  Result<PreparedAct> act_;
};

struct RowBatch {
  std::vector<RowAhead> rows;
  std::uint64_t bytes_read = 0;  ///< of the file, with these rows
};

/// The rows behind the header, in their order; nothing at the end.
class RowsAhead {
 public:
  /// REQUIRES that the form outlives it.
  RowsAhead(CsvReader reader, const CsvForm& form);
  ~RowsAhead();

  std::optional<RowBatch> next();

 private:
  struct Source;
  std::unique_ptr<Source> source_;
};

}  // namespace lotline::exchange
