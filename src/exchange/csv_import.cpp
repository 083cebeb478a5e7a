#include "exchange/csv_import.h"

#include "base/csv.h"
#include "exchange/called.h"
#include "exchange/csv_form.h"
#include "exchange/epcis_import.h"
#include "exchange/refused_rows.h"
#include "exchange/rows_ahead.h"

namespace lotline::exchange {

namespace {

using service::Desk;

class Importer {
 public:
  Importer(Desk& desk, const ImportOptions& options, ImportReport& report)
      : desk_(desk), options_(options), report_(report) {}

  /// What is said of the file calls it `name`.
  Result<void> take_file(const std::string& path, const std::string& name) {
    if (looks_like_json(path)) return import_epcis(desk_, {path, name}, options_, report_, rows_);
    CsvReader reader = TRY(CsvReader::open(path));
    const CsvForm form = TRY(form_of(reader));
    ImportedFile& file = report_.files.emplace_back();
    file.path = name;
    file.kind = form.act->form.name;
    RefusedRows refused(path + ".refused.csv", form.columns);
    path_ = path;
    const std::uint64_t total = reader.bytes_total();
    RowsAhead ahead(std::move(reader), form);
    while (auto batch = ahead.next()) {
      for (const RowAhead& row : batch->rows) {
        TRY(take_row(file, *form.act, row, refused));
        ++rows_;
      }
      report({path, batch->bytes_read, total, rows_});
    }
    file.refused_path = refused.path();
    return {};
  }

 private:
  /// Decided and entered, recognised as recorded before, or noted as refused.
  Result<void> take_row(ImportedFile& file, const service::ActKind& act, const RowAhead& row, RefusedRows& refused) {
    if (row.act()) {
      desk_.store.mark();
      const auto taken = take_act(desk_, act, *row.act());
      if (taken) {
        ++(taken->before ? file.skipped : file.recorded);
        return {};
      }
      desk_.store.undo_to_mark();
      desk_.lookup.forget();
      return note(file, row, taken.error(), refused);
    }
    return note(file, row, row.act().error(), refused);
  }
  /// A row that could not be told apart into the file's columns is kept as text; so is what was not mended of one.
  Result<void> note(ImportedFile& file, const RowAhead& row, const Refusal& why, RefusedRows& refused) {
    const Refusal refusal = calling(why, path_, file.path);
    ++file.refused;
    ++report_.refused;
    if (report_.errors.size() < kMostErrors) report_.errors.push_back({file.path, row.line(), refusal, -1, {}, {}});
    if (options_.on_error != OnError::proceed) return {};
    return row.malformed() ? refused.write_text(row.row(), refusal) : refused.write_fields(row.row(), refusal);
  }
  void report(const ImportProgress& progress) {
    if (options_.progress) options_.progress(progress);
  }

  Desk& desk_;
  const ImportOptions& options_;
  ImportReport& report_;
  std::int64_t rows_ = 0;
  std::string path_;  ///< of the file being taken
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
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const std::string& name = options.called.empty() ? paths[i] : options.called.at(i);
    const auto taken = importer.take_file(paths[i], name);
    if (!taken) return std::unexpected(calling(taken.error(), paths[i], name));
  }
  report.kept = report.refused == 0 || options.on_error == OnError::proceed;
  if (!report.kept) return report;
  work.commit();
  looked_up.keep();
  return report;
}

}  // namespace lotline::exchange
