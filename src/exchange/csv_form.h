#pragma once
// A CSV file's header as a form: which template it is, and which column is which.

#include <optional>
#include <string>
#include <vector>

#include "base/csv.h"
#include "service/acts.h"

namespace lotline::exchange {

struct CsvForm {
  const service::ActKind* act = nullptr;
  std::vector<std::string> columns;
  std::size_t issuer = 0;                  ///< column of the issuer
  std::size_t ref = 0;                     ///< column of the ref
  std::optional<std::size_t> refused_row;  ///< column of the text of a row that was refused before
  std::vector<std::size_t> by_name;        ///< columns of the act's fields, in the order of their names
};

/// Reads the header line; refused when it is of no template, naming what is missing or unknown for the nearest one.
Result<CsvForm> form_of(CsvReader& reader);

}  // namespace lotline::exchange
