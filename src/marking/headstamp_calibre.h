#pragma once
// The calibre that stands among the marks of a head (.308 WIN, 9MM LUGER), taken out before codes are looked for.

#include <string>

#include "marking/calibre_reading.h"
#include "marking/headstamp_marks.h"

namespace lotline::marking {

struct CalibreOnHead {
  std::string calibre;   ///< as written; empty when none stands there
  HeadstampMarks other;  ///< the marks without it
};

/// Numbers alone are left: 38 is a code or a year before it is a calibre. A head that says nothing but a calibre with a
/// maker's word in it (REM, WIN) keeps that word.
[[nodiscard]] CalibreOnHead take_calibre(const HeadstampMarks& marks, const CalibreReader& calibres);

}  // namespace lotline::marking
