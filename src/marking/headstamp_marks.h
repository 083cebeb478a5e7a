#pragma once
// What a person read on the head of a case.

#include <string>
#include <vector>

#include "marking/marks_read.h"

namespace lotline::marking {

/// Text at a place of the head: the primer as the centre of a clock, 1 to 12.
struct ClockMark {
  int hour = 12;
  std::string text;
};

/// `?` stands for one character that was not read, `*` for any number. Marks without a place go into `text`, marks with
/// one into `clock`; both may be filled.
struct HeadstampMarks {
  std::string text;
  std::vector<ClockMark> clock;
  std::string calibre;  ///< known or measured apart from the head; may be empty
  std::string year;     ///< known or guessed apart from the head, such as 1943, 194?, 1940s, 1941-1945; may be empty
};

/// What was read of the head among other marks. The clock is written "12=CBC 6=17": characters by the hour at which
/// they stand; what has no hour is taken as text.
[[nodiscard]] HeadstampMarks headstamp_marks(const MarksRead& read);

}  // namespace lotline::marking
