#include "exchange/csv_import.h"

#include <cstdio>
#include <fstream>
#include <set>

#include "base/csv.h"
#include "exchange/csv_form.h"
#include "exchange/refusals.h"
#include "service/refusals.h"
#include "service/row_content.h"

namespace lotline::exchange {

namespace {

using service::Desk;
using service::ImportSource;
using service::Values;

/// How often progress is reported.
constexpr std::int64_t kRowsBetweenReports = 2'000;

/// Where bad rows go: the same columns, and one that says why, in place of why the row was refused before.
class RefusedRows {
 public:
  RefusedRows(std::string path, const std::vector<std::string>& columns) : path_(std::move(path)), columns_(columns) {}

  Result<void> write(const CsvRow& row, const Refusal& refusal) {
    if (!file_.is_open()) {
      file_.open(path_, std::ios::binary | std::ios::trunc);
      file_ << line_of({columns_.begin(), columns_.end()}, std::string{kRefusedColumn});
    }
    file_ << line_of(row.fields, fmt::format("{} {}: {}", refusal.number, refusal.name, refusal.text));
    if (!file_) return refuse(unwritable_file, "{}", path_);
    return {};
  }
  [[nodiscard]] std::string path() const { return file_.is_open() ? path_ : ""; }

 private:
  [[nodiscard]] std::string line_of(const std::vector<std::string_view>& fields, const std::string& last) const {
    std::vector<std::string> line;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (columns_[i] != kRefusedColumn) line.emplace_back(i < fields.size() ? fields[i] : "");
    line.push_back(last);
    return csv_row(line);
  }

  std::string path_;
  std::vector<std::string> columns_;
  std::ofstream file_;
};

enum class Outcome { recorded, skipped };

/// One row: recognised as recorded before, or decided and entered.
Result<Outcome> take_row(Desk& desk, const CsvForm& form, const CsvRow& row) {
  if (row.fields.size() != form.columns.size())
    return refuse(wrong_field_count, "{} instead of {}", row.fields.size(), form.columns.size());
  const std::string issuer = TRY(of_field("issuer", clean_text(row.fields[form.issuer], "issuer")));
  const std::string ref = TRY(of_field("ref", clean_text(row.fields[form.ref], "ref")));
  if (issuer.empty() || ref.empty()) return refuse(row_without_ref);
  std::vector<std::pair<std::string_view, std::string_view>> filled;
  for (const std::size_t column : form.by_name) filled.emplace_back(form.columns[column], row.fields[column]);
  ImportSource source{service::content_of(filled), issuer, ref};
  if (const auto known = desk.store.state().import_refs.find(make_key(issuer, ref))) {
    if (known->content != source.content)
      return refuse(service::ref_reused, "{} {}, record {}", issuer, ref, known->number);
    return Outcome::skipped;
  }
  const Values values = TRY(Values::of(form.act->form, filled));
  TRY(form.act->record(desk, values, source));
  return Outcome::recorded;
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
        if (options_.on_error == OnError::proceed) TRY(refused.write(CsvRow{reader.line(), {}, {}}, row.error()));
        if (!reader.recoverable()) break;
        continue;
      }
      if (!*row) break;
      desk_.store.mark();
      const auto outcome = take_row(desk_, form, **row);
      if (outcome) {
        ++(*outcome == Outcome::recorded ? file.recorded : file.skipped);
      } else {
        desk_.store.undo_to_mark();
        desk_.lookup.forget();
        note(file, (*row)->line, outcome.error());
        if (options_.on_error == OnError::proceed) TRY(refused.write(**row, outcome.error()));
      }
      if (++rows_ % kRowsBetweenReports == 0) report(reader);
    }
    report(reader);
    file.refused_path = refused.path();
    return {};
  }

 private:
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
