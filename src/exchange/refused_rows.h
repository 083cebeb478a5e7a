#pragma once
// FILE.refused.csv: the bad rows of a file, each with the reason, so that they can be mended there and imported again.
//
// It has the columns of the file and two more. `refused` says why. `refused_row` holds the row's own text where the row
// could not be told apart into its columns; what stands in the columns is then a reading of it, which nobody has
// confirmed: the import refuses the row until that cell is emptied. Rows refused for what they say have it empty.

#include <fstream>
#include <string>
#include <vector>

#include "base/csv.h"

namespace lotline::exchange {

/// Why the row was refused; passed over when the row is imported again.
inline constexpr std::string_view kRefusedColumn = "refused";
/// The row as it stood; to be emptied when the row is mended.
inline constexpr std::string_view kRefusedRowColumn = "refused_row";

class RefusedRows {
 public:
  RefusedRows(std::string path, const std::vector<std::string>& columns) : path_(std::move(path)), columns_(columns) {}

  /// A row that is well formed and says what cannot be taken.
  Result<void> write_fields(const CsvRow& row, const Refusal& refusal);
  /// A row that is malformed, or has more or fewer fields than there are columns.
  Result<void> write_text(const CsvRow& row, const Refusal& refusal);
  /// Where they stand; empty when there are none.
  [[nodiscard]] std::string path() const { return file_.is_open() ? path_ : ""; }

 private:
  Result<void> write(const CsvRow& row, std::string reason, std::string text);

  std::string path_;
  const std::vector<std::string>& columns_;
  std::ofstream file_;
};

/// Bytes as text that any editor shows and a CSV file may hold: a backslash stands as \\, and as \xHH what is no UTF-8
/// text or is a control character other than tab and line end.
std::string text_of_bytes(std::string_view bytes);

}  // namespace lotline::exchange
