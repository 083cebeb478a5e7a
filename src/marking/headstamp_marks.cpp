#include "marking/headstamp_marks.h"

#include <algorithm>

#include "base/text.h"

namespace lotline::marking {

HeadstampMarks headstamp_marks(const MarksRead& read) {
  HeadstampMarks marks{.text = read.headstamp, .clock = {}, .calibre = read.calibre, .year = read.year};
  for (const std::string_view part : split(read.clock, ' ')) {
    const auto at = part.find('=');
    const auto hour = part.substr(0, std::min(at, part.size()));
    const bool is_hour = at != std::string_view::npos && !hour.empty() && hour.size() <= 2 &&
                         std::ranges::all_of(hour, [](char c) { return c >= '0' && c <= '9'; });
    if (is_hour)
      marks.clock.push_back({std::stoi(std::string{hour}), std::string{part.substr(at + 1)}});
    else
      marks.text += fmt::format(" {}", part);
  }
  return marks;
}

}  // namespace lotline::marking
