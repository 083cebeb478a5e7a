#pragma once
// Marking regimes as data: who demands which marks on what, and what follows when they are missing. A State adds its
// own as rows of state_marking_regimes.csv in its own folder.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "catalogue/table.h"

namespace lotline::catalogue {

/// What a demand is made of.
enum class RegimeItem { cartridge, package, import };
/// What follows when a mark is missing.
enum class Consequence { none_stated, illicit_destroy, import_prohibited, no_authorization };
/// When it follows: already when one mark is missing, or only when none of those required is there.
enum class ConsequenceWhen { incomplete, unmarked };

/// One demand of a regime; a regime has one row for each item it speaks of.
struct Regime {
  std::string id;  ///< small letters, digits and _
  std::string title;
  std::string nature;               ///< binding, national_law, political, recommendation or practice
  std::vector<std::string> states;  ///< ISO 3166 alpha-2 where it is law; empty: by the choice of a State's profile
  RegimeItem item{};
  bool official_only = false;            ///< only for ammunition bought by the State's own bodies
  std::vector<std::string> required;     ///< words of the mark set; `calibre|type` is met by either
  std::vector<std::string> conditional;  ///< required when known at the time of manufacture
  Consequence consequence{};
  ConsequenceWhen consequence_when{};
  std::string consequence_text;
  std::int64_t lot_size_max = 0;  ///< rounds; 0 when there is no limit
  std::string note;
  Source source;
};

/// The words a mark set is written with.
[[nodiscard]] const std::vector<std::string_view>& mark_words();

/// Refuses, with file and line, an id in other characters, words that are not in their vocabulary, and a limit that is
/// no number.
Result<std::vector<Regime>> read_regimes(const std::filesystem::path& path);

/// Adds a State's own demands; one of the same regime and item takes the place of the earlier one.
void add_regimes(std::vector<Regime>& regimes, std::vector<Regime> own);

}  // namespace lotline::catalogue
