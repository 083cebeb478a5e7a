#include "catalogue/catalogue.h"

#include <openssl/evp.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

#include "base/date.h"
#include "catalogue/refusals.h"

namespace lotline::catalogue {

namespace {

/// Feeds one file to the hash, its name and size before its bytes.
void add_file(EVP_MD_CTX* hash, const std::string& name, const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const std::string head = fmt::format("{} {}\n", name, bytes.size());
  EVP_DigestUpdate(hash, head.data(), head.size());
  EVP_DigestUpdate(hash, bytes.data(), bytes.size());
}

double commonness_of(std::string_view word) {
  if (word == "very_common") return 8;
  if (word == "common") return 4;
  return word == "uncommon" ? 2 : 1;
}

}  // namespace

Result<Catalogue> Catalogue::load(const std::vector<std::filesystem::path>& folders) {
  Catalogue catalogue;
  for (const auto& folder : folders) TRY(catalogue.find_tables(folder));
  TRY(catalogue.read_vocabularies());
  TRY(catalogue.read_countries());
  TRY(catalogue.read_calibres());
  TRY(catalogue.read_headstamps());
  catalogue.regimes_ = TRY(read_regimes(TRY(catalogue.file("marking_regimes.csv"))));
  if (catalogue.tables_.contains("state_marking_regimes.csv"))
    add_regimes(catalogue.regimes_, TRY(read_regimes(TRY(catalogue.file("state_marking_regimes.csv")))));
  catalogue.business_rules_ = TRY(read_business_rules(TRY(catalogue.file("business_rules.csv"))));
  for (const BusinessRule& rule : catalogue.business_rules_) {
    const bool known = catalogue.country(rule.state) != nullptr;
    if (!known) return refuse(row_country_unknown, "business_rules.csv:{}: \"{}\"", rule.line, rule.state);
  }
  catalogue.take_version();
  return catalogue;
}

Result<void> Catalogue::find_tables(const std::filesystem::path& folder) {
  const Table list = TRY(read_table(folder / "catalogue.csv",
                                    TableShape{{"table", "version", "describes"}, {"table", "version"}, {"table"}}));
  std::map<std::string, std::string, std::less<>> dates;
  for (const TableRow& row : list.rows) {
    const auto date = parse_day(row["version"]);
    if (!date) return refuse(table_not_dated, "{}:{}: \"{}\"", list.name, row.line, row["version"]);
    dates.emplace(row["table"], row["version"]);
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() != ".csv" || name == "catalogue.csv") continue;
    const auto date = dates.find(name);
    tables_[name] = DatedTable{entry.path(), date == dates.end() ? std::string{} : date->second};
  }
  return {};
}

Result<std::filesystem::path> Catalogue::file(std::string_view table) const {
  const auto found = tables_.find(table);
  if (found == tables_.end()) return refuse(table_missing, "{}", table);
  if (found->second.version.empty()) return refuse(table_not_dated, "{}", found->second.path.string());
  return found->second.path;
}

Result<void> Catalogue::check_word(std::string_view set, std::string_view code, const TableRow& row,
                                   const std::string& table_name) const {
  const bool unknown = word(set, code) == nullptr;
  if (unknown) return refuse(row_word_unknown, "{}:{}: {} \"{}\"", table_name, row.line, set, code);
  return {};
}

Result<void> Catalogue::read_vocabularies() {
  const Table table =
      TRY(read_table(TRY(file("vocabularies.csv")),
                     TableShape{{"set", "code", "name", "broader", "note"}, {"set", "code", "name"}, {"set", "code"}}));
  for (const TableRow& row : table.rows) vocabularies_.push_back(vocabulary_word_of(row));
  std::ranges::stable_sort(vocabularies_, {}, &VocabularyWord::set);
  for (const TableRow& row : table.rows) {
    for (const std::string& stage : vocabulary_word_of(row).broader) {
      if (row["set"] == "diversion_modality") TRY(check_word("diversion_stage", stage, row, table.name));
    }
  }
  return {};
}

Result<void> Catalogue::read_countries() {
  const Table table = TRY(read_table(
      TRY(file("countries.csv")),
      TableShape{{"alpha2", "alpha3", "numeric", "name"}, {"alpha2", "alpha3", "numeric", "name"}, {"alpha2"}}));
  for (const TableRow& row : table.rows) countries_.push_back(country_of(row));
  std::ranges::sort(countries_, {}, &Country::alpha2);
  return {};
}

