#pragma once
// Marking regimes as data: who demands which marks on what, and what follows when they are missing. A State adds its
// own as rows of marking_regimes.csv in its own folder.

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

/// One demand of a regime; a regime has one row for each item it speaks of.
struct Regime {
  std::string id;
  std::string title;
  std::string nature;               ///< binding, national_law, political, recommendation or practice
  std::vector<std::string> states;  ///< ISO 3166 alpha-2 where it is law; empty: by the choice of a State's profile
  RegimeItem item{};
  bool official_only = false;            ///< only for ammunition bought by the State's own bodies
  std::vector<std::string> required;     ///< words of the mark set
  std::vector<std::string> conditional;  ///< required when known at the time of manufacture
  Consequence consequence{};
  std::string consequence_text;
  std::int64_t lot_size_max = 0;  ///< rounds; 0 when there is no limit
  std::string note;
  Source source;
};

/// The words a mark set is written with.
[[nodiscard]] const std::vector<std::string_view>& mark_words();

/// Refuses, with file and line, unknown words, items and consequences, and a limit that is no number.
Result<std::vector<Regime>> read_regimes(const std::filesystem::path& path);

}  // namespace lotline::catalogue
