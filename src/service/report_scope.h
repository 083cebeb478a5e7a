#pragma once
// What a report is asked about: a period, a country. A date that is not known to the day may lie in the period or
// beside it; such lines are counted, and the report says how many they are.

#include <optional>

#include "service/report.h"

namespace lotline::service {

struct ReportScope {
  std::optional<Day> from;
  std::optional<Day> to;
  std::string country;  ///< empty: all
  std::int64_t straddling = 0;

  /// Counts a line that may lie outside.
  [[nodiscard]] bool takes(const When& happened, const std::string& in_country);
  /// Adds what must be said of lines that may lie outside.
  void tell(Report& report) const;
};

/// The fields of a report's form that a scope is read from.
inline constexpr Field kFromField{"from", "happened on this day or later", ""};
inline constexpr Field kToField{"to", "happened on this day or before", "2022-12-31"};
inline constexpr Field kCountryField{"country", "only in it, ISO 3166 alpha-2", ""};

/// Reads the fields from, to and country, as far as the form has them.
Result<ReportScope> scope_of(const Reference& reference, const Values& values);

/// A number of days or cases that a field asks for, at most a million; `otherwise` when it is empty.
Result<int> small_number(const Values& values, std::string_view field, int otherwise);

/// The part of a whole; nothing of nothing is not known.
ReportValue share_of(std::int64_t part, std::int64_t whole);

}  // namespace lotline::service