Result<void> Catalogue::read_calibres() {
  const Table table =
      TRY(read_table(TRY(file("calibres.csv")),
                     TableShape{{"id", "cip_name", "saami_name", "metric", "aliases", "near_confusable", "class"},
                                {"id", "class", "weapon_classes"},
                                {"id"}}));
  for (const TableRow& row : table.rows) {
    calibres_.push_back(calibre_of(row));
    for (const std::string& weapon : calibres_.back().weapon_classes) {
      TRY(check_word("weapon_class", weapon, row, table.name));
    }
    calibre_by_id_.emplace(calibres_.back().id, calibres_.size() - 1);
  }
  const Table usage =
      TRY(read_table(TRY(file("calibre_usage.csv")),
                     TableShape{{"calibre", "introduced", "commonness"}, {"calibre", "commonness"}, {"calibre"}}));
  for (const TableRow& row : usage.rows) {
    TRY(check_word("commonness", row["commonness"], row, usage.name));
    const std::string_view year = row["introduced"];
    int introduced = 0;
    std::from_chars(year.data(), year.data() + year.size(), introduced);
    const bool bad_year = !year.empty() && (introduced < 1800 || introduced > 2200);
    if (bad_year) return refuse(row_year_bad, "{}:{}: introduced \"{}\"", usage.name, row.line, year);
    const auto found = calibre_by_id_.find(std::string(row["calibre"]));
    const bool strange = found == calibre_by_id_.end();
    if (strange) return refuse(row_word_unknown, "{}:{}: calibre \"{}\"", usage.name, row.line, row["calibre"]);
    calibres_[found->second].introduced = introduced;
    calibres_[found->second].commonness = commonness_of(row["commonness"]);
  }
  const Table registry = TRY(
      read_table(TRY(file("calibres_registry.csv")), TableShape{{"name", "standard"}, {"name", "weapon_classes"}, {}}));
  for (const TableRow& row : registry.rows) {
    calibre_registry_.push_back(registry_calibre_of(row));
    for (const std::string& weapon : calibre_registry_.back().weapon_classes) {
      TRY(check_word("weapon_class", weapon, row, registry.name));
    }
  }
  return {};
}

Result<void> Catalogue::read_headstamps() {
  const Table makers = TRY(read_table(TRY(file("makers.csv")), TableShape{{"manufacturer", "country", "works"},
                                                                          {"manufacturer", "country", "works"},
                                                                          {"manufacturer", "country"}}));
  for (const TableRow& row : makers.rows)
    works_[{std::string(row["manufacturer"]), std::string(row["country"])}] = row["works"];
  const Table table = TRY(read_table(
      TRY(file("headstamp_codes.csv")),
      TableShape{{"code", "manufacturer", "country", "from", "to", "script", "kind", "note", "confidence", "evidence"},
                 {"code", "manufacturer", "country", "kind", "confidence"},
                 {"code", "manufacturer", "country"}}));
  for (const TableRow& row : table.rows) {
    HeadstampCode code = TRY(headstamp_code_of(row, table.name));
    TRY(check_word("headstamp_kind", code.kind, row, table.name));
    TRY(check_word("confidence", code.confidence, row, table.name));
    const bool known_country = code.country == "*" || country(code.country) != nullptr;
    if (!known_country) return refuse(row_country_unknown, "{}:{}: \"{}\"", table.name, row.line, code.country);
    code.works = works_of(code.manufacturer, code.country);
    headstamp_codes_.push_back(std::move(code));
  }
  return {};
}

void Catalogue::take_version() {
  EVP_MD_CTX* hash = EVP_MD_CTX_new();
  EVP_DigestInit_ex(hash, EVP_sha256(), nullptr);
  std::string latest;
  for (const auto& [name, table] : tables_) {
    add_file(hash, name, table.path);
    latest = std::max(latest, table.version);
  }
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  EVP_DigestFinal_ex(hash, digest, &length);
  EVP_MD_CTX_free(hash);
  version_ = latest + "-";
  for (int i = 0; i < 6; ++i) version_ += fmt::format("{:02x}", digest[i]);
}

const Calibre* Catalogue::calibre(std::string_view id) const {
  const auto found = calibre_by_id_.find(std::string(id));
  return found == calibre_by_id_.end() ? nullptr : &calibres_[found->second];
}

std::span<const VocabularyWord> Catalogue::words(std::string_view set) const {
  const auto range = std::ranges::equal_range(vocabularies_, set, {}, &VocabularyWord::set);
  return {range.begin(), range.end()};
}

const VocabularyWord* Catalogue::word(std::string_view set, std::string_view code) const {
  for (const VocabularyWord& candidate : words(set)) {
    if (candidate.code == code) return &candidate;
  }
  return nullptr;
}

const Country* Catalogue::country(std::string_view alpha2) const {
  const auto found = std::ranges::lower_bound(countries_, alpha2, {}, &Country::alpha2);
  return found != countries_.end() && found->alpha2 == alpha2 ? &*found : nullptr;
}

std::string_view Catalogue::works_of(std::string_view manufacturer, std::string_view alpha2) const {
  const auto found = works_.find({std::string(manufacturer), std::string(alpha2)});
  return found == works_.end() ? manufacturer : std::string_view{found->second};
}

}  // namespace lotline::catalogue
