#pragma once
// A page of an answer: numbered headings, lines and items folded to the width.

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "cli/terminal.h"

namespace lotline::cli {

class Page {
 public:
  explicit Page(std::size_t width) : width_(width) {}

  void heading(int number, std::string_view title) {
    text_ += fmt::format("\n{}\n", bold(fmt::format("{}. {}", number, title)));
  }
  void line(std::string_view words) { text_ += hanging("   ", words, width_); }
  void item(std::string_view words, std::string_view mark = "-") {
    text_ += hanging(fmt::format("   {} ", mark), words, width_);
  }
  void detail(std::string_view words) { text_ += hanging("     ", words, width_); }
  void raw(const std::string& words) { text_ += words; }
  void more(std::size_t shown, std::size_t total, std::string_view what) {
    if (total > shown)
      line(fmt::format("... and {} more {} (--json lists them).", grouped(static_cast<std::int64_t>(total - shown)),
                       what));
  }
  [[nodiscard]] std::size_t width() const { return width_; }
  std::string take() { return std::move(text_); }

 private:
  std::size_t width_;
  std::string text_;
};

}  // namespace lotline::cli
