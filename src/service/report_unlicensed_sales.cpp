#include "licensing/business.h"
#include "service/report_scope.h"

namespace lotline::service {

namespace {

const Form kForm{"unlicensed_sales",
                 "who sold ammunition as a business without the licence that the rules of their State ask for",
                 {kFromField, kToField}};

/// Sales by seller, without what was taken back.
std::map<PartyId, std::vector<licensing::Sale>> sales_of(State& state, ReportScope& scope) {
  std::map<PartyId, std::vector<licensing::Sale>> by_seller;
  std::map<LotId, std::string> origins;
  state.book.entries.scan({}, [&](const custody::EntryRow& entry) {
    if (entry.act != custody::Act::sale || !scope.takes(entry.happened(), {})) return true;
    if (!origins.contains(entry.lot)) {
      const auto lot = state.book.lots.find(make_key(entry.lot));
      CHECK(lot.has_value());
      origins[entry.lot] = word(lot->origin);
    }
    Rounds rounds = entry.rounds;
    if (const auto reversed = state.book.reversals.find(make_key(entry.number))) rounds -= reversed->rounds;
    if (rounds > Rounds{})
      by_seller[entry.from].push_back({entry.number, entry.happened(), rounds, origins[entry.lot]});
    return true;
  });
  return by_seller;
}

licensing::Seller seller_of(State& state, const parties::PartyRow& party, std::vector<licensing::Sale> sales) {
  return {party.country, std::string{word(party.kind)}, state.licences.licences.all_by("holder", party.id.number),
          std::move(sales)};
}

Result<void> fill(State& state, const Reference& reference, const Values& values, Report& report) {
  ReportScope scope = TRY(scope_of(reference, values));
  ReportTable table{"sellers",
                    "Who sold without the licence needed",
                    {{"party", "party"},
                     {"kind", "kind"},
                     {"state", "State"},
                     {"licence", "licence needed"},
                     {"flagged", "flagged"},
                     {"flagged_on", "on"},
                     {"sales", "sales", ColumnKind::count},
                     {"unlicensed", "without", ColumnKind::count},
                     {"unlicensed_rounds", "rounds", ColumnKind::count},
                     {"rule", "by the rule", ColumnKind::text, false},
                     {"records", "records", ColumnKind::records, false}}};
  std::map<std::string, std::int64_t> no_rule;
  std::int64_t flagged = 0;
  std::int64_t possible = 0;
  std::int64_t sellers = 0;
  for (auto& [id, sales] : sales_of(state, scope)) {
    const auto party = state.parties.parties.find(make_key(id));
    CHECK(party.has_value());
    ++sellers;
    const auto count = static_cast<std::int64_t>(sales.size());
    const auto judged =
        licensing::judge_seller(reference.catalogue.business_rules(), seller_of(state, *party, std::move(sales)));
    no_rule[party->country] += static_cast<std::int64_t>(judged.not_judged);
    possible += static_cast<std::int64_t>(judged.possible);
    if (judged.unlicensed == 0) continue;
    flagged += judged.flagged ? 1 : 0;
    table.rows.push_back(
        {party->code, std::string{word(party->kind)}, party->country, judged.licence,
         std::string{judged.flagged ? "yes" : "no"}, judged.flagged ? to_text(judged.flagged_on) : std::string{}, count,
         static_cast<std::int64_t>(judged.unlicensed), judged.unlicensed_rounds.count(), judged.rule, judged.records});
  }
  report.words = fmt::format("{} of {} sellers are flagged", flagged, sellers);
  report.tables.push_back(std::move(table));
  for (const auto& [country, count] : no_rule)
    if (count > 0)
      report.limits.push_back(
          fmt::format("{} sales in {} are not judged: no rule of that State speaks of them", count, country));
  if (possible > 0)
    report.limits.push_back(fmt::format(
        "{} sales are not dated well enough to say whether the licence was in force; they are not counted as without",
        possible));
  report.limits.emplace_back("a flag says that a licence of the kind is not on record, and no more");
  scope.tell(report);
  return {};
}

}  // namespace

ReportKind report_unlicensed_sales() { return {kForm, 1, fill}; }

}  // namespace lotline::service
