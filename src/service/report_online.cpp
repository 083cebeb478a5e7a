#include "service/report_exhibits.h"

namespace lotline::service {

namespace {

constexpr double kMillion = 1'000'000;

const Form kForm{"online",
                 "what was bought online or came by post, and offers counted on online markets",
                 {kFromField, kToField, kCountryField}};

ReportTable ways_table(const Reference& reference, const seizure::AcquisitionTally& tally, std::int64_t reported) {
  ReportTable table{"acquisition",
                    "How whoever had it came by it",
                    {{"way", "way"},
                     {"meaning", "what that is"},
                     {"group", "group"},
                     {"exhibits", "exhibits", ColumnKind::count},
                     {"items", "items", ColumnKind::count},
                     {"share_of_reported", "of reported", ColumnKind::share}}};
  for (const auto& word : reference.catalogue.words("acquisition")) {
    const auto found = tally.ways.find(word.code);
    const auto counted = found == tally.ways.end() ? seizure::Tally{} : found->second;
    table.rows.push_back({word.code, word.name, word.broader.empty() ? "" : word.broader.front()});
    add_tally(table.rows.back(), counted);
    table.rows.back().push_back(share_of(counted.exhibits, reported));
  }
  table.rows.push_back({"not_reported", "nothing was said of it", ""});
  add_tally(table.rows.back(), tally.not_reported);
  table.rows.back().emplace_back();
  return table;
}

ReportTable markets_table(State& state, ReportScope& scope) {
  ReportTable table{"markets",
                    "Offers counted on online markets",
                    {{"market", "market"},
                     {"kind", "kind"},
                     {"on", "counted"},
                     {"listings", "listings", ColumnKind::count},
                     {"firearms", "firearms", ColumnKind::count},
                     {"ammunition", "ammunition", ColumnKind::count},
                     {"firearms_share", "of all firearms", ColumnKind::share},
                     {"ammunition_share_of_firearms", "of these ammunition", ColumnKind::share},
                     {"ammunition_share", "of all ammunition", ColumnKind::share},
                     {"record", "record", ColumnKind::records}}};
  state.listings.scan({}, [&](const seizure::ListingsRow& row) {
    if (!scope.takes(row.counted_on(), scope.country)) return true;
    const bool counts = row.listings > 0;
    const double firearms = static_cast<double>(row.firearms_ppm) / kMillion;
    const double ammunition = static_cast<double>(row.ammunition_ppm) / kMillion;
    const auto count = [&](std::int64_t number) { return counts ? ReportValue{number} : ReportValue{}; };
    table.rows.push_back({row.market, row.acquisition, to_text(row.counted_on()), count(row.listings),
                          count(row.firearms), count(row.ammunition),
                          counts ? share_of(row.firearms, row.listings) : ReportValue{firearms},
                          counts ? share_of(row.ammunition, row.firearms) : ReportValue{ammunition},
                          counts ? share_of(row.ammunition, row.listings) : ReportValue{firearms * ammunition},
                          std::vector<RecordNumber>{row.number}});
    return true;
  });
  return table;
}

Result<void> fill(State& state, const Reference& reference, const Values& values, Report& report) {
  ReportScope scope = TRY(scope_of(reference, values));
  const auto tally = seizure::tally_acquisition(exhibits_of(state, scope));
  std::int64_t reported = 0;
  std::int64_t remote = 0;
  for (const auto& [way, counted] : tally.ways) {
    reported += counted.exhibits;
    const auto* word = reference.catalogue.word("acquisition", way);
    if (word != nullptr && std::ranges::find(word->broader, "online_or_postal") != word->broader.end())
      remote += counted.exhibits;
  }
  report.tables.push_back(ways_table(reference, tally, reported));
  report.words = fmt::format(
      "of {} exhibits with a reported acquisition {} were bought online or came by post; of {} "
      "nothing was reported",
      reported, remote, tally.not_reported.exhibits);
  ReportTable markets = markets_table(state, scope);
  if (!markets.rows.empty()) report.tables.push_back(std::move(markets));
  if (tally.by_circumstance.exhibits > 0)
    report.limits.push_back(fmt::format(
        "{} of these exhibits are counted by how they were found or carried: no acquisition is reported of them",
        tally.by_circumstance.exhibits));
  report.limits.emplace_back("offers are not sales: a share of listings says nothing of how much was bought");
  scope.tell(report);
  return {};
}

}  // namespace

ReportKind report_online() { return {kForm, 1, fill}; }

}  // namespace lotline::service
