#include "service/report_exhibits.h"

namespace lotline::service {

namespace {

const Form kForm{"indicators",
                 "non-factory indicators that examiners saw, by class, and the origins they judged",
                 {kFromField, kToField, kCountryField, kKindField}};

Result<void> fill(State& state, const Reference& reference, const Values& values, Report& report) {
  ReportScope scope = TRY(scope_of(reference, values));
  const auto tally = seizure::tally_indicators(exhibits_of(state, scope, TRY(kind_of(values))));

  ReportTable classes{"indicators",
                      "Indicators, of the exhibits that were examined for them",
                      {{"class", "class"},
                       {"meaning", "what was seen"},
                       {"exhibits", "exhibits", ColumnKind::count},
                       {"items", "items", ColumnKind::count},
                       {"share_of_examined", "of examined", ColumnKind::share}}};
  for (const auto& word : reference.catalogue.words("non_factory_indicator")) {
    const auto seen = tally.seen.find(word.code);
    const auto& counted = word.code == "none" ? tally.none : seen == tally.seen.end() ? seizure::Tally{} : seen->second;
    classes.rows.push_back({word.code, word.name});
    add_tally(classes.rows.back(), counted);
    classes.rows.back().push_back(share_of(counted.exhibits, tally.examined.exhibits));
  }

  ReportTable examined{
      "examined",
      "Examined or not",
      {{"state", "state"}, {"exhibits", "exhibits", ColumnKind::count}, {"items", "items", ColumnKind::count}}};
  const std::pair<const char*, const seizure::Tally*> states[] = {{"examined", &tally.examined},
                                                                  {"not_examined", &tally.not_examined},
                                                                  {"free_words_only", &tally.free_words_only}};
  for (const auto& [name, counted] : states) {
    examined.rows.push_back({std::string{name}});
    add_tally(examined.rows.back(), *counted);
  }

  ReportTable origins{
      "origins",
      "Origin, as judged",
      {{"origin", "origin"}, {"exhibits", "exhibits", ColumnKind::count}, {"items", "items", ColumnKind::count}}};
  for (const auto& [origin, counted] : tally.origins) {
    origins.rows.push_back({std::string{word(origin)}});
    add_tally(origins.rows.back(), counted);
  }

  const auto seen = tally.examined.exhibits - tally.none.exhibits;
  report.words = fmt::format("{} of {} exhibits were examined for indicators; on {} of them some were seen",
                             tally.examined.exhibits, tally.examined.exhibits + tally.not_examined.exhibits, seen);
  report.tables = {std::move(classes), std::move(examined), std::move(origins)};
  report.limits.emplace_back("an exhibit on which two classes were seen counts in both");
  if (tally.not_examined.exhibits > 0)
    report.limits.emplace_back("of exhibits that were not examined nothing is known: they are in no share");
  if (tally.free_words_only.exhibits > 0)
    report.limits.push_back(
        fmt::format("on {} exhibits indicators are described in free words alone, which are not counted",
                    tally.free_words_only.exhibits));
  scope.tell(report);
  return {};
}

}  // namespace

ReportKind report_indicators() { return {kForm, 1, fill}; }

}  // namespace lotline::service
