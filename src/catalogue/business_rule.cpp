#include "catalogue/business_rule.h"

#include <algorithm>

#include "base/rounds.h"
#include "base/text.h"
#include "catalogue/refusals.h"

namespace lotline::catalogue {

namespace {

constexpr std::string_view kLicences[] = {"none", "manufacture", "import", "export", "transit", "trade"};
constexpr int kMostDays = 36'600;

/// The words of a list, each of which must be known.
Result<std::vector<std::string>> words_of(const TableRow& row, std::string_view column,
                                          std::span<const std::string_view> known, const std::string& file) {
  std::vector<std::string> words;
  for (const auto word : split(row[column], ';')) {
    if (std::ranges::find(known, word) == known.end())
      return refuse(bad_business_rule, "{}:{}: {} \"{}\"", file, row.line, column, word);
    words.emplace_back(word);
  }
  return words;
}

Result<int> number_of(const TableRow& row, std::string_view column, int otherwise, const std::string& file) {
  if (row[column].empty()) return otherwise;
  const auto number = parse_rounds(row[column]);
  if (!number || number->count() > kMostDays)
    return refuse(bad_business_rule, "{}:{}: {} \"{}\"", file, row.line, column, row[column]);
  return static_cast<int>(number->count());
}

Result<BusinessRule> rule_of(const TableRow& row, const std::string& file) {
  BusinessRule rule;
  rule.state = row["state"];
  if (row["activity"] != "loading" && row["activity"] != "sale")
    return refuse(bad_business_rule, "{}:{}: activity \"{}\"", file, row.line, row["activity"]);
  rule.activity = row["activity"] == "sale" ? BusinessActivity::sale : BusinessActivity::loading;
  rule.who = TRY(words_of(row, "who", business_parties(), file));
  rule.origins = TRY(words_of(row, "origins", business_origins(), file));
  rule.licence = row["licence"];
  if (std::ranges::find(kLicences, row["licence"]) == std::end(kLicences))
    return refuse(bad_business_rule, "{}:{}: licence \"{}\"", file, row.line, row["licence"]);
  rule.sales = TRY(number_of(row, "sales", 1, file));
  rule.within_days = TRY(number_of(row, "within_days", 365, file));
  rule.note = row["note"];
  rule.source = row.source;
  rule.line = row.line;
  return rule;
}

bool among(const std::vector<std::string>& words, std::string_view word) {
  return words.empty() || std::ranges::find(words, word) != words.end();
}

}  // namespace

bool BusinessRule::covers(std::string_view in_state, BusinessActivity what, std::string_view party_kind,
                          std::string_view origin) const {
  return state == in_state && activity == what && among(who, party_kind) && among(origins, origin);
}

std::span<const std::string_view> business_parties() {
  static constexpr std::string_view kinds[] = {"manufacturer", "importer",   "dealer",  "force", "unit",    "authority",
                                               "court",        "laboratory", "carrier", "club",  "company", "person"};
  return kinds;
}

std::span<const std::string_view> business_origins() {
  static constexpr std::string_view origins[] = {"factory", "handloaded", "reloaded", "converted_blank", "unknown"};
  return origins;
}

Result<std::vector<BusinessRule>> read_business_rules(const std::filesystem::path& path) {
  const Table table = TRY(
      read_table(path, TableShape{{"state", "activity", "who", "origins", "licence", "sales", "within_days", "note"},
                                  {"state", "activity", "licence"},
                                  {"state", "activity", "who", "origins"}}));
  std::vector<BusinessRule> rules;
  for (const TableRow& row : table.rows) rules.push_back(TRY(rule_of(row, table.name)));
  return rules;
}

}  // namespace lotline::catalogue
