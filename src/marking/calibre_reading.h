#pragma once
// What calibre a text means: names of the C.I.P. and SAAMI lists, metric names, aliases, careless spellings.
//
// In one police data set 1,763 different texts stood for 69 calibres, and a quarter of them could not be resolved by
// the people who kept it. So a text gives ranked calibres, and the confusable ones are named.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"

namespace lotline::marking {

struct CalibreReading {
  std::string id;    ///< of calibres.csv, or the name itself when only the registry of names knows it
  std::string name;  ///< what to print
  double probability = 0;
  int introduced = 0;  ///< year, 0 when not known; unverified
  bool exact = false;  ///< the text is one of the calibre's names, careless ones left aside
  std::vector<std::string> weapon_classes;
  std::vector<std::string> reasons;  ///< how it was matched; what it is easily taken for
  std::vector<std::string> sources;
};

struct CalibreOptions {
  std::size_t most = 8;       ///< readings given at most
  double least_share = 0.02;  ///< of the best one's weight; below, a calibre is left out
  double none_weight = 0.15;  ///< that the text means a calibre in no table, against 1 for an exact name of a rare one
};

/// Names made ready once, to read many texts.
class CalibreReader {
 public:
  explicit CalibreReader(const catalogue::Catalogue& catalogue, const CalibreOptions& options = {});

  /// Ranked; probabilities sum to less than 1. `weapon_class` (vocabulary weapon_class), where known, decides between
  /// calibres of one bore: `.32` is one thing in a pistol and another in a shotgun. Empty for a text that fits nothing.
  [[nodiscard]] std::vector<CalibreReading> read(std::string_view text,
                                                 std::optional<std::string_view> weapon_class = std::nullopt) const;

  /// Whether the text is exactly a name of some calibre; for finding calibres inside a headstamp.
  [[nodiscard]] bool is_name(std::string_view text) const;

 private:
  struct Name {
    std::string text;                 // as in the table
    std::string key;                  // folded: letters and digits only
    std::vector<std::string> tokens;  // of the key
    bool careless = false;            // marked (loose) or (civil) in the table
    bool metric = false;
  };
  struct Entry {
    const catalogue::Calibre* calibre;
    std::vector<Name> names;
  };
  struct Match {
    double weight = 0;
    bool exact = false;
    std::string reason;
  };
  struct Asked;

  static Name name_of(std::string_view text, bool metric);
  static Match match(const Entry& entry, const Asked& asked);

  const catalogue::Catalogue& catalogue_;
  CalibreOptions options_;
  std::vector<Entry> entries_;
  std::vector<std::string> registry_keys_;
};

[[nodiscard]] std::vector<CalibreReading> read_calibre(const catalogue::Catalogue& catalogue, std::string_view text,
                                                       std::optional<std::string_view> weapon_class = std::nullopt,
                                                       const CalibreOptions& options = {});

}  // namespace lotline::marking
