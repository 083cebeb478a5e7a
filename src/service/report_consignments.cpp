#include "analysis/small_consignments.h"
#include "service/report_scope.h"

namespace lotline::service {

namespace {

using analysis::Consignment;

const Form kForm{
    "small_consignments",
    "many small purchases, or crossings of a border, of one person added up over time; who meets the rule is an alert",
    {kFromField,
     kToField,
     {"within_days", "length of the window; 365 when empty", ""},
     {"small_most", "rounds up to which a consignment is small; 1000 when empty", ""},
     {"purchases_least", "purchases in the window; 12 when empty", ""},
     {"purchase_rounds_least", "rounds they come to; 5000 when empty", ""},
     {"crossings_least", "crossings in the window; 5 when empty", ""},
     {"crossing_rounds_least", "rounds they come to; 2000 when empty", ""}}};

/// Consignments of each party, by what they were.
using ByParty = std::map<PartyId, std::vector<Consignment>>;

struct Purchases {
  ByParty by_person;
  std::int64_t unnamed_sales = 0;
  Rounds unnamed_rounds;
};

bool is_purchase(custody::Act act) { return act == custody::Act::sale || act == custody::Act::transfer; }

/// Everything sold or passed on to a person, without what was taken back. A sale of several lots is one purchase.
Purchases purchases_of(State& state, ReportScope& scope) {
  std::set<PartyId> people;
  state.parties.parties.scan({}, [&](const parties::PartyRow& party) {
    if (party.kind == parties::PartyKind::person) people.insert(party.id);
    return true;
  });
  std::map<std::pair<PartyId, RecordNumber>, Consignment> found;
  Purchases purchases;
  state.book.entries.scan({}, [&](const custody::EntryRow& entry) {
    if (!is_purchase(entry.act) || !scope.takes(entry.happened(), {})) return true;
    if (entry.to_standing == custody::Standing::sold) {
      ++purchases.unnamed_sales;
      purchases.unnamed_rounds += entry.rounds;
    }
    if (entry.to_standing != custody::Standing::held || !people.contains(entry.to)) return true;
    Consignment& one = found[{entry.to, entry.number}];
    one.number = entry.number;
    one.happened = entry.happened();
    one.rounds += entry.rounds;
    return true;
  });
  for (auto& [key, one] : found) {
    if (const auto reversed = state.book.reversals.find(make_key(one.number))) one.rounds -= reversed->rounds;
    if (one.rounds > Rounds{}) purchases.by_person[key.first].push_back(one);
  }
  return purchases;
}

ByParty crossings_of(State& state, ReportScope& scope) {
  ByParty by_party;
  state.crossings.scan({}, [&](const seizure::CrossingRow& row) {
    if (scope.takes(row.crossed_on(), {})) by_party[row.party].push_back({row.number, row.crossed_on(), row.rounds});
    return true;
  });
  return by_party;
}

Result<analysis::ConsignmentOptions> options_of(const Values& values, analysis::ConsignmentOptions options,
                                                std::string_view least, std::string_view rounds) {
  options.within_days = TRY(small_number(values, "within_days", options.within_days));
  options.consignments_least = TRY(small_number(values, least, options.consignments_least));
  if (values.has("small_most")) options.small_most = TRY(values.rounds("small_most"));
  if (values.has(rounds)) options.rounds_least = TRY(values.rounds(rounds));
  return options;
}

struct Found {
  std::int64_t parties = 0;
  std::int64_t alerts = 0;
  std::int64_t unknown = 0;
};

/// Adds those who meet the rule to the table.
Found add_alerts(State& state, const char* what, const ByParty& by_party, const analysis::ConsignmentOptions& options,
                 ReportTable& table) {
  Found found;
  for (const auto& [id, consignments] : by_party) {
    const auto sum = analysis::add_up(consignments, options);
    ++found.parties;
    found.unknown += static_cast<std::int64_t>(sum.unknown);
    if (!sum.alert) continue;
    ++found.alerts;
    const auto party = state.parties.parties.find(make_key(id));
    CHECK(party.has_value());
    table.rows.push_back({party->code, std::string{what}, std::string{sum.alert->certain ? "certain" : "possible"},
                          static_cast<std::int64_t>(sum.alert->after), sum.alert->rounds.count(),
                          to_text(sum.alert->on), static_cast<std::int64_t>(sum.small), sum.small_rounds.count(),
                          sum.small_rounds.count() / static_cast<std::int64_t>(sum.small), to_text(sum.first),
                          to_text(sum.last), sum.rounds.count()});
  }
  return found;
}

void add_constants(Report& report, const analysis::ConsignmentOptions& purchases,
                   const analysis::ConsignmentOptions& crossings) {
  report.constants = {{"within_days", static_cast<double>(purchases.within_days),
                       "a year: a season of sport, the period of most permits"},
                      {"small_most", static_cast<double>(purchases.small_most.count()),
                       "rounds; one outer case of pistol ammunition. What is larger is seen by itself"},
                      {"purchases_least", static_cast<double>(purchases.consignments_least), "one a month"},
                      {"purchase_rounds_least", static_cast<double>(purchases.rounds_least.count()),
                       "what twelve consignments of the case in para 32 (428 each) come to"},
                      {"crossings_least", static_cast<double>(crossings.consignments_least),
                       "few people carry ammunition over a border, and those a few times a year"},
                      {"crossing_rounds_least", static_cast<double>(crossings.rounds_least.count()),
                       "what five consignments of the case in para 32 come to"}};
}

Result<void> fill(State& state, const Reference& reference, const Values& values, Report& report) {
  ReportScope scope = TRY(scope_of(reference, values));
  const auto of_purchases =
      TRY(options_of(values, analysis::purchase_options(), "purchases_least", "purchase_rounds_least"));
  const auto of_crossings =
      TRY(options_of(values, analysis::crossing_options(), "crossings_least", "crossing_rounds_least"));
  ReportTable table{"alerts",
                    "Who meets the rule",
                    {{"party", "party"},
                     {"what", "what"},
                     {"certainty", "alert is"},
                     {"raised_after", "raised after", ColumnKind::count},
                     {"rounds_by_then", "with rounds", ColumnKind::count},
                     {"raised_on", "on"},
                     {"small", "in all", ColumnKind::count},
                     {"small_rounds", "their rounds", ColumnKind::count},
                     {"mean", "mean", ColumnKind::count, false},
                     {"first", "first"},
                     {"last", "last"},
                     {"rounds", "all rounds", ColumnKind::count, false}}};
  const Purchases purchases = purchases_of(state, scope);
  const Found bought = add_alerts(state, "purchases", purchases.by_person, of_purchases, table);
  const Found crossed = add_alerts(state, "crossings", crossings_of(state, scope), of_crossings, table);
  report.words = fmt::format("{} of {} people who bought and {} of {} parties who crossed meet the rule", bought.alerts,
                             bought.parties, crossed.alerts, crossed.parties);
  report.tables.push_back(std::move(table));
  add_constants(report, of_purchases, of_crossings);
  report.limits.emplace_back("an alert is a reason to look and proves nothing: who shoots much buys as much");
  if (purchases.unnamed_sales > 0)
    report.limits.push_back(fmt::format("{} sales of {} rounds name no buyer and are in nobody's sum",
                                        purchases.unnamed_sales, purchases.unnamed_rounds.count()));
  if (bought.unknown + crossed.unknown > 0)
    report.limits.push_back(
        fmt::format("of {} crossings nobody knows how many rounds were carried: each counts as a "
                    "crossing of none",
                    bought.unknown + crossed.unknown));
  scope.tell(report);
  return {};
}

}  // namespace

ReportKind report_small_consignments() { return {kForm, 1, fill}; }

}  // namespace lotline::service
