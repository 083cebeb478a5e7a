#include "exchange/named_columns.h"

#include <algorithm>

#include "base/refusals.h"
#include "base/text.h"

namespace lotline::exchange {

Result<NamedColumns> NamedColumns::of(CsvReader& reader) {
  const auto header = TRY(reader.next());
  if (!header) return refuse(bad_columns, "{} is empty", reader.name());
  NamedColumns columns;
  columns.file_ = reader.name();
  for (const auto field : header->fields) {
    const std::string name{trim(field)};
    if (!name.empty() && columns.has(name))
      return of_field<NamedColumns>(name, refuse(bad_columns, "{}: the column {} stands twice", columns.file_, name));
    columns.names_.push_back(name);
  }
  return columns;
}

bool NamedColumns::has(std::string_view name) const {
  return std::find(names_.begin(), names_.end(), name) != names_.end();
}

Result<std::size_t> NamedColumns::position(std::string_view name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  if (found == names_.end()) return of_field<std::size_t>(name, refuse(bad_columns, "{}: no column {}", file_, name));
  return static_cast<std::size_t>(found - names_.begin());
}

}  // namespace lotline::exchange
