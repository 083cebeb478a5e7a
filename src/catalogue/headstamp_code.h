#pragma once
// A code on the head of a case, and one maker that used it. A code with k makers is k rows.

#include <optional>
#include <string>
#include <vector>

#include "base/refusal.h"
#include "catalogue/table.h"

namespace lotline::catalogue {

/// Years (with months where the table has them) in which a maker used a code; open where the table says nothing.
struct CodeYears {
  /// Months counted from year 0, the first and the last included: 1941-10 is 1941 * 12 + 9.
  std::optional<int> first_month;
  std::optional<int> last_month;

  [[nodiscard]] std::optional<int> first_year() const;
  [[nodiscard]] std::optional<int> last_year() const;
  /// The share of the year's months that lies within, 0 to 1.
  [[nodiscard]] double share_of(int year) const;
};

struct HeadstampCode {
  std::string code;          ///< as written in the table, never altered
  std::string manufacturer;  ///< as written in the table
  std::string works;         ///< the works behind that name (makers.csv): two names of one works are one maker
  std::string country;       ///< ISO alpha-2, `*` for marks of no country
  CodeYears years;
  std::string script;
  std::string kind;        ///< vocabulary headstamp_kind
  std::string note;        ///< known ambiguity
  std::string confidence;  ///< vocabulary confidence
  std::string evidence;    ///< what the source states
  Source source;

  [[nodiscard]] bool names_maker() const { return kind != "symbol" && kind != "none"; }
};

/// Reads one row of headstamp_codes.csv; `works` is left as the manufacturer.
Result<HeadstampCode> headstamp_code_of(const TableRow& row, const std::string& table_name);

}  // namespace lotline::catalogue
