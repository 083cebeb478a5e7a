#include "exchange/rows_ahead.h"

#include "exchange/read_ahead.h"
#include "exchange/refusals.h"

namespace lotline::exchange {

namespace {

// A batch is long enough to be handed over seldom, and bounded where rows are a megabyte each.
constexpr std::size_t kRowsABatch = 256;
constexpr std::size_t kBytesABatch = std::size_t{1} << 18;

Result<PreparedAct> prepared(const CsvForm& form, const CsvRow& row) {
  if (row.fields.size() != form.columns.size())
    return refuse(wrong_field_count, "{} instead of {}", row.fields.size(), form.columns.size());
  if (form.refused_row && !trim(row.fields[*form.refused_row]).empty()) return refuse(row_not_mended);
  Filled filled;
  filled.reserve(form.by_name.size());
  for (const std::size_t column : form.by_name) filled.emplace_back(form.columns[column], row.fields[column]);
  return prepare_act(*form.act, row.fields[form.issuer], row.fields[form.ref], filled);
}

/// The next row, or nothing at the end.
std::optional<RowAhead> read_row(CsvReader& reader, const CsvForm& form) {
  const auto row = reader.next();
  if (!row) return RowAhead(reader.refused_row(), std::unexpected(row.error()), true);
  if (!*row) return std::nullopt;
  return RowAhead(**row, prepared(form, **row), (*row)->fields.size() != form.columns.size());
}

std::optional<RowBatch> read_batch(CsvReader& reader, const CsvForm& form) {
  RowBatch batch;
  batch.rows.reserve(kRowsABatch);
  for (std::size_t bytes = 0; batch.rows.size() < kRowsABatch && bytes < kBytesABatch;) {
    auto row = read_row(reader, form);
    if (!row) break;
    bytes += row->bytes();
    batch.rows.push_back(std::move(*row));
  }
  if (batch.rows.empty()) return std::nullopt;
  batch.bytes_read = reader.bytes_read();
  return batch;
}

}  // namespace

RowAhead::RowAhead(const CsvRow& row, Result<PreparedAct> prepared, bool malformed)
    : text_(row.raw),
      raw_size_(row.raw.size()),
      line_(row.line),
      whole_(row.whole),
      malformed_(malformed),
      act_(std::move(prepared)) {
  field_sizes_.reserve(row.fields.size());
  for (const std::string_view field : row.fields) {
    text_ += field;
    field_sizes_.push_back(static_cast<std::uint32_t>(field.size()));
  }
}

CsvRow RowAhead::row() const {
  CsvRow row{line_, {}, std::string_view{text_}.substr(0, raw_size_), whole_};
  std::size_t at = raw_size_;
  for (const std::uint32_t size : field_sizes_) {
    row.fields.push_back(std::string_view{text_}.substr(at, size));
    at += size;
  }
  return row;
}

struct RowsAhead::Source {
  CsvReader reader;
  ReadAhead<RowBatch> ahead;

  Source(CsvReader from, const CsvForm& form)
      : reader(std::move(from)), ahead([this, &form] { return read_batch(reader, form); }) {}
};

RowsAhead::RowsAhead(CsvReader reader, const CsvForm& form)
    : source_(std::make_unique<Source>(std::move(reader), form)) {}
RowsAhead::~RowsAhead() = default;

std::optional<RowBatch> RowsAhead::next() { return source_->ahead.next(); }

}  // namespace lotline::exchange
