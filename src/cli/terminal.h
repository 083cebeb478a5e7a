#pragma once
// What is on the other side: a terminal or a file, how wide, in colour or not.

#include <cstdio>
#include <string>
#include <string_view>

#include "base/figures.h"

namespace lotline::cli {

bool is_terminal(std::FILE* stream);
/// Columns of the terminal; COLUMNS where it is none, or 100.
std::size_t terminal_width(std::FILE* stream);
/// Colour only on a terminal and when NO_COLOR is not set.
bool has_colour(std::FILE* stream);

/// JSON, laid out for a person, and a line end.
void print_json(std::string_view answer);

std::string bold(std::string_view text);  ///< on a terminal; the text itself otherwise
std::string faint(std::string_view text);

/// A first line that begins with `lead`, and the words folded under its end to the width.
std::string hanging(const std::string& lead, std::string_view words, std::size_t width);
/// Text of at most so many columns; what is cut off ends with an ellipsis.
std::string shortened(const std::string& text, std::size_t columns);

}  // namespace lotline::cli
