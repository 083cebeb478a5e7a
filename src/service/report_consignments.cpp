#include "analysis/spread_purchases.h"
#include "service/report_scope.h"

namespace lotline::service {

namespace {

using analysis::Consignment;
using analysis::ConsignmentOptions;
using analysis::SpreadOptions;

const Form kForm{
    "small_consignments",
    "many small purchases, or crossings of a border, of one person added up over time; who meets the rule is an alert",
    {kFromField,
     kToField,
     {"within_days", "length of the window, of crossings and of spread purchases; 365 when empty", ""},
     {"pace_within_days", "length of the window of many purchases; 180 when empty", ""},
     {"small_most", "rounds up to which a consignment is small; 1000 when empty", ""},
     {"purchases_least", "many purchases are so many in their window; 12 when empty", ""},
     {"purchase_rounds_least", "rounds they come to; 5000 when empty", ""},
     {"spread_least", "spread purchases are so many in their window; 5 when empty", ""},
     {"sellers_least", "from so many sellers, none of whom saw more than half; 3 when empty", ""},
     {"calibres_least", "and of so many calibres, of none more than half; 4 when empty", ""},
     {"times_before", "or so many times as many as in the window before; 4 when empty", ""},
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

std::string calibre_of(State& state, LotId lot) {
  const auto row = state.book.lots.find(make_key(lot));
  const auto product = row ? state.book.products.find(make_key(row->product)) : std::nullopt;
  return product ? product->calibre : "";
}

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
    one.seller = entry.from;
    std::string calibre = calibre_of(state, entry.lot);
    if (std::ranges::find(one.calibres, calibre) == one.calibres.end()) one.calibres.push_back(std::move(calibre));
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

Result<ConsignmentOptions> options_of(const Values& values, ConsignmentOptions options, std::string_view days,
                                      std::string_view least, std::string_view rounds) {
  options.within_days = TRY(small_number(values, days, options.within_days));
  options.consignments_least = TRY(small_number(values, least, options.consignments_least));
  if (values.has("small_most")) options.small_most = TRY(values.rounds("small_most"));
  if (values.has(rounds)) options.rounds_least = TRY(values.rounds(rounds));
  return options;
}

Result<SpreadOptions> spread_of(const Values& values) {
  SpreadOptions options;
  options.within_days = TRY(small_number(values, "within_days", options.within_days));
  options.purchases_least = TRY(small_number(values, "spread_least", options.purchases_least));
  options.sellers_least = TRY(small_number(values, "sellers_least", options.sellers_least));
  options.calibres_least = TRY(small_number(values, "calibres_least", options.calibres_least));
  options.times_before = TRY(small_number(values, "times_before", options.times_before));
  if (values.has("small_most")) options.small_most = TRY(values.rounds("small_most"));
  return options;
}

/// The rules that consignments of one kind are held against.
struct Rules {
  std::string what;
  ConsignmentOptions many;
  std::optional<SpreadOptions> spread;  ///< of purchases
};

/// What is raised first, by the rule that raises it.
struct Raised {
  std::string rule;
  analysis::ConsignmentAlert alert;
  std::optional<analysis::SpreadAlert> spread;
};

std::optional<Raised> first_raised(const analysis::ConsignmentSum& sum, std::optional<analysis::SpreadAlert> spread) {
  if (sum.alert && (!spread || sum.alert->on <= spread->alert.on)) return Raised{"many", *sum.alert, spread};
  if (spread) return Raised{"spread", spread->alert, spread};
  return std::nullopt;
}

ReportValue count_of(const std::optional<analysis::SpreadAlert>& spread, std::size_t analysis::SpreadAlert::* member) {
  if (!spread) return {};
  return static_cast<std::int64_t>((*spread).*member);
}

struct Found {
  std::int64_t parties = 0;
  std::int64_t alerts = 0;
  std::int64_t unknown = 0;
};

/// Adds those who meet the rule to the table.
Found add_alerts(State& state, const Rules& rules, const ByParty& by_party, ReportTable& table) {
  Found found;
  for (const auto& [id, consignments] : by_party) {
    const auto sum = analysis::add_up(consignments, rules.many);
    ++found.parties;
    found.unknown += static_cast<std::int64_t>(sum.unknown);
    const auto raised =
        first_raised(sum, rules.spread ? analysis::find_spread(consignments, *rules.spread) : std::nullopt);
    if (!raised) continue;
    ++found.alerts;
    const auto party = state.parties.parties.find(make_key(id));
    CHECK(party.has_value());
    const auto& alert = raised->alert;
    table.rows.push_back({party->code, rules.what, raised->rule, std::string{alert.certain ? "certain" : "possible"},
                          static_cast<std::int64_t>(alert.after), alert.rounds.count(), to_text(alert.on),
                          static_cast<std::int64_t>(sum.small), sum.small_rounds.count(),
                          sum.small_rounds.count() / static_cast<std::int64_t>(sum.small), to_text(sum.first),
                          to_text(sum.last), sum.rounds.count(),
                          count_of(raised->spread, &analysis::SpreadAlert::sellers),
                          count_of(raised->spread, &analysis::SpreadAlert::calibres),
                          count_of(raised->spread, &analysis::SpreadAlert::before)});
  }
  return found;
}

void add_constants(Report& report, const ConsignmentOptions& purchases, const SpreadOptions& spread,
                   const ConsignmentOptions& crossings) {
  report.constants = {
      {"within_days", static_cast<double>(crossings.within_days),
       "a year: a season of sport, the period of most permits"},
      {"pace_within_days", static_cast<double>(purchases.within_days),
       "half a year: a keen shooter takes more than a year for as many"},
      {"small_most", static_cast<double>(purchases.small_most.count()),
       "rounds; one outer case of pistol ammunition. What is larger is seen by itself"},
      {"purchases_least", static_cast<double>(purchases.consignments_least), "two a month"},
      {"purchase_rounds_least", static_cast<double>(purchases.rounds_least.count()),
       "what twelve consignments of the case in para 32 (428 each) come to"},
      {"spread_least", static_cast<double>(spread.purchases_least), "judgement: fewer are too few to call spread"},
      {"spread_rounds_least", static_cast<double>(spread.rounds_least.count()),
       "judgement: fewer are not worth a look"},
      {"sellers_least", static_cast<double>(spread.sellers_least),
       "judgement: who is true to a counter or two is none"},
      {"most_of_one", spread.most_of_one, "judgement: no seller, and no calibre, is the usual one"},
      {"calibres_least", static_cast<double>(spread.calibres_least), "judgement: few shooters feed as many guns alike"},
      {"times_before", static_cast<double>(spread.times_before),
       "judgement: a habit changes so much when there is a reason"},
      {"crossings_least", static_cast<double>(crossings.consignments_least),
       "few people carry ammunition over a border, and those a few times a year"},
      {"crossing_rounds_least", static_cast<double>(crossings.rounds_least.count()),
       "what five consignments of the case in para 32 come to"}};
}

Result<void> fill(State& state, const Reference& reference, const Values& values, Report& report) {
  ReportScope scope = TRY(scope_of(reference, values));
  const Rules of_purchases{"purchases",
                           TRY(options_of(values, analysis::purchase_options(), "pace_within_days", "purchases_least",
                                          "purchase_rounds_least")),
                           TRY(spread_of(values))};
  const Rules of_crossings{
      "crossings",
      TRY(options_of(values, analysis::crossing_options(), "within_days", "crossings_least", "crossing_rounds_least")),
      std::nullopt};
  ReportTable table{"alerts",
                    "Who meets the rule",
                    {{"party", "party"},
                     {"what", "what"},
                     {"rule", "rule"},
                     {"certainty", "alert is"},
                     {"raised_after", "raised after", ColumnKind::count},
                     {"rounds_by_then", "with rounds", ColumnKind::count},
                     {"raised_on", "on"},
                     {"small", "in all", ColumnKind::count},
                     {"small_rounds", "their rounds", ColumnKind::count},
                     {"mean", "mean", ColumnKind::count, false},
                     {"first", "first"},
                     {"last", "last"},
                     {"rounds", "all rounds", ColumnKind::count, false},
                     {"sellers", "sellers", ColumnKind::count},
                     {"calibres", "calibres", ColumnKind::count},
                     {"before", "in the window before", ColumnKind::count, false}}};
  const Purchases purchases = purchases_of(state, scope);
  const Found bought = add_alerts(state, of_purchases, purchases.by_person, table);
  const Found crossed = add_alerts(state, of_crossings, crossings_of(state, scope), table);
  report.words = fmt::format("{} of {} people who bought and {} of {} parties who crossed meet the rule", bought.alerts,
                             bought.parties, crossed.alerts, crossed.parties);
  report.tables.push_back(std::move(table));
  add_constants(report, of_purchases.many, *of_purchases.spread, of_crossings.many);
  report.limits.emplace_back(
      "an alert is a reason to look and proves nothing: who shoots much buys as much, and some buy where "
      "they find it");
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

ReportKind report_small_consignments() { return {kForm, 2, fill}; }

}  // namespace lotline::service
