#pragma once
// Lot marks as they stand on boxes, cases and (seldom) cartridges: every meaning the text can have, ranked, with what
// speaks for each and what it leaves open. A lot mark alone never proves which lot a round is of.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "catalogue/trust.h"

namespace lotline::marking {

enum class LotPart { serial, initials, year };

/// How the paper's mark (lot serial, maker's initials, last two digits of the year; para 44) may be written.
struct LotMarkOptions {
  /// Orders tried, the usual one first; the later ones weigh a quarter.
  std::vector<std::array<LotPart, 3>> orders{{LotPart::serial, LotPart::initials, LotPart::year},
                                             {LotPart::initials, LotPart::serial, LotPart::year}};
  bool separators_required = false;  ///< whether "012CBC19" is not read, only "012-CBC-19"
  int earliest_year = 1900;          ///< two digits never mean a year before it
};

struct YearSpan {
  int first;
  int last;
};

/// What is known beside the mark.
struct LotMarkContext {
  std::vector<std::string> maker_initials;  ///< symbols of the maker where the headstamp or the box names it
  std::optional<YearSpan> years;            ///< when it must have been made, by other evidence
  Day today;
  LotMarkOptions options;
};

/// One meaning of a lot mark.
struct LotMarkReading {
  std::string format;   ///< id of lot_formats()
  std::string as_read;  ///< the glyphs as they stand
  std::string key;      ///< lot_mark_key of them

  std::string maker_symbol;           ///< initials, symbol or factory number; empty when the mark has none
  std::string serial;                 ///< of the paper's mark, the case mark (with its letter) and propellant lots
  std::string interfix, sequence;     ///< of the United States forms
  std::string lot_identifier;         ///< the letter in the place of the hyphen (MIL1168-NEW)
  std::string suffix;                 ///< a suffixed lot is an independent lot ...
  std::optional<std::string> parent;  ///< ... with this lot as its parent
  std::optional<char> theatre;        ///< Y, W or T, older MIL-STD-1168 only
  std::vector<int> years;             ///< none, one or several candidates, ascending
  std::optional<int> month;           ///< 1 to 12
  bool rounds = true;                 ///< false for a propellant lot: not a lot of cartridges

  double probability = 0;  ///< among the readings of this mark; they sum to 1
  catalogue::Trust trust = catalogue::Trust::unverified;
  std::vector<std::string> reasons, sources, ambiguities;
};

/// All readings, likeliest first; none when nothing legible is left, or more than 64 characters. `?` is one character
/// not readable. Takes any bytes.
[[nodiscard]] std::vector<LotMarkReading> read_lot_mark(std::string_view text, const LotMarkContext& context);

/// The years that two digits (each may be `?`) can mean: not before `earliest`, not after today.
[[nodiscard]] std::vector<int> years_of(std::string_view two_digits, int earliest, Day today);

}  // namespace lotline::marking
