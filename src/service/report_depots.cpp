#include "analysis/depot_pattern.h"
#include "service/report_scope.h"

namespace lotline::service {

namespace {

using analysis::Resolution;

const Form kForm{
    "depots",
    "holders to whom several recoveries were traced or who were debited for them; who meets the rule is an "
    "alert",
    {kFromField,
     kToField,
     {"within_days", "length of the window; 1096 when empty", ""},
     {"cases_least", "separate cases in the window; 3 when empty", ""},
     {"rounds_least", "live rounds they come to; 100 when empty", ""}}};

/// Whether the holder was debited out of what it had reported stolen or lost.
bool was_reported(State& state, const seizure::ExhibitRow& exhibit, RecordNumber debited) {
  bool reported = false;
  state.book.entries.scan(make_key(exhibit.lot, debited), [&](const custody::EntryRow& entry) {
    reported = entry.from_standing == custody::Standing::stolen || entry.from_standing == custody::Standing::lost;
    return false;
  });
  return reported;
}

struct Holders {
  std::map<PartyId, std::vector<Resolution>> resolutions;
  std::map<PartyId, std::vector<RecordNumber>> records;
  std::set<RecordNumber> debits;  ///< that name their exhibit
};

/// The last result of each exhibit counts: an earlier one was set right by it.
Holders holders_of(State& state, ReportScope& scope) {
  std::map<ExhibitId, seizure::TraceResultRow> last;
  Holders holders;
  state.trace_results.scan({}, [&](const seizure::TraceResultRow& row) {
    last[row.exhibit] = row;
    if (row.debited != 0) holders.debits.insert(row.debited);
    return true;
  });
  for (const auto& [id, row] : last) {
    const auto exhibit = state.exhibits.exhibits.find(make_key(id));
    CHECK(exhibit.has_value());
    if (!row.holder || !seizure::names_holder(row.result) || !scope.takes(exhibit->found_on(), {})) continue;
    Resolution one;
    one.case_number = exhibit->case_number;
    one.found = exhibit->found_on();
    one.decided = row.decided_last;
    if (exhibit->kind == seizure::ExhibitKind::live_round) one.live = exhibit->count;
    if (exhibit->kind == seizure::ExhibitKind::fired_case || exhibit->kind == seizure::ExhibitKind::bullet)
      one.fired = exhibit->count;
    one.reported = row.debited != 0 && was_reported(state, *exhibit, row.debited);
    holders.resolutions[row.holder].push_back(one);
    holders.records[row.holder].push_back(row.number);
  }
  return holders;
}

/// Debits that name no exhibit: they belong to no case, so that no pattern can be seen in them.
void tell_other_debits(State& state, const Holders& holders, Report& report) {
  std::set<LotId> lots;
  state.book.accounts.scan_by("possessor", std::int64_t{0}, [&](const custody::AccountRow& account) {
    if (account.standing == custody::Standing::unattributed) lots.insert(account.lot);
    return true;
  });
  std::int64_t debits = 0;
  Rounds rounds;
  for (const LotId lot : lots)
    state.book.entries.scan(make_key(lot), [&](const custody::EntryRow& entry) {
      if (entry.act != custody::Act::attribute || holders.debits.contains(entry.number)) return true;
      ++debits;
      rounds += entry.rounds;
      return true;
    });
  if (debits > 0)
    report.limits.push_back(
        fmt::format("{} attributions of {} rounds name no exhibit and are in no case here", debits, rounds.count()));
}

Result<analysis::DepotOptions> options_of(const Values& values) {
  analysis::DepotOptions options;
  options.within_days = TRY(small_number(values, "within_days", options.within_days));
  options.cases_least = TRY(small_number(values, "cases_least", options.cases_least));
  if (values.has("rounds_least")) options.rounds_least = TRY(values.rounds("rounds_least"));
  return options;
}

Result<void> fill(State& state, const Reference& reference, const Values& values, Report& report) {
  ReportScope scope = TRY(scope_of(reference, values));
  const auto options = TRY(options_of(values));
  const Holders holders = holders_of(state, scope);
  ReportTable table{"holders",
                    "Holders to whom recoveries lead",
                    {{"party", "party"},
                     {"name", "name", ColumnKind::text, false},
                     {"level", "level"},
                     {"cases", "cases", ColumnKind::count},
                     {"exhibits", "exhibits", ColumnKind::count, false},
                     {"live_rounds", "live rounds", ColumnKind::count},
                     {"reported_rounds", "reported", ColumnKind::count},
                     {"fired", "fired cases", ColumnKind::count},
                     {"raised_after_cases", "raised after", ColumnKind::count},
                     {"raised_known_on", "known on"},
                     {"first", "first found"},
                     {"last", "last found"},
                     {"records", "records", ColumnKind::records, false}}};
  std::int64_t alerts = 0;
  std::int64_t possible = 0;
  for (const auto& [id, resolutions] : holders.resolutions) {
    const auto sum = analysis::look_together(resolutions, options);
    const auto level = sum.alert ? sum.alert->level : analysis::DepotLevel::none;
    const auto party = state.parties.parties.find(make_key(id));
    CHECK(party.has_value());
    if (level == analysis::DepotLevel::alert || level == analysis::DepotLevel::grave) ++alerts;
    if (sum.alert && !sum.alert->certain) ++possible;
    table.rows.push_back({party->code, party->name, std::string{word(level)}, static_cast<std::int64_t>(sum.cases),
                          static_cast<std::int64_t>(sum.exhibits), sum.live.count(), sum.reported.count(),
                          sum.fired.count(),
                          sum.alert ? ReportValue{static_cast<std::int64_t>(sum.alert->cases)} : ReportValue{},
                          sum.alert ? to_text(sum.alert->known_on) : std::string{}, to_text(sum.first),
                          to_text(sum.last), holders.records.at(id)});
  }
  std::ranges::stable_sort(table.rows, [](const auto& a, const auto& b) {
    return std::get<std::int64_t>(a[5]) > std::get<std::int64_t>(b[5]);
  });
  report.words = fmt::format("{} of {} holders to whom recoveries lead meet the rule", alerts, table.rows.size());
  report.tables.push_back(std::move(table));
  report.constants = {
      {"within_days", static_cast<double>(options.within_days), "the seizures of para 75 lie within three years"},
      {"cases_least", static_cast<double>(options.cases_least),
       "one theft may explain one case or two; a third separate one says that it goes on"},
      {"rounds_least", static_cast<double>(options.rounds_least.count()),
       "live rounds; fewer may be what single officers lost. Fired cases do not count: a force also fires lawfully"},
      {"rounds_grave", static_cast<double>(options.rounds_grave.count()), "live rounds, as many as para 75 tells of"}};
  report.limits.emplace_back("an alert is where an inquiry may begin; it says nothing against any person (para 75)");
  report.limits.emplace_back(
      "watch: the rule is met only together with what the holder had reported stolen or lost itself");
  if (possible > 0)
    report.limits.push_back(
        fmt::format("{} alerts rest on dates that leave open whether the rule was met within the window", possible));
  tell_other_debits(state, holders, report);
  scope.tell(report);
  return {};
}

}  // namespace

ReportKind report_depots() { return {kForm, 1, fill}; }

}  // namespace lotline::service
