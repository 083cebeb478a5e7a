#include "cli/table.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "cli/terminal.h"

namespace lotline::cli {

namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 8;

/// A cell as lines of at most so many columns, broken at blanks; a longer word is shortened.
std::vector<std::string> folded(const std::string& cell, std::size_t columns) {
  std::vector<std::string> lines;
  std::string line;
  for (const auto word : split(cell, ' ')) {
    const std::string part = shortened(std::string{word}, columns);
    if (!line.empty() && display_width(line) + 1 + display_width(part) > columns) {
      lines.push_back(std::move(line));
      line.clear();
    }
    line += (line.empty() ? "" : " ") + part;
  }
  lines.push_back(std::move(line));
  return lines;
}

}  // namespace

TextTable::TextTable(const std::vector<std::string>& columns) {
  for (const auto& column : columns) {
    right_.push_back(column.starts_with('>'));
    names_.push_back(right_.back() ? column.substr(1) : column);
  }
}

void TextTable::add(std::vector<std::string> cells) {
  cells.resize(names_.size());
  rows_.push_back(std::move(cells));
}

/// 0 for a column without any text.
std::vector<std::size_t> TextTable::widths(std::size_t room) const {
  std::vector<std::size_t> widths;
  for (std::size_t c = 0; c < names_.size(); ++c) {
    std::size_t widest = 0;
    for (const auto& row : rows_) widest = std::max(widest, display_width(row[c]));
    widths.push_back(widest == 0 ? 0 : std::max(widest, display_width(names_[c])));
  }
  const auto taken = [&] {
    return std::accumulate(widths.begin(), widths.end(), std::size_t{0},
                           [](std::size_t sum, std::size_t w) { return sum + (w == 0 ? 0 : w + kGap); });
  };
  while (taken() > room + kGap) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= kNarrowest) break;
    --*widest;
  }
  return widths;
}

std::string TextTable::text(std::size_t width, std::size_t indent) const {
  const auto columns_wide = widths(width > indent + 20 ? width - indent : 20);
  std::string text;
  const auto add_row = [&](const std::vector<std::string>& cells, bool heading) {
    std::vector<std::vector<std::string>> columns;
    std::size_t lines = 1;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      columns.push_back(columns_wide[c] == 0 ? std::vector<std::string>{} : folded(cells[c], columns_wide[c]));
      lines = std::max(lines, columns.back().size());
    }
    for (std::size_t l = 0; l < lines; ++l) {
      std::string line(indent, ' ');
      for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns_wide[c] == 0) continue;
        const std::string part = l < columns[c].size() ? columns[c][l] : "";
        const std::string blanks(columns_wide[c] - std::min(columns_wide[c], display_width(part)), ' ');
        line += (right_[c] ? blanks + part : part + blanks) + std::string(kGap, ' ');
      }
      line.erase(line.find_last_not_of(' ') + 1);
      text += (heading ? faint(line) : line) + "\n";
    }
  };
  add_row(names_, true);
  for (const auto& row : rows_) add_row(row, false);
  return text;
}

}  // namespace lotline::cli
