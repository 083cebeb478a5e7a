#include "service/report_names.h"
#include "service/report_scope.h"

namespace lotline::service {

namespace {

const Form kForm{
    "fired_cases",
    "fired cases by time and place, with calibre, maker, marks, incident, and how many were imaged and linked",
    {kFromField,
     kToField,
     kCountryField,
     {"place", "only found at this place, as recorded", ""},
     {"by", "month, quarter or year; year when empty", "month"}}};

enum class Period { month, quarter, year };

Result<Period> period_of(const Values& values) {
  const std::string& by = values.text("by");
  if (by == "month") return Period::month;
  if (by == "quarter") return Period::quarter;
  if (by.empty() || by == "year") return Period::year;
  return refuse(unknown_word, "by \"{}\"; it is month, quarter or year", by);
}

/// "2021", "2021-Q3" or "2021-08".
std::string label(Day day, Period period) {
  const std::string text = to_text(day);
  if (period == Period::year) return text.substr(0, 4);
  if (period == Period::month) return text.substr(0, 7);
  const int month = (text[5] - '0') * 10 + (text[6] - '0');
  return fmt::format("{}-Q{}", text.substr(0, 4), (month + 2) / 3);
}

/// Whom the lot on record names; of an unknown lot nobody, and the headstamp stands for itself.
std::string maker_of(const State& state, const seizure::ExhibitRow& exhibit) {
  const auto lot = state.book.lots.find(make_key(exhibit.lot));
  return exhibit.lot && lot ? party_code(state, lot->maker) : std::string{};
}

bool linked(const State& state, ExhibitId exhibit) {
  bool found = false;
  for (const char* index : {"exhibit", "other_exhibit"})
    state.conclusions.links.scan_by(index, exhibit.number, [&](const seizure::BallisticLinkRow& link) {
      const auto lead = state.conclusions.leads.leads.find(make_key(link.lead));
      const bool sealed = link.lead && lead && lead->sealed();
      found = link.ended == 0 && link.level == seizure::Conclusion::identification && !sealed;
      return !found;
    });
  return found;
}

struct Group {
  std::int64_t exhibits = 0;
  Rounds cases;
  std::int64_t imaged = 0;
  std::int64_t linked = 0;
};

Result<void> fill(State& state, const Reference& reference, const Values& values, Report& report) {
  ReportScope scope = TRY(scope_of(reference, values));
  const Period period = TRY(period_of(values));
  using Alike = std::array<std::string, 8>;
  std::map<Alike, Group> groups;
  std::map<std::pair<std::string, std::string>, Group> totals;
  std::int64_t imprecise = 0;
  state.exhibits.exhibits.scan({}, [&](const seizure::ExhibitRow& exhibit) {
    const bool elsewhere = values.has("place") && exhibit.place != values.text("place");
    if (exhibit.kind != seizure::ExhibitKind::fired_case || elsewhere) return true;
    if (!scope.takes(exhibit.found_on(), exhibit.country)) return true;
    std::string when = label(exhibit.found_first, period);
    if (when != label(exhibit.found_last, period)) {
      when.clear();
      ++imprecise;
    }
    const bool imaged = !scans_of(state, exhibit.id.number).empty();
    const bool link = linked(state, exhibit.id);
    for (Group* group : {&groups[{when, exhibit.country, exhibit.place, exhibit.calibre, maker_of(state, exhibit),
                                  exhibit.headstamp, exhibit.year, exhibit.incident}],
                         &totals[{when, exhibit.country}]}) {
      ++group->exhibits;
      group->cases += exhibit.count;
      group->imaged += imaged ? 1 : 0;
      group->linked += link ? 1 : 0;
    }
    return true;
  });

  const std::vector<ReportColumn> counts{{"exhibits", "exhibits", ColumnKind::count},
                                         {"cases", "fired cases", ColumnKind::count},
                                         {"imaged", "imaged", ColumnKind::count},
                                         {"linked", "linked", ColumnKind::count}};
  ReportTable sums{"periods", "By time and State", {{"period", "when"}, {"country", "State"}}};
  sums.columns.insert(sums.columns.end(), counts.begin(), counts.end());
  Rounds all;
  for (const auto& [key, group] : totals) {
    sums.rows.push_back({key.first, key.second, group.exhibits, group.cases.count(), group.imaged, group.linked});
    all += group.cases;
  }
  ReportTable profile{"profile",
                      "By time, place and kind",
                      {{"period", "when"},
                       {"country", "State"},
                       {"place", "place"},
                       {"calibre", "calibre"},
                       {"maker", "maker"},
                       {"headstamp", "headstamp"},
                       {"year", "year"},
                       {"incident", "incident"}}};
  profile.columns.insert(profile.columns.end(), counts.begin(), counts.end());
  for (const auto& [key, group] : groups) {
    std::vector<ReportValue> row(key.begin(), key.end());
    row.insert(row.end(), {group.exhibits, group.cases.count(), group.imaged, group.linked});
    profile.rows.push_back(std::move(row));
  }
  report.words = fmt::format("{} fired cases of {} kinds, times and places", all.count(), profile.rows.size());
  report.tables = {std::move(sums), std::move(profile)};
  report.limits.emplace_back(
      "maker is whom a recorded lot names; where the lot is not known the headstamp alone stands for it");
  report.limits.emplace_back("linked: an examiner identified it with another exhibit or with a gun");
  if (imprecise > 0)
    report.limits.push_back(
        fmt::format("{} exhibits are not dated well enough to say in which period they were found", imprecise));
  scope.tell(report);
  return {};
}

}  // namespace

ReportKind report_fired_cases() { return {kForm, 1, fill}; }

}  // namespace lotline::service
