#include "service/report_names.h"
#include "service/report_scope.h"

namespace lotline::service {

namespace {

const Form kForm{"test_fires",
                 "registered guns by jurisdiction, with whether each was test fired and its cases imaged",
                 {{"from", "registered on this day or later", ""},
                  {"to", "registered on this day or before", "2022-12-31"},
                  {"country", "only registered in it, ISO 3166 alpha-2", ""},
                  {"status", "only lacking, test_fired or imaged", "lacking"}}};

/// Where it is registered; of a record that does not say, the country of the last registered owner.
std::string jurisdiction_of(const State& state, const firearms::FirearmRow& gun) {
  if (!gun.jurisdiction.empty()) return gun.jurisdiction;
  const auto owner = state.parties.parties.find(make_key(gun.owner));
  return owner ? owner->country : std::string{};
}

struct Jurisdiction {
  std::int64_t guns = 0;
  std::int64_t test_fired = 0;
  std::int64_t imaged = 0;
};

struct GunStatus {
  std::vector<RecordNumber> test_fires;
  std::vector<RecordNumber> scans;

  [[nodiscard]] std::string text() const {
    return test_fires.empty() ? "lacking" : scans.empty() ? "test_fired" : "imaged";
  }
};

GunStatus status_of(const State& state, FirearmId gun) {
  GunStatus status;
  for (const auto& fired : state.scans.test_fires.all_by("firearm", gun.number))
    if (fired.withdrawn == 0) status.test_fires.push_back(fired.id.number);
  status.scans = scans_of(state, gun.number);
  return status;
}

Result<void> fill(State& state, const Reference& reference, const Values& values, Report& report) {
  ReportScope scope = TRY(scope_of(reference, values));
  const std::string& wanted = values.text("status");
  if (!wanted.empty() && wanted != "lacking" && wanted != "test_fired" && wanted != "imaged")
    return refuse(unknown_word, "status \"{}\"; it is lacking, test_fired or imaged", wanted);

  ReportTable guns{"firearms",
                   "Guns",
                   {{"firearm", "record", ColumnKind::records},
                    {"make", "make"},
                    {"serial", "serial"},
                    {"calibre", "calibre", ColumnKind::text, false},
                    {"jurisdiction", "jurisdiction"},
                    {"registered", "registered"},
                    {"status", "status"},
                    {"test_fires", "test fires", ColumnKind::records},
                    {"scans", "scans", ColumnKind::records, false}}};
  std::map<std::string, Jurisdiction> jurisdictions;
  std::int64_t nowhere = 0;
  state.firearms.firearms.scan({}, [&](const firearms::FirearmRow& gun) {
    const std::string where = jurisdiction_of(state, gun);
    const When registered{gun.registered_first, gun.registered_last};
    if (!scope.takes(registered, where.substr(0, 2))) return true;
    const GunStatus status = status_of(state, gun.id);
    Jurisdiction& sum = jurisdictions[where];
    ++sum.guns;
    sum.test_fired += status.test_fires.empty() ? 0 : 1;
    sum.imaged += status.text() == "imaged" ? 1 : 0;
    nowhere += where.empty() ? 1 : 0;
    if (!wanted.empty() && status.text() != wanted) return true;
    guns.rows.push_back({record_cell(gun.id.number), gun.make, gun.serial, gun.calibre, where, to_text(registered),
                         status.text(), status.test_fires, status.scans});
    return true;
  });

  ReportTable sums{"jurisdictions",
                   "By jurisdiction",
                   {{"jurisdiction", "jurisdiction"},
                    {"firearms", "guns", ColumnKind::count},
                    {"test_fired", "test fired", ColumnKind::count},
                    {"imaged", "imaged", ColumnKind::count},
                    {"lacking", "lacking", ColumnKind::count},
                    {"share_test_fired", "test fired, of guns", ColumnKind::share}}};
  std::int64_t lacking = 0;
  std::int64_t all = 0;
  for (const auto& [where, sum] : jurisdictions) {
    sums.rows.push_back(
        {where, sum.guns, sum.test_fired, sum.imaged, sum.guns - sum.test_fired, share_of(sum.test_fired, sum.guns)});
    lacking += sum.guns - sum.test_fired;
    all += sum.guns;
  }
  report.words = fmt::format("{} of {} registered guns lack a test fire", lacking, all);
  report.tables = {std::move(sums), std::move(guns)};
  report.limits.emplace_back(
      "whether a test fire is asked for is the law of the jurisdiction: to lack one is no breach by itself (para 79)");
  if (nowhere > 0)
    report.limits.push_back(fmt::format("of {} guns neither jurisdiction nor owner is on record", nowhere));
  scope.tell(report);
  return {};
}

}  // namespace

ReportKind report_test_fires() { return {kForm, 1, fill}; }

}  // namespace lotline::service
