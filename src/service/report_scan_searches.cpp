#include "service/report_names.h"
#include "service/report_scope.h"

namespace lotline::service {

namespace {

const Form kForm{"scan_searches",
                 "searches of the gallery of scans, with what was searched, by which versions, and the leads chosen",
                 {kFromField, kToField, {"case_number", "only with scans of this case", ""}}};

Result<void> fill(State& state, const Reference& reference, const Values& values, Report& report) {
  ReportScope scope = TRY(scope_of(reference, values));
  ReportTable table{"searches",
                    "Searches",
                    {{"search", "search", ColumnKind::records},
                     {"on", "on"},
                     {"scan", "scan", ColumnKind::records},
                     {"case_number", "case"},
                     {"firearm", "gun"},
                     {"gallery_scans", "scans", ColumnKind::count},
                     {"gallery_sources", "sources", ColumnKind::count},
                     {"passed", "left by filters", ColumnKind::count},
                     {"listed", "listed", ColumnKind::count},
                     {"leads", "leads", ColumnKind::records},
                     {"gallery_until", "gallery until record", ColumnKind::records, false},
                     {"gallery_hash", "gallery", ColumnKind::text, false},
                     {"filters", "filters", ColumnKind::text, false},
                     {"versions", "versions", ColumnKind::text, false}}};
  std::int64_t without = 0;
  state.scan_searches.searches.scan({}, [&](const seizure::ScanSearchRow& search) {
    const auto scan = state.scans.scans.find(make_key(search.scan));
    CHECK(scan.has_value());
    const bool of_gun = scan->source_kind == seizure::SourceKind::firearm;
    const std::string case_number = of_gun ? std::string{} : case_of(state, ExhibitId{scan->source});
    const When on{search.searched_first, search.searched_last};
    if (values.has("case_number") && values.text("case_number") != case_number) return true;
    if (!scope.takes(on, {})) return true;
    std::vector<RecordNumber> leads;
    for (const auto& lead : state.conclusions.leads.leads.all_by("search", search.id.number))
      if (lead.withdrawn == 0) leads.push_back(lead.id.number);
    without += leads.empty() ? 1 : 0;
    table.rows.push_back({record_cell(search.id.number), to_text(on), record_cell(search.scan.number), case_number,
                          of_gun ? firearm_name(state, FirearmId{scan->source}) : std::string{}, search.gallery_scans,
                          search.gallery_sources, search.passed, search.listed, leads,
                          record_cell(search.gallery_until), search.gallery_hash, search.filters, search.versions});
    return true;
  });
  report.words = fmt::format("{} searches, {} of them without a lead", table.rows.size(), without);
  report.tables.push_back(std::move(table));
  report.limits.emplace_back("a lead is a pair to be examined and no conclusion");
  scope.tell(report);
  return {};
}

}  // namespace

ReportKind report_scan_searches() { return {kForm, 1, fill}; }

}  // namespace lotline::service
