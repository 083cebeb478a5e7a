#pragma once
// The header of a CSV file whose columns are found by their names, in any order, others beside them.

#include <string>
#include <string_view>
#include <vector>

#include "base/csv.h"

namespace lotline::exchange {

class NamedColumns {
 public:
  /// Reads the header line. Refuses an empty file and a name that stands twice.
  static Result<NamedColumns> of(CsvReader& reader);

  [[nodiscard]] bool has(std::string_view name) const;
  /// Refuses a name that no column has.
  [[nodiscard]] Result<std::size_t> position(std::string_view name) const;
  [[nodiscard]] std::size_t count() const { return names_.size(); }

 private:
  std::vector<std::string> names_;
  std::string file_;
};

}  // namespace lotline::exchange
