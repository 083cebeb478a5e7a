#pragma once
// The reference data that a register works with: headstamp codes, calibres, countries, vocabularies.
//
// Read from folders of CSV tables, the project's own first and a State's after it: a table in a later folder replaces
// the one of the same file name before it, whole. Each folder's `catalogue.csv` gives every table its version date.
// Everything is checked while it is read; one bad row refuses the whole catalogue and names file and line.

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/refusal.h"
#include "catalogue/business_rule.h"
#include "catalogue/calibre.h"
#include "catalogue/headstamp_code.h"
#include "catalogue/regime.h"
#include "catalogue/vocabulary.h"

namespace lotline::catalogue {

class Catalogue {
 public:
  static Result<Catalogue> load(const std::vector<std::filesystem::path>& folders);

  [[nodiscard]] std::span<const HeadstampCode> headstamp_codes() const { return headstamp_codes_; }
  [[nodiscard]] std::span<const Calibre> calibres() const { return calibres_; }
  [[nodiscard]] std::span<const RegistryCalibre> calibre_registry() const { return calibre_registry_; }
  [[nodiscard]] std::span<const VocabularyWord> vocabularies() const { return vocabularies_; }
  [[nodiscard]] std::span<const Country> countries() const { return countries_; }
  [[nodiscard]] std::span<const Regime> regimes() const { return regimes_; }
  [[nodiscard]] std::span<const BusinessRule> business_rules() const { return business_rules_; }

  /// Nothing (null) when there is none.
  [[nodiscard]] const Calibre* calibre(std::string_view id) const;
  [[nodiscard]] const VocabularyWord* word(std::string_view set, std::string_view code) const;
  [[nodiscard]] const Country* country(std::string_view alpha2) const;
  /// The words of one set, in the order of the table.
  [[nodiscard]] std::span<const VocabularyWord> words(std::string_view set) const;
  /// The works behind a manufacturer's name; the name itself where makers.csv has no row for it.
  [[nodiscard]] std::string_view works_of(std::string_view manufacturer, std::string_view alpha2) const;

  /// The file that stands for a table after replacement, for tables that other modules read; refused when no folder
  /// has it or its folder's catalogue.csv gives it no date.
  [[nodiscard]] Result<std::filesystem::path> file(std::string_view table) const;

  /// Latest version date and the first 12 hex digits of the SHA-256 of all tables: `2026-11-23-0123456789ab`. Stored
  /// in each record, so that it can be told which tables were applied.
  [[nodiscard]] const std::string& version() const { return version_; }

 private:
  struct DatedTable {
    std::filesystem::path path;
    std::string version;  ///< empty when catalogue.csv does not name it
  };

  Result<void> find_tables(const std::filesystem::path& folder);
  Result<void> read_vocabularies();
  Result<void> read_countries();
  Result<void> read_calibres();
  Result<void> read_headstamps();
  void take_version();
  Result<void> check_word(std::string_view set, std::string_view code, const TableRow& row,
                          const std::string& table_name) const;

  std::map<std::string, DatedTable, std::less<>> tables_;
  std::vector<HeadstampCode> headstamp_codes_;
  std::vector<Calibre> calibres_;
  std::vector<RegistryCalibre> calibre_registry_;
  std::vector<VocabularyWord> vocabularies_;  // the words of a set stand together
  std::vector<Country> countries_;            // by alpha2
  std::vector<Regime> regimes_;
  std::vector<BusinessRule> business_rules_;
  std::map<std::pair<std::string, std::string>, std::string> works_;
  std::unordered_map<std::string, std::size_t> calibre_by_id_;
  std::string version_;
};

}  // namespace lotline::catalogue
