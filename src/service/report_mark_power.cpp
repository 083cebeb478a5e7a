#include <fmt/ranges.h>

#include "analysis/mark_power.h"
#include "parties/refusals.h"
#include "service/report_scope.h"

namespace lotline::service {

namespace {

using analysis::Mark;

constexpr std::size_t kReadingsListed = 100;
constexpr std::size_t kHoldersNamed = 8;

const Form kForm{"mark_power",
                 "what each combination of marks can tell apart: who holds which, and how many holders share it",
                 {{"as_of", "by what was held on this day; now when empty", ""},
                  {"marks", "combination whose readings are listed: manufacturer, year, calibre, lot, separated by ;",
                   "manufacturer;year;calibre"},
                  {"holder", "only readings that this holder has; code of the party", ""},
                  {"by", "unit (the default), or organisation: units count as the force they belong to", ""}}};

/// What the numbers of readings stand for.
struct Texts {
  std::map<std::string, std::int64_t> numbers;
  std::vector<std::string> texts{""};

  std::int64_t number(const std::string& text) {
    const auto [at, is_new] = numbers.emplace(text, static_cast<std::int64_t>(texts.size()));
    if (is_new) texts.push_back(text);
    return at->second;
  }
};

std::string year_of(const custody::LotRow& lot) {
  const int first = lot.made_first.year();
  const int last = lot.made_last.year();
  return first == last ? std::to_string(first) : fmt::format("{}-{}", first, last);
}

struct Held {
  std::vector<analysis::HeldStock> stock;
  Rounds year_unclear;  ///< made in a year that is not known
  Rounds of_unknown_lot;
};

/// The day from which an entry counts: a correction takes back what it corrects from that one's day on.
Day counts_from(State& state, const custody::EntryRow& entry) {
  if (entry.act != custody::Act::correct) return entry.happened_first;
  Day day = entry.happened_first;
  state.book.entries.scan(make_key(entry.lot, entry.corrects), [&](const custody::EntryRow& corrected) {
    day = corrected.happened_first;
    return false;
  });
  return day;
}

/// Rounds held, by holder and lot, now or by the end of a day. Dates that leave open whether an entry had happened
/// count as if it had.
std::map<std::pair<LotId, PartyId>, Rounds> balances(State& state, std::optional<Day> as_of) {
  std::map<std::pair<LotId, PartyId>, Rounds> sums;
  if (!as_of) {
    state.book.accounts.scan({}, [&](const custody::AccountRow& account) {
      if (account.standing == custody::Standing::held) sums[{account.lot, account.possessor}] += account.rounds;
      return true;
    });
    return sums;
  }
  state.book.entries.scan({}, [&](const custody::EntryRow& entry) {
    if (*as_of < counts_from(state, entry)) return true;
    if (entry.from_standing == custody::Standing::held) sums[{entry.lot, entry.from}] -= entry.rounds;
    if (entry.to_standing == custody::Standing::held) sums[{entry.lot, entry.to}] += entry.rounds;
    return true;
  });
  return sums;
}

Held held_stock(State& state, std::optional<Day> as_of, bool by_organisation, Texts& texts) {
  Held held;
  std::optional<custody::LotRow> lot;
  std::map<ProductId, std::string> calibres;
  std::map<PartyId, PartyId> organisations;
  for (const auto& [key, rounds] : balances(state, as_of)) {
    if (rounds <= Rounds{}) continue;
    if (!lot || lot->id != key.first) lot = state.book.lots.find(make_key(key.first));
    if (!lot) {
      held.of_unknown_lot += rounds;
      continue;
    }
    if (!calibres.contains(lot->product))
      calibres[lot->product] = state.book.products.find(make_key(lot->product))->calibre;
    PartyId holder = key.second;
    if (by_organisation) {
      if (!organisations.contains(holder)) organisations[holder] = parties::organisation_of(state.parties, holder);
      holder = organisations[holder];
    }
    if (lot->made_first.year() != lot->made_last.year()) held.year_unclear += rounds;
    held.stock.push_back({holder,
                          {lot->maker.number, texts.number(year_of(*lot)), texts.number(calibres[lot->product]),
                           texts.number(lot->number_key)},
                          rounds});
  }
  return held;
}

Result<analysis::MarkSet> marks_of(const Values& values) {
  analysis::MarkSet marks = 0;
  for (const std::string& text : values.list("marks"))
    marks = analysis::with(marks, TRY(of_field("marks", parse_word<Mark>(text, "marks"))));
  if (marks != 0) return marks;
  for (const Mark mark : {Mark::manufacturer, Mark::year, Mark::calibre}) marks = analysis::with(marks, mark);
  return marks;
}

std::string words_of(analysis::MarkSet marks) {
  std::vector<std::string_view> names;
  for (const auto& entry : Words<Mark>::all)
    if (analysis::has(marks, entry.value)) names.push_back(entry.text);
  return fmt::format("{}", fmt::join(names, " + "));
}

std::string code_of(State& state, PartyId id) {
  const auto party = state.parties.parties.find(make_key(id));
  return party ? party->code : std::string{};
}

ReportTable powers_table(const analysis::MarkPowers& powers) {
  ReportTable table{"combinations",
                    "What each combination tells, best first",
                    {{"marks", "marks read"},
                     {"readings", "readings", ColumnKind::count},
                     {"holders_left", "holders left", ColumnKind::number},
                     {"holders_most", "at most", ColumnKind::count},
                     {"bits", "bits", ColumnKind::number},
                     {"one_holder_share", "with one holder", ColumnKind::share}}};
  for (const auto& p : powers.powers)
    table.rows.push_back({words_of(p.marks), static_cast<std::int64_t>(p.values), p.holders_left,
                          static_cast<std::int64_t>(p.holders_most), p.bits, p.one_holder_share});
  return table;
}

ReportTable holders_table(State& state, const std::vector<analysis::SharedReading>& readings,
                          const std::string& marks) {
  ReportTable table{"holders",
                    fmt::format("How {} leads back to each holder", marks),
                    {{"party", "party"},
                     {"rounds", "rounds", ColumnKind::count},
                     {"readings", "readings", ColumnKind::count},
                     {"only_it", "only it has", ColumnKind::count},
                     {"one_holder_share", "of its rounds", ColumnKind::share},
                     {"holders_left", "holders left", ColumnKind::number}}};
  for (const auto& p : analysis::holder_powers(readings))
    table.rows.push_back({code_of(state, p.holder), p.rounds.count(), static_cast<std::int64_t>(p.readings),
                          static_cast<std::int64_t>(p.only_it), p.one_holder_share, p.holders_left});
  return table;
}

ReportTable readings_table(State& state, const std::vector<analysis::SharedReading>& readings, analysis::MarkSet marks,
                           PartyId only, const Texts& texts) {
  ReportTable table{"readings", fmt::format("Readings of {}", words_of(marks)), {}};
  for (const auto& entry : Words<Mark>::all)
    if (analysis::has(marks, entry.value)) table.columns.push_back({std::string{entry.text}, std::string{entry.text}});
  table.columns.push_back({"rounds", "rounds", ColumnKind::count});
  table.columns.push_back({"holders", "holders", ColumnKind::count});
  table.columns.push_back({"held_by", "held by"});
  for (const auto& reading : readings) {
    const bool of_holder =
        !only || std::ranges::find(reading.holders, only, &std::pair<PartyId, Rounds>::first) != reading.holders.end();
    if (!of_holder || table.rows.size() == kReadingsListed) continue;
    auto& row = table.rows.emplace_back();
    for (const auto& entry : Words<Mark>::all) {
      if (!analysis::has(marks, entry.value)) continue;
      const std::int64_t value = reading.marks[static_cast<std::size_t>(entry.value)];
      row.emplace_back(entry.value == Mark::manufacturer ? code_of(state, PartyId{value})
                                                         : texts.texts[static_cast<std::size_t>(value)]);
    }
    std::vector<std::string> names;
    for (const auto& [holder, rounds] : reading.holders)
      if (names.size() < kHoldersNamed) names.push_back(code_of(state, holder));
    if (names.size() < reading.holders.size())
      names.push_back(fmt::format("and {} more", reading.holders.size() - names.size()));
    row.emplace_back(reading.rounds.count());
    row.emplace_back(static_cast<std::int64_t>(reading.holders.size()));
    row.emplace_back(fmt::format("{}", fmt::join(names, ", ")));
  }
  return table;
}

Result<PartyId> party_of(State& state, const Values& values) {
  if (!values.has("holder")) return PartyId{};
  const auto party = state.parties.parties.first_by("code", values.text("holder"));
  if (!party) return refuse(parties::unknown_party, "{}", values.text("holder"));
  return party->id;
}

Result<void> fill(State& state, const Reference&, const Values& values, Report& report) {
  std::optional<Day> as_of;
  if (values.has("as_of")) as_of = TRY(values.day("as_of"));
  const std::string& by = values.text("by");
  if (!by.empty() && by != "unit" && by != "organisation")
    return refuse(unknown_word, "by \"{}\"; it is unit or organisation", by);
  const auto marks = TRY(marks_of(values));
  const PartyId only = TRY(of_field("holder", party_of(state, values)));
  Texts texts;
  const Held held = held_stock(state, as_of, by == "organisation", texts);
  const auto powers = analysis::mark_powers(held.stock);
  const auto readings = analysis::readings_of(held.stock, marks);
  const auto all = std::ranges::find(powers.powers, marks, &analysis::MarkPower::marks);
  report.words = all == powers.powers.end()
                     ? "nobody holds anything"
                     : fmt::format(
                           "{} rounds with {} holders; reading {} leaves {:.1f} of them, to be expected, and "
                           "tells {:.1f} of the {:.1f} bits that would name one",
                           powers.rounds.count(), powers.holders, words_of(marks), all->holders_left, all->bits,
                           powers.bits_whole);
  report.tables = {powers_table(powers), holders_table(state, readings, words_of(marks)),
                   readings_table(state, readings, marks, only, texts)};
  report.limits.emplace_back("every round weighs alike: holders of much weigh more than holders of little");
  report.limits.emplace_back("a mark is taken to be read whole and right; one that is worn or misread tells less");
  if (held.year_unclear > Rounds{})
    report.limits.push_back(
        fmt::format("{} rounds are of lots whose year is not known: the span of years counts as a "
                    "reading of its own, which makes years tell more than they do",
                    held.year_unclear.count()));
  if (held.of_unknown_lot > Rounds{})
    report.limits.push_back(fmt::format("{} rounds of unknown lot are left out", held.of_unknown_lot.count()));
  if (readings.size() > kReadingsListed)
    report.limits.push_back(
        fmt::format("of {} readings the {} with most rounds are listed", readings.size(), kReadingsListed));
  return {};
}

}  // namespace

ReportKind report_mark_power() { return {kForm, 1, fill}; }

}  // namespace lotline::service
