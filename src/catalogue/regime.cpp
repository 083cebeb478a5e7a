#include "catalogue/regime.h"

#include <algorithm>

#include "base/rounds.h"
#include "base/text.h"
#include "catalogue/refusals.h"

namespace lotline::catalogue {

namespace {

constexpr std::string_view kItems[] = {"cartridge", "package", "import"};
constexpr std::string_view kConsequences[] = {"none_stated", "illicit_destroy", "import_prohibited",
                                              "no_authorization"};
constexpr std::string_view kWhen[] = {"incomplete", "unmarked"};
constexpr std::string_view kYesNo[] = {"no", "yes"};
constexpr std::string_view kNatures[] = {"binding", "national_law", "political", "recommendation", "practice"};
constexpr std::string_view kIdLetters = "abcdefghijklmnopqrstuvwxyz0123456789_";

/// The position of a word in its list; refused with the row's file and line.
template <std::size_t N>
Result<std::size_t> position(const std::string_view (&words)[N], const TableRow& row, std::string_view column,
                             const std::string& file) {
  const auto found = std::find(std::begin(words), std::end(words), row[column]);
  if (found == std::end(words)) return refuse(bad_regime, "{}:{}: {} \"{}\"", file, row.line, column, row[column]);
  return static_cast<std::size_t>(found - std::begin(words));
}

Result<std::vector<std::string>> marks(const TableRow& row, std::string_view column, const std::string& file) {
  std::vector<std::string> words;
  const auto& known = mark_words();
  for (const auto text : split(row[column], ';')) {
    for (const auto word : split(text, '|'))
      if (std::find(known.begin(), known.end(), word) == known.end())
        return refuse(bad_regime, "{}:{}: {} has no mark \"{}\"", file, row.line, column, word);
    words.emplace_back(text);
  }
  return words;
}

Result<Regime> regime_of(const TableRow& row, const std::string& file) {
  Regime regime;
  regime.id = row["regime"];
  if (regime.id.find_first_not_of(kIdLetters) != std::string::npos)
    return refuse(bad_regime, "{}:{}: regime \"{}\" is not in small letters, digits and _", file, row.line, regime.id);
  regime.title = row["title"];
  regime.nature = kNatures[TRY(position(kNatures, row, "nature", file))];
  for (const auto state : split(row["states"], ';')) regime.states.emplace_back(state);
  regime.item = static_cast<RegimeItem>(TRY(position(kItems, row, "item", file)));
  regime.official_only = TRY(position(kYesNo, row, "official_only", file)) == 1;
  regime.required = TRY(marks(row, "required", file));
  regime.conditional = TRY(marks(row, "conditional", file));
  regime.consequence = static_cast<Consequence>(TRY(position(kConsequences, row, "consequence", file)));
  regime.consequence_when = static_cast<ConsequenceWhen>(TRY(position(kWhen, row, "consequence_when", file)));
  regime.consequence_text = row["consequence_text"];
  if (!row["lot_size_max"].empty()) {
    const auto limit = parse_rounds(row["lot_size_max"]);
    if (!limit) return refuse(bad_regime, "{}:{}: lot_size_max \"{}\"", file, row.line, row["lot_size_max"]);
    regime.lot_size_max = limit->count();
  }
  regime.note = row["note"];
  regime.source = row.source;
  return regime;
}

}  // namespace

const std::vector<std::string_view>& mark_words() {
  static const std::vector<std::string_view> words{"lot",     "manufacturer", "country",        "year",
                                                   "calibre", "type",         "purchaser",      "destination",
                                                   "barcode", "quantity",     "inspection_mark"};
  return words;
}

Result<std::vector<Regime>> read_regimes(const std::filesystem::path& path) {
  const Table table = TRY(read_table(
      path, TableShape{{"regime", "title", "nature", "states", "item", "official_only", "required", "conditional",
                        "consequence", "consequence_when", "consequence_text", "lot_size_max", "note"},
                       {"regime", "title", "nature", "item", "required", "consequence"},
                       {"regime", "item"}}));
  std::vector<Regime> regimes;
  for (const TableRow& row : table.rows) regimes.push_back(TRY(regime_of(row, table.name)));
  return regimes;
}

void add_regimes(std::vector<Regime>& regimes, std::vector<Regime> own) {
  for (Regime& each : own) {
    const auto earlier =
        std::ranges::find_if(regimes, [&](const Regime& r) { return r.id == each.id && r.item == each.item; });
    if (earlier == regimes.end())
      regimes.push_back(std::move(each));
    else
      *earlier = std::move(each);
  }
}

}  // namespace lotline::catalogue
