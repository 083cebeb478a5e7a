#include "catalogue/table.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "catalogue/refusals.h"

namespace lotline::catalogue {

namespace {

using Columns = std::shared_ptr<const std::vector<std::string>>;

Result<Columns> read_header(CsvReader& reader, const TableShape& shape) {
  const auto header = TRY(reader.next());
  auto columns = std::make_shared<std::vector<std::string>>();
  if (header) {
    for (const std::string_view field : header->fields) columns->emplace_back(trim(field));
  }
  std::vector<std::string_view> wanted = shape.columns;
  wanted.insert(wanted.end(), {"source", "trust"});
  for (const std::string_view column : wanted) {
    const bool there = std::ranges::find(*columns, column) != columns->end();
    if (!there) return refuse(table_columns, "{}: {}", reader.name(), column);
  }
  return columns;
}

Result<TableRow> read_row(const CsvRow& row, const Columns& columns, const TableShape& shape, const std::string& name) {
  const std::size_t width = row.fields.size();
  const std::size_t expected = columns->size();
  if (width != expected) return refuse(row_width, "{}:{}: {} fields, not {}", name, row.line, width, expected);
  std::vector<std::string> cells;
  cells.reserve(width);
  for (const std::string_view field : row.fields) cells.emplace_back(trim(field));
  TableRow result(columns, std::move(cells), row.line);
  std::vector<std::string_view> filled = shape.filled;
  filled.push_back("source");
  for (const std::string_view column : filled) {
    if (result[column].empty()) return refuse(row_value_missing, "{}:{}: {}", name, row.line, column);
  }
  const auto trust = parse_trust(result["trust"]);
  if (!trust) return refuse(unknown_trust, "{}:{}: \"{}\"", name, row.line, result["trust"]);
  result.source = Source{std::string(result["source"]), *trust};
  return result;
}

std::string key_of(const TableRow& row, const TableShape& shape) {
  std::string key;
  for (const std::string_view column : shape.key) {
    if (!key.empty()) key += ", ";
    key += row[column];
  }
  return key;
}

}  // namespace

std::string_view TableRow::operator[](std::string_view column) const {
  const auto found = std::ranges::find(*columns_, column);
  if (found == columns_->end()) return {};
  return cells_[static_cast<std::size_t>(found - columns_->begin())];
}

Result<Table> read_table(CsvReader reader, const TableShape& shape) {
  const Columns columns = TRY(read_header(reader, shape));
  Table table{reader.name(), {}};
  std::set<std::string> keys;
  for (;;) {
    const auto row = TRY(reader.next());
    if (!row) return table;
    table.rows.push_back(TRY(read_row(*row, columns, shape, table.name)));
    if (shape.key.empty()) continue;
    const std::string key = key_of(table.rows.back(), shape);
    const bool repeated = !keys.insert(key).second;
    if (repeated) return refuse(row_repeated, "{}:{}: {}", table.name, row->line, key);
  }
}

Result<Table> read_table(const std::filesystem::path& path, const TableShape& shape) {
  return read_table(TRY(CsvReader::open(path.string())), shape);
}

}  // namespace lotline::catalogue
