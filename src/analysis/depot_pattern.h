#pragma once
// Recoveries that resolve to one holder, looked at together (R116). Para 75 tells of seizures from 2004 to 2006 whose
// marks all led to one police force, and of the head of its depot, who had diverted at least 10,000 rounds.
//
// One recovery may come of one theft, and a second may come of the same. The rule asks for separate cases within a
// window, and for live rounds: fired cases of a force also lie where it fired lawfully. What the holder had reported
// stolen or lost before is counted apart: the pattern that matters most is of rounds that nobody missed.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/rounds.h"
#include "base/words.h"

namespace lotline::analysis {

/// An exhibit that was traced to the holder, or for which it was debited.
struct Resolution {
  std::string case_number;
  When found;
  Day decided;            ///< when it was known whose it was
  Rounds live;            ///< live rounds
  Rounds fired;           ///< fired cases and bullets
  bool reported = false;  ///< debited out of what the holder had reported stolen or lost
};

/// Judgements with their reasons.
struct DepotOptions {
  /// Three years: the seizures of para 75 lie within three (2004 to 2006).
  int within_days = 3 * 365 + 1;
  /// A third separate case says that it goes on.
  int cases_least = 3;
  /// In all; fewer may be what single officers lost.
  Rounds rounds_least{100};
  /// From here on it is of the size of para 75.
  Rounds rounds_grave{10'000};
};

enum class DepotLevel {
  none,   ///< the rule is not met
  watch,  ///< met only with what the holder had reported itself
  alert,  ///< met by cases of which nothing was reported
  grave   ///< and with as many rounds as para 75 tells of
};

struct DepotAlert {
  DepotLevel level{};
  std::size_t cases = 0;  ///< when the rule was first met
  Rounds rounds;          ///< live, when it was first met
  Day found_on;           ///< of the case that met it; the last day it can have been
  Day known_on;           ///< first day on which all of them were known to be the holder's
  bool certain = true;    ///< false when dates are too imprecise to say that it was met
};

struct DepotSum {
  std::size_t cases = 0;
  std::size_t exhibits = 0;
  Rounds live;
  Rounds fired;
  Rounds reported;  ///< of the live ones, what the holder had reported stolen or lost
  Day first;
  Day last;
  std::optional<DepotAlert> alert;
};

/// All that resolved to one holder, in any order. REQUIRES at least one.
DepotSum look_together(const std::vector<Resolution>& resolutions, const DepotOptions& options);

}  // namespace lotline::analysis

namespace lotline {
template <>
struct Words<analysis::DepotLevel> {
  using L = analysis::DepotLevel;
  static constexpr std::array<Word<L>, 4> all{
      {{L::none, "none"}, {L::watch, "watch"}, {L::alert, "alert"}, {L::grave, "grave"}}};
};
}  // namespace lotline
