#pragma once
// Refusals of plain values: 1000-1099.

#include "base/refusal.h"

namespace lotline {

inline constexpr RefusalKind bad_quantity{1001, "bad_quantity",
                                          "a quantity is a whole number of at least one and below 2^53"};
inline constexpr RefusalKind bad_date{1002, "bad_date", "this is not a date of the calendar"};
inline constexpr RefusalKind future_date{1003, "future_date", "nothing is recorded before it happened"};
inline constexpr RefusalKind bad_encoding{1004, "bad_encoding", "the text is not valid UTF-8"};
inline constexpr RefusalKind unsafe_text{1005, "unsafe_text",
                                         "the text holds control, direction-changing or unreadable characters"};
inline constexpr RefusalKind missing_value{1006, "missing_value", "a required value is missing"};
inline constexpr RefusalKind unknown_word{1007, "unknown_word", "this word is not in the vocabulary"};
inline constexpr RefusalKind text_too_long{1008, "text_too_long", "the text is longer than a field may be"};
inline constexpr RefusalKind bad_csv{1010, "bad_csv", "the file is not well-formed CSV"};
inline constexpr RefusalKind bad_columns{1011, "bad_columns", "the header line does not name the expected columns"};
inline constexpr RefusalKind line_too_long{1012, "line_too_long", "a line is longer than a megabyte"};
inline constexpr RefusalKind unreadable_file{1013, "unreadable_file", "the file cannot be read"};
inline constexpr RefusalKind unwritable_file{1014, "unwritable_file", "the file cannot be written"};
inline constexpr RefusalKind bad_number{1015, "bad_number", "this is no number, or outside of its range"};

}  // namespace lotline
