#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "cli/terminal.h"

namespace lotline::cli {

namespace {

std::string duration(double seconds) {
  const auto whole = static_cast<std::int64_t>(std::round(seconds));
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
}

}  // namespace

std::string progress_line(const std::string& title, const ProgressState& state, double seconds, std::size_t width) {
  const double rate = seconds > 0 ? static_cast<double>(state.items) / seconds : 0;
  std::string words =
      fmt::format(" {} {}, {}/s", grouped(state.items), state.unit, grouped(static_cast<std::int64_t>(rate)));
  if (state.total == 0) return shortened(title + words, width);
  const double share = std::min(1.0, static_cast<double>(state.done) / static_cast<double>(state.total));
  if (share > 0.01) words += ", " + duration(seconds * (1 - share) / share) + " left";
  const std::string head = fmt::format("{} {:3.0f} % ", title, 100 * share);
  const std::size_t taken = display_width(head) + display_width(words) + 2;
  const std::size_t room = width > taken + 10 ? std::min<std::size_t>(width - taken, 40) : 0;
  if (room == 0) return shortened(head + words, width);
  const auto full = static_cast<std::size_t>(share * static_cast<double>(room));
  return head + "[" + std::string(full, '#') + std::string(room - full, '.') + "]" + words;
}

ProgressBar::ProgressBar(std::string title)
    : title_(std::move(title)),
      start_(std::chrono::steady_clock::now()),
      drawn_(start_),
      on_terminal_(is_terminal(stderr)) {}

double ProgressBar::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void ProgressBar::show(const ProgressState& state) {
  using namespace std::chrono_literals;
  const auto now = std::chrono::steady_clock::now();
  if (!on_terminal_ || (shown_ && now - drawn_ < 100ms)) return;
  drawn_ = now;
  shown_ = true;
  fmt::print(stderr, "\r\033[K{}", progress_line(title_, state, seconds(), terminal_width(stderr) - 1));
}

void ProgressBar::clear() {
  if (shown_) fmt::print(stderr, "\r\033[K");
  shown_ = false;
}

}  // namespace lotline::cli
