#pragma once
// What each combination of marks can tell apart (para 75; R115): who holds which combination of manufacturer, year,
// calibre and lot, how many holders share it, and how many are left, to be expected, once it has been read.
//
// All is weighed by rounds: as if one round were drawn from all that is held. Bits are what the reading tells of the
// holder (mutual information of mark and holder): 1 bit halves the candidates.

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/id.h"
#include "base/rounds.h"
#include "base/words.h"

namespace lotline::analysis {

enum class Mark { manufacturer, year, calibre, lot };
inline constexpr std::size_t kMarks = 4;

/// A set of marks: bit i stands for the mark with the value i.
using MarkSet = unsigned;
inline constexpr MarkSet kAllMarks = (1U << kMarks) - 1;
[[nodiscard]] constexpr bool has(MarkSet set, Mark mark) { return (set >> static_cast<unsigned>(mark) & 1U) != 0; }
[[nodiscard]] constexpr MarkSet with(MarkSet set, Mark mark) { return set | 1U << static_cast<unsigned>(mark); }

/// What is read, as numbers: whoever asks knows which text each stands for. Never 0.
using Reading = std::array<std::int64_t, kMarks>;  // in the order of Mark

/// Rounds alike in all marks, with one holder.
struct HeldStock {
  PartyId holder;
  Reading marks{};  ///< what is not known is a value of its own
  Rounds rounds;
};

struct MarkPower {
  MarkSet marks = 0;
  std::size_t values = 0;        ///< how many different readings there are
  std::size_t holders_most = 0;  ///< sharing one reading
  double holders_left = 0;       ///< expected, after reading it
  double bits = 0;               ///< that it tells of the holder
  double one_holder_share = 0;   ///< of the rounds, those whose reading only one holder has
};

struct MarkPowers {
  std::size_t holders = 0;
  Rounds rounds;
  double bits_whole = 0;          ///< that would name the holder
  std::vector<MarkPower> powers;  ///< of every set of marks, best first
};

/// REQUIRES every quantity above 0.
MarkPowers mark_powers(const std::vector<HeldStock>& stock);

/// One reading of a combination, and who has rounds of it, most first.
struct SharedReading {
  Reading marks{};  ///< those of the combination; others are 0
  Rounds rounds;
  std::vector<std::pair<PartyId, Rounds>> holders;
};
/// Every reading of the combination, most rounds first.
std::vector<SharedReading> readings_of(const std::vector<HeldStock>& stock, MarkSet marks);

/// How well a round of this holder would lead back to it.
struct HolderPower {
  PartyId holder;
  Rounds rounds;
  std::size_t readings = 0;     ///< different readings it holds
  std::size_t only_it = 0;      ///< of these, that nobody else holds
  double one_holder_share = 0;  ///< of its rounds, those whose reading only it has
  double holders_left = 0;      ///< expected, after reading one of its rounds
};
/// Of every holder, most rounds first.
std::vector<HolderPower> holder_powers(const std::vector<SharedReading>& readings);

}  // namespace lotline::analysis

namespace lotline {
template <>
struct Words<analysis::Mark> {
  using M = analysis::Mark;
  static constexpr std::array<Word<M>, analysis::kMarks> all{
      {{M::manufacturer, "manufacturer"}, {M::year, "year"}, {M::calibre, "calibre"}, {M::lot, "lot"}}};
};
}  // namespace lotline
