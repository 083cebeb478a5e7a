#pragma once
// One table of reference data: a CSV file whose every row says where it comes from (`source`) and how far it may be
// relied on (`trust`). Read whole and checked before anything uses it; a bad row is a refusal that names file and line.

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.h"
#include "base/refusal.h"
#include "catalogue/trust.h"

namespace lotline::catalogue {

/// Where a row comes from.
struct Source {
  std::string text;  ///< never empty
  Trust trust = Trust::unverified;
};

/// A row as it stands; cells are trimmed.
class TableRow {
 public:
  TableRow(std::shared_ptr<const std::vector<std::string>> columns, std::vector<std::string> cells, std::size_t at_line)
      : line(at_line), columns_(std::move(columns)), cells_(std::move(cells)) {}

  /// The cell under a column; empty when the table has no such column. Valid as long as the row.
  [[nodiscard]] std::string_view operator[](std::string_view column) const;

  std::size_t line;  ///< line of the file, for messages
  Source source;

 private:
  std::shared_ptr<const std::vector<std::string>> columns_;
  std::vector<std::string> cells_;
};

/// What a table must hold beside `source` and `trust`.
struct TableShape {
  std::vector<std::string_view> columns;  ///< must be in the header; further columns are allowed
  std::vector<std::string_view> filled;   ///< of these, the ones no row may leave empty
  std::vector<std::string_view> key;      ///< together unique in the table; none when rows may repeat
};

struct Table {
  std::string name;  ///< the file, for messages
  std::vector<TableRow> rows;
};

/// Reads and checks a file. Refuses what the CSV reader refuses, missing columns, rows of another width, empty values
/// under `filled`, an empty source, an unknown trust, a repeated key.
Result<Table> read_table(const std::filesystem::path& path, const TableShape& shape);
/// The same from any reader, such as text in memory.
Result<Table> read_table(CsvReader reader, const TableShape& shape);

}  // namespace lotline::catalogue
