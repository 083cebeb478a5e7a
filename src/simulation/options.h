#pragma once
// What a simulated State is grown by. Each rate says where it comes from; "judgement" is this project's, made so that a
// State looks plausible and not measured anywhere. CTOC is the paper CTOC/COP/WG.6/2022/2.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"

namespace lotline::simulation {

/// How rounds leave lawful hands.
enum class DiversionKind { insider, transit, retransfer, small_purchases, legacy, converted_blanks };
inline constexpr std::size_t kDiversionKinds = 6;
std::string_view name_of(DiversionKind kind);

/// How marks on what was recovered are read. Rates in a thousand.
struct ReadingOptions {
  /// A stamped year is read whole. About seven finds in ten carry one, so that the year is known for 28 % of all:
  /// the share of 3,130 cases with 610 headstamps in Desmarais et al. 2021 (the abstract). Nothing to do with para 74,
  /// whose 28 % is the share of marked firearms that were traced back.
  int year_read = 400;
  int character_unread = 50;   ///< one character is worn or hidden: judgement
  int character_misread = 12;  ///< one character is taken for one that looks like it: judgement
  int token_missing = 40;      ///< a whole group of characters was not written down: judgement
  int calibre_told = 920;      ///< the calibre was measured and written down: judgement
  int calibre_wrong = 15;      ///< ... as one that is easily confused with it: judgement
  int calibre_alias = 300;     ///< ... under another of its names: judgement
  int colours_told = 300;      ///< colours were written down where there are any: judgement
  int lot_mark_read = 600;     ///< a lot mark on the cartridge was read: judgement
  int box_present = 60;        ///< rounds of a lot were still in a box that tells its lot: judgement
  int case_present = 300;      ///< rounds taken in a sealed case were still in it, with its code: judgement
  int most_alike = 40;         ///< rounds of one lot that are read together, at most: judgement
};

/// How long before a find the rounds were diverted.
struct Timing {
  int earliest = 0;  ///< years after the register opened at which a diversion may begin
  int latest = 0;
  int within = 0;  ///< years after its end in which what it brought is found; 0: in the last ten of all
};

struct Options {
  std::int64_t movements = 10'000;  ///< rows of movements, 1,000 to 10,000,000
  std::uint64_t seed = 1;
  std::string variant = "standard";
  std::string state = "BR";  ///< whose register it is, ISO 3166 alpha-2

  /// Fifty years, so that what is found in the last ten can be 33 years old on average (CTOC para 22).
  int first_year = 1975;
  int last_year = 2024;

  int movements_a_lot = 40;         ///< on average: judgement, from a lot's few dispatches and issues and many uses
  std::int64_t lot_least = 10'000;  ///< rounds of a lot: CTOC para 45 names 10,000 to 25,000
  std::int64_t lot_most = 25'000;
  int opening_lots = 60;            ///< in a thousand of all, those on hand when the register opened: judgement
  int official_lots = 650;          ///< made for a State's body: judgement
  int packed_lots = 250;            ///< of official ones: a part stays in sealed cases of 1,000: judgement
  bool few_makers_dominate = true;  ///< the works' shares fall as 1, 1/2, 1/3 ...: judgement

  int buyers_named = 150;        ///< sales over the counter whose buyer is recorded: judgement
  int dispatches_voided = 10;    ///< judgement
  int transfers_unrecorded = 0;  ///< between depots: none, but in the variant of that name

  int depots_counted = 300;               ///< in a year: judgement
  int miscounts = 20;                     ///< of lots counted, those counted wrongly: judgement
  int insiders_concealing = 600;          ///< those whose counts say what the book says: judgement
  int investigations_left_open = 300;     ///< judgement
  int thefts_reported = 600;              ///< rounds taken on the way; of the others a receipt is missing: judgement
  std::int64_t movements_a_loss = 4'000;  ///< lost or stolen and reported, without a find: judgement
  int depots_destroying = 40;             ///< in a year, surplus of one lot: judgement

  int diversions_a_kind = 2;  ///< of the smallest State; one more each time its size doubles: judgement
  /// Finds of a single case or round, a diversion of each kind. Old stock and insiders make most, so that what is found
  /// is 33 years old on average (CTOC para 22); converted blanks 6.5 % of cases as in the European Union (CTOC para
  /// 30).
  std::array<int, kDiversionKinds> singles{8, 4, 4, 4, 6, 2};
  std::vector<std::int64_t> seizure_sizes{5, 20, 100, 1000};  ///< those that attribution is measured at
  std::array<Timing, kDiversionKinds> timing{Timing{20, 38, 0}, Timing{18, 40, 0}, Timing{22, 40, 0},
                                             Timing{36, 44, 4}, Timing{0, 0, 0},   Timing{34, 44, 4}};
  int finds_recorded = 600;      ///< finds that stand in the register as exhibits: judgement
  int traces_opened = 667;       ///< of these: in one of three no trace was begun (CTOC para 74)
  int mixed_seizures = 250;      ///< seizures that hold rounds of a second source as well: judgement
  int second_source_most = 300;  ///< ... at most that share of their rounds: judgement

  ReadingOptions reading;
};

/// The options of a named variant: `standard`, or one that the inference was not fitted to. Refuses another name.
Result<Options> variant(std::string_view name);
std::vector<std::string_view> variant_names();

/// How often `number` can be halved until it is below `unit`: 0 below one unit, then one more for each doubling.
int doublings(std::int64_t number, std::int64_t unit);

}  // namespace lotline::simulation
