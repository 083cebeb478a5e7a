#include "service/report_names.h"
#include "service/report_scope.h"

namespace lotline::service {

namespace {

const Form kForm{
    "imaging", "fired cases from crime scenes of which no scan is on record", {kFromField, kToField, kCountryField}};

bool from_scene(const seizure::ExhibitRow& exhibit) {
  return exhibit.kind == seizure::ExhibitKind::fired_case &&
         (exhibit.circumstances == "crime_scene" || !exhibit.incident.empty());
}

struct Scenes {
  std::int64_t exhibits = 0;
  std::int64_t imaged = 0;
  Rounds not_imaged;
};

Result<void> fill(State& state, const Reference& reference, const Values& values, Report& report) {
  ReportScope scope = TRY(scope_of(reference, values));
  ReportTable lacking{"not_imaged",
                      "Not imaged",
                      {{"exhibit", "exhibit", ColumnKind::records},
                       {"case_number", "case"},
                       {"country", "State"},
                       {"place", "place"},
                       {"incident", "incident"},
                       {"found", "found"},
                       {"days", "days", ColumnKind::count},
                       {"cases", "fired cases", ColumnKind::count},
                       {"custodian", "custodian"},
                       {"replicas", "replicas", ColumnKind::records}}};
  std::map<std::string, Scenes> countries;
  state.exhibits.exhibits.scan({}, [&](const seizure::ExhibitRow& exhibit) {
    if (!from_scene(exhibit) || !scope.takes(exhibit.found_on(), exhibit.country)) return true;
    Scenes& scenes = countries[exhibit.country];
    ++scenes.exhibits;
    if (!scans_of(state, exhibit.id.number).empty()) {
      ++scenes.imaged;
      return true;
    }
    scenes.not_imaged += exhibit.count;
    std::vector<RecordNumber> replicas;
    for (const auto& replica : state.replicas.replicas.all_by("exhibit", exhibit.id.number))
      if (replica.withdrawn == 0) replicas.push_back(replica.id.number);
    lacking.rows.push_back({record_cell(exhibit.id.number), exhibit.case_number, exhibit.country, exhibit.place,
                            exhibit.incident, to_text(exhibit.found_on()),
                            std::int64_t{reference.today.count} - exhibit.found_last.count, exhibit.count.count(),
                            party_code(state, exhibit.custodian), replicas});
    return true;
  });

  ReportTable sums{"countries",
                   "By State",
                   {{"country", "State"},
                    {"exhibits", "exhibits", ColumnKind::count},
                    {"imaged", "imaged", ColumnKind::count},
                    {"not_imaged", "not imaged", ColumnKind::count},
                    {"share_imaged", "imaged, of exhibits", ColumnKind::share},
                    {"cases_not_imaged", "fired cases not imaged", ColumnKind::count}}};
  std::int64_t all = 0;
  for (const auto& [country, scenes] : countries) {
    sums.rows.push_back({country, scenes.exhibits, scenes.imaged, scenes.exhibits - scenes.imaged,
                         share_of(scenes.imaged, scenes.exhibits), scenes.not_imaged.count()});
    all += scenes.exhibits;
  }
  report.words =
      fmt::format("{} of {} exhibits of fired cases from crime scenes were never imaged", lacking.rows.size(), all);
  report.tables = {std::move(sums), std::move(lacking)};
  report.limits.emplace_back("an exhibit of several cases counts as imaged once one of them was scanned");
  scope.tell(report);
  return {};
}

}  // namespace

ReportKind report_imaging() { return {kForm, 1, fill}; }

}  // namespace lotline::service
