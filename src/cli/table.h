#pragma once
// Tables that fit the terminal: numbers to the right, the widest text columns give way first.

#include <string>
#include <vector>

namespace lotline::cli {

class TextTable {
 public:
  /// Columns whose name begins with '>' are numbers and stand to the right.
  explicit TextTable(const std::vector<std::string>& columns);
  void add(std::vector<std::string> cells);
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  /// The lines, each ended, `indent` blanks before each. Cells too long for the width are folded; a column without any
  /// text is left out.
  [[nodiscard]] std::string text(std::size_t width, std::size_t indent = 0) const;

 private:
  [[nodiscard]] std::vector<std::size_t> widths(std::size_t room) const;

  std::vector<std::string> names_;
  std::vector<bool> right_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace lotline::cli
