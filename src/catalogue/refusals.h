#pragma once
// Refusals of reference data: 1100-1199. Each names the file and the line.

#include "base/refusal.h"

namespace lotline::catalogue {

inline constexpr RefusalKind table_columns{1101, "table_columns", "the table lacks a column it must have"};
inline constexpr RefusalKind row_width{1102, "row_width", "the row has another number of fields than the header"};
inline constexpr RefusalKind row_value_missing{1103, "row_value_missing", "the row lacks a value it must have"};
inline constexpr RefusalKind row_repeated{1104, "row_repeated", "the row's key stands in the table already"};
inline constexpr RefusalKind unknown_trust{1105, "unknown_trust", "trust is one of stated, sourced, unverified"};
inline constexpr RefusalKind table_missing{1106, "table_missing", "a table of the catalogue is in no folder"};
inline constexpr RefusalKind row_country_unknown{1107, "row_country_unknown",
                                                 "the row names a country that is not in countries.csv"};
inline constexpr RefusalKind row_year_bad{1108, "row_year_bad",
                                          "a year is written 1942, 1941-10 (year and month), 1950s, or left empty"};
inline constexpr RefusalKind row_years_reversed{1109, "row_years_reversed",
                                                "the row's first year comes after its last"};
inline constexpr RefusalKind row_word_unknown{1110, "row_word_unknown",
                                              "the row holds a word that is not in the vocabulary"};
inline constexpr RefusalKind table_not_dated{1111, "table_not_dated", "catalogue.csv gives the table no version date"};
inline constexpr RefusalKind bad_regime{1120, "bad_regime", "a marking regime is told in known words"};
inline constexpr RefusalKind bad_business_rule{1121, "bad_business_rule",
                                               "a rule of business is told in known words and numbers"};

}  // namespace lotline::catalogue
