#pragma once
// What a simulated State is grown by. Each rate says where it comes from; "judgement" is this project's, made so that a
// State looks plausible and not measured anywhere. CTOC is the paper CTOC/COP/WG.6/2022/2.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"

namespace lotline::simulation {

/// How marks on what was recovered are read. All rates in a thousand.
struct ReadingOptions {
  /// Finds whose year of manufacture is known. 28 % is taken from CTOC para 74, where it is the share of
  /// marked seizures that could be traced back.
  int year_known = 280;
  int character_unread = 50;   ///< one character is worn or hidden: judgement
  int character_misread = 12;  ///< one character is taken for one that looks like it: judgement
  int token_missing = 40;      ///< a whole group of characters was not written down: judgement
  int calibre_told = 920;      ///< the calibre was measured and written down: judgement
  int calibre_wrong = 15;      ///< ... as one that is easily confused with it: judgement
  int calibre_alias = 300;     ///< ... under another of its names: judgement
  int colours_told = 300;      ///< colours were written down where there are any: judgement
  int lot_mark_read = 600;     ///< a lot mark on the cartridge was read: judgement
  int box_present = 60;        ///< rounds of a lot were still in a box that tells its lot: judgement
  int most_alike = 40;         ///< rounds of one lot that are read together, at most: judgement
};

struct Options {
  std::int64_t movements = 10'000;  ///< rows of movements, 1,000 to 10,000,000
  std::uint64_t seed = 1;
  std::string variant = "standard";
  std::string state = "BR";  ///< whose register it is, ISO 3166 alpha-2

  /// Fifty years, so that what is found in the last ten can be 33 years old on average (CTOC para 22).
  int first_year = 1975;
  int last_year = 2024;
  int movements_a_lot = 40;         ///< on average: judgement, from a lot's few dispatches, issues and many uses
  std::int64_t lot_least = 10'000;  ///< rounds of a lot: CTOC para 45 names 10,000 to 25,000
  std::int64_t lot_most = 25'000;
  int opening_lots = 200;  ///< of all lots, those on hand when the register opened: judgement

  int finds_recorded = 600;       ///< finds that stand in the register as exhibits: judgement
  int traces_opened = 667;        ///< of these: in one of three no trace was begun (CTOC para 74)
  int mixed_seizures = 250;       ///< seizures that hold rounds of a second source as well: judgement
  int second_source_share = 300;  ///< ... at most that share of them: judgement
  int diversions_a_kind = 2;      ///< of the smallest State; one more each time its size doubles
  int singles_a_diversion = 6;    ///< finds of a single case or round
  std::vector<std::int64_t> seizure_sizes{5, 20, 100, 1000};  ///< those that attribution is measured at

  ReadingOptions reading;
};

/// The options of a named variant: `standard`, or one that the inference was not fitted to. Refuses another name.
Result<Options> variant(std::string_view name);
std::vector<std::string_view> variant_names();

/// How often `number` can be halved until it is below `unit`: 0 below one unit, then one more for each doubling.
int doublings(std::int64_t number, std::int64_t unit);

}  // namespace lotline::simulation
