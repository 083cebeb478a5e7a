#pragma once
// A progress bar on stderr, only when that is a terminal: share done, rate, time left.

#include <chrono>
#include <cstdint>
#include <string>

namespace lotline::cli {

struct ProgressState {
  std::uint64_t done = 0;
  std::uint64_t total = 0;  ///< 0 when it cannot be known
  std::int64_t items = 0;
  std::string unit;
};

/// The bar's line after so many seconds, fitted to the width.
std::string progress_line(const std::string& title, const ProgressState& state, double seconds, std::size_t width);

class ProgressBar {
 public:
  explicit ProgressBar(std::string title);
  ~ProgressBar() { clear(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  /// Draws it anew, at most ten times a second.
  void show(const ProgressState& state);
  void clear();
  [[nodiscard]] double seconds() const;

 private:
  std::string title_;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point drawn_;
  bool on_terminal_;
  bool shown_ = false;
};

}  // namespace lotline::cli
