#include "cli/terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "base/json_writer.h"
#include "base/text.h"

namespace lotline::cli {

namespace {

std::string coloured(std::string_view code, std::string_view text) {
  if (!has_colour(stdout)) return std::string{text};
  return fmt::format("\033[{}m{}\033[0m", code, text);
}

}  // namespace

bool is_terminal(std::FILE* stream) { return isatty(fileno(stream)) == 1; }

std::size_t terminal_width(std::FILE* stream) {
  constexpr std::size_t usual = 100;
  constexpr std::size_t least = 40;
  winsize size{};
  if (is_terminal(stream) && ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return std::max<std::size_t>(size.ws_col, least);
  const char* columns = std::getenv("COLUMNS");
  std::size_t width = usual;
  if (columns != nullptr) std::from_chars(columns, columns + std::string_view{columns}.size(), width);
  return std::max(width, least);
}

bool has_colour(std::FILE* stream) { return is_terminal(stream) && std::getenv("NO_COLOR") == nullptr; }

void print_json(std::string_view answer) { fmt::print("{}\n", laid_out(answer)); }

std::string bold(std::string_view text) { return coloured("1", text); }
std::string faint(std::string_view text) { return coloured("2", text); }

std::string hanging(const std::string& lead, std::string_view words, std::size_t width) {
  const std::size_t indent = display_width(lead);
  const std::size_t room = width > indent + 20 ? width - indent : 20;
  std::string text = lead;
  std::size_t used = 0;
  for (const auto part : split(words, ' ')) {
    const std::size_t columns = display_width(part);
    if (used > 0 && used + 1 + columns > room) {
      text += "\n" + std::string(indent, ' ');
      used = 0;
    }
    if (used > 0) {
      text += " ";
      ++used;
    }
    text += part;
    used += columns;
  }
  return text + "\n";
}

std::string shortened(const std::string& text, std::size_t columns) {
  if (display_width(text) <= columns) return text;
  std::u32string points = code_points(text);
  while (!points.empty() && display_width(to_utf8(points)) + 1 > columns) points.pop_back();
  return to_utf8(points) + "…";
}

}  // namespace lotline::cli
