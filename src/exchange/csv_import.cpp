#include "exchange/csv_import.h"

#include "base/csv.h"
#include "exchange/csv_form.h"
#include "exchange/refusals.h"
#include "exchange/refused_rows.h"
#include "exchange/take_act.h"

namespace lotline::exchange {

namespace {

using service::Desk;

/// How often progress is reported.
constexpr std::int64_t kRowsBetweenReports = 2'000;

/// One row: recognised as recorded before, or decided and entered.
Result<Taken> take_row(Desk& desk, const CsvForm& form, const CsvRow& row) {
  if (row.fields.size() != form.columns.size())
    return refuse(wrong_field_count, "{} instead of {}", row.fields.size(), form.columns.size());
  if (form.refused_row && !trim(row.fields[*form.refused_row]).empty()) return refuse(row_not_mended);
  Filled filled;
  filled.reserve(form.by_name.size());
  for (const std::size_t column : form.by_name) filled.emplace_back(form.columns[column], row.fields[column]);
  return take_act(desk, *form.act, row.fields[form.issuer], row.fields[form.ref], filled);
}

class Importer {
 public:
  Importer(Desk& desk, const ImportOptions& options, ImportReport& report)
      : desk_(desk), options_(options), report_(report) {}

  Result<void> take_file(const std::string& path) {
    CsvReader reader = TRY(CsvReader::open(path));
    const CsvForm form = TRY(form_of(reader));
    ImportedFile& file = report_.files.emplace_back();
    file.path = path;
    file.kind = form.act->form.name;
    RefusedRows refused(path + ".refused.csv", form.columns);
    for (;;) {
      auto row = reader.next();
      if (!row) {
        note(file, reader.line(), row.error());
        if (options_.on_error == OnError::proceed) TRY(refused.write_text(reader.refused_row(), row.error()));
        continue;
      }
      if (!*row) break;
      desk_.store.mark();
      const auto outcome = take_row(desk_, form, **row);
      if (outcome) {
        ++(outcome->before ? file.skipped : file.recorded);
      } else {
        desk_.store.undo_to_mark();
        desk_.lookup.forget();
        note(file, (*row)->line, outcome.error());
        if (options_.on_error == OnError::proceed) TRY(write_down(refused, form, **row, outcome.error()));
      }
      if (++rows_ % kRowsBetweenReports == 0) report(reader);
    }
    report(reader);
    file.refused_path = refused.path();
    return {};
  }

 private:
  /// A row whose fields are not those of the columns is kept as text; so is what was not mended of one.
  static Result<void> write_down(RefusedRows& refused, const CsvForm& form, const CsvRow& row, const Refusal& refusal) {
    const bool by_columns = row.fields.size() == form.columns.size();
    return by_columns ? refused.write_fields(row, refusal) : refused.write_text(row, refusal);
  }
  void note(ImportedFile& file, std::size_t line, const Refusal& refusal) {
    ++file.refused;
    ++report_.refused;
    if (report_.errors.size() < kMostErrors) report_.errors.push_back({file.path, line, refusal});
  }
  void report(const CsvReader& reader) {
    if (options_.progress) options_.progress({reader.name(), reader.bytes_read(), reader.bytes_total(), rows_});
  }

  Desk& desk_;
  const ImportOptions& options_;
  ImportReport& report_;
  std::int64_t rows_ = 0;
};

/// Has the desk forget what it looked up in work that was undone, however that work ended.
class LookedUp {
 public:
  explicit LookedUp(service::Lookup& lookup) : lookup_(lookup) {}
  LookedUp(const LookedUp&) = delete;
  LookedUp& operator=(const LookedUp&) = delete;
  ~LookedUp() {
    if (!kept_) lookup_.forget();
  }
  void keep() { kept_ = true; }

 private:
  service::Lookup& lookup_;
  bool kept_ = false;
};

}  // namespace

Result<ImportReport> import_csv(Desk& desk, const std::vector<std::string>& paths, const ImportOptions& options) {
  ImportReport report;
  LookedUp looked_up(desk.lookup);
  auto work = TRY(service::UnitOfWork::begin(desk.store));
  Importer importer(desk, options, report);
  for (const std::string& path : paths) TRY(importer.take_file(path));
  report.kept = report.refused == 0 || options.on_error == OnError::proceed;
  if (!report.kept) return report;
  work.commit();
  looked_up.keep();
  return report;
}

}  // namespace lotline::exchange
