// Any bytes as a file to import: its header is of a template or refused, every row behind it comes out, and a row that
// is an act is the same act when its file is written again.

#include <cstdlib>

#include "exchange/rows_ahead.h"

namespace {

using namespace lotline;
using exchange::RowBatch;

void demand(bool holds) {
  if (!holds) std::abort();
}

using Visit = std::function<void(const exchange::RowAhead&)>;

/// Whether the file has the header of a template.
bool visit_rows(std::string text, std::vector<std::string>& columns, const Visit& visit) {
  auto reader = CsvReader::of_text(std::move(text), "fuzz");
  const auto form = exchange::form_of(reader);
  if (!form) return false;
  columns = form->columns;
  exchange::RowsAhead rows(std::move(reader), *form);
  while (const auto batch = rows.next())
    for (const auto& row : batch->rows) visit(row);
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::string> columns;
  std::vector<service::ImportSource> sources;
  std::string written;
  const auto keep = [&](const exchange::RowAhead& row) {
    if (!row.act()) return;
    demand(!row.malformed() && row.row().fields.size() == columns.size());
    sources.push_back(row.act()->source);
    const auto fields = row.row().fields;
    written += csv_row({fields.begin(), fields.end()});
  };
  if (!visit_rows({reinterpret_cast<const char*>(data), size}, columns, keep)) return 0;
  std::size_t at = 0;
  const auto compare = [&](const exchange::RowAhead& row) {
    demand(row.act().has_value() && at < sources.size() && row.act()->source == sources[at]);
    ++at;
  };
  demand(visit_rows(csv_row(columns) + written, columns, compare) && at == sources.size());
  return 0;
}
