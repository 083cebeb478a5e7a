#include "service/report_exhibits.h"

namespace lotline::service {

namespace {

const Form kForm{"tracing",
                 "shares of what was recovered that is marked, traced, and never began to be traced",
                 {kFromField, kToField, kCountryField, kKindField}};

/// The last result on record of each exhibit.
std::map<ExhibitId, std::string> last_results(State& state) {
  std::map<ExhibitId, std::string> results;
  state.trace_results.scan({},
                           [&](const seizure::TraceResultRow& row) { return results[row.exhibit] = row.result, true; });
  return results;
}

ReportTable counts_table(std::string name, std::string title, std::string first) {
  return {std::move(name),
          std::move(title),
          {{first, first}, {"exhibits", "exhibits", ColumnKind::count}, {"items", "items", ColumnKind::count}}};
}

void add_row(ReportTable& table, const std::string& name, const seizure::Tally& tally) {
  table.rows.push_back({name.empty() ? "not_reported" : name});
  add_tally(table.rows.back(), tally);
}

ReportTable shares_table(const seizure::TracingTally& tally, const seizure::Tally& not_initiated) {
  ReportTable table{"shares",
                    "Shares",
                    {{"share", "share"},
                     {"of", "of"},
                     {"items", "items", ColumnKind::count},
                     {"of_items", "of items", ColumnKind::count},
                     {"share_of_items", "by items", ColumnKind::share},
                     {"exhibits", "exhibits", ColumnKind::count},
                     {"of_exhibits", "of exhibits", ColumnKind::count},
                     {"share_of_exhibits", "by exhibits", ColumnKind::share}}};
  const auto at = [&](const char* word) {
    const auto found = tally.marking.find(word);
    return found == tally.marking.end() ? seizure::Tally{} : found->second;
  };
  const seizure::Tally marked = at("marked");
  seizure::Tally told = marked;
  for (const auto& other : {at("unmarked"), at("removed")}) {
    told.exhibits += other.exhibits;
    told.items += other.items;
  }
  const auto add = [&](const char* share, const char* of, const seizure::Tally& part, const seizure::Tally& whole) {
    table.rows.push_back({std::string{share}, std::string{of}, part.items, whole.items,
                          share_of(part.items, whole.items), part.exhibits, whole.exhibits,
                          share_of(part.exhibits, whole.exhibits)});
  };
  add("marked", "all", marked, tally.all);
  add("marked", "marking_known", marked, told);
  add("traced", "marked", tally.marked_and_traced, marked);
  add("traced", "all", tally.traced, tally.all);
  add("not_initiated", "all", not_initiated, tally.all);
  return table;
}

Result<void> fill(State& state, const Reference& reference, const Values& values, Report& report) {
  ReportScope scope = TRY(scope_of(reference, values));
  const auto tally = seizure::tally_tracing(exhibits_of(state, scope, TRY(kind_of(values))), last_results(state));
  ReportTable marking = counts_table("marking", "Marked or not", "marking");
  for (const auto& [name, counted] : tally.marking) add_row(marking, name, counted);
  ReportTable results = counts_table("results", "Traces begun, by their last result", "result");
  for (const auto& [name, counted] : tally.results) add_row(results, name, counted);
  ReportTable reasons = counts_table("not_initiated", "Traces never begun, by the reason given", "reason");
  seizure::Tally not_initiated;
  for (const auto& [name, counted] : tally.not_initiated) {
    add_row(reasons, name, counted);
    not_initiated.exhibits += counted.exhibits;
    not_initiated.items += counted.items;
  }
  report.words = fmt::format("{} exhibits with {} items: {} traced, {} with no trace begun", tally.all.exhibits,
                             tally.all.items, tally.traced.items, not_initiated.items);
  report.tables = {shares_table(tally, not_initiated), std::move(marking), std::move(results), std::move(reasons)};
  report.limits.emplace_back(
      "traced means traced back to a first recipient, a last holder or a point of diversion; a maker read off the "
      "marks "
      "alone is not counted");
  if (tally.marking.contains(""))
    report.limits.emplace_back(
        "where nothing is reported of the marking, it is neither marked nor unmarked: the share of all takes it as not "
        "marked, the share of those whose marking is known leaves it out");
  scope.tell(report);
  return {};
}

}  // namespace

ReportKind report_tracing() { return {kForm, 1, fill}; }

}  // namespace lotline::service
