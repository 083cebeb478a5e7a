#pragma once
// How a person reads the marks of rounds that were recovered: some characters worn away, some taken for others, some
// never written down.

#include "marking/marks_read.h"
#include "simulation/options.h"
#include "simulation/wares.h"
#include "simulation/weighted.h"

namespace lotline::simulation {

/// What truly stands on rounds of one lot.
struct Marked {
  std::string stamp;  ///< code, year and calibre, parted by blanks
  const Calibre* calibre = nullptr;
  int year = 0;
  bool year_stamped = false;
  std::string_view colours;
  std::string lot_mark;   ///< empty when the cartridges do not carry it
  std::string box_lot;    ///< the lot on the box they may still be in; empty when there is none
  std::string case_code;  ///< of the sealed case they were taken in
};

/// One reading of rounds that look alike. Something is always read.
marking::MarksRead read_marks(const Marked& marked, const ReadingOptions& options, Generator& chance);

}  // namespace lotline::simulation
