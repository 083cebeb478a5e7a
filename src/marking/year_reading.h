#pragma once
// What year a mark may mean: centuries, unread digits, other calendars.

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/headstamp_code.h"

namespace lotline::marking {

struct YearContext {
  catalogue::CodeYears code_years;  ///< when the code was used, open where not known
  std::string country;              ///< ISO alpha-2 of the maker; decides which calendars are tried
  int calibre_introduced = 0;       ///< 0 when not known; used only to choose between centuries
  int latest_year = 2026;           ///< no case is younger: the year of recovery, or the present one
};

/// Years from `first` to `last` (Gregorian) that the mark may mean.
struct YearReading {
  int first = 0;
  int last = 0;
  double weight = 0;         ///< of all readings of one mark together 1
  bool contradicts = false;  ///< lies outside the years in which the code was used
  std::string reason;        ///< how the mark was taken
};

/// Takes 2, 3 or 4 digits, `?` for an unread one (`8?`, `194?`), `1940s`, and ranges (`1941-1945`). Likeliest first;
/// none when the text is no year.
///
/// Two digits: 19YY and 20YY, 18YY for codes that old; the code's years and the calibre's introduction choose. Three:
/// the millennium left out (943 is 1943). Four: Gregorian 1850 to the latest year, Buddhist 24xx-25xx (less 543), Solar
/// Hijri and Islamic 13xx-14xx. Republic of China years (two digits, add 1911; collectors' threads on one and the same
/// mark differ by a year, so both are given) for Taiwan and for Chinese codes that ended by 1949.
[[nodiscard]] std::vector<YearReading> read_year(std::string_view text, const YearContext& context);

}  // namespace lotline::marking
