#include "simulation/csv_sink.h"

#include <algorithm>
#include <filesystem>

#include "base/csv.h"
#include "base/refusals.h"
#include "simulation/refusals.h"

namespace lotline::simulation {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kWriteAt = std::size_t{1} << 20;

/// The place of a form among all: the order in which a register is filled.
std::size_t place_of(std::string_view form) {
  const auto acts = service::acts();
  return static_cast<std::size_t>(std::ranges::find(acts, form, [](const auto& act) { return act.form.name; }) -
                                  acts.begin());
}

}  // namespace

Result<CsvSink> CsvSink::into(const std::string& folder) {
  std::error_code error;
  fs::create_directory(folder, error);
  if (!fs::is_directory(folder, error)) return refuse(unwritable_file, "{} is not a folder", folder);
  for (const auto& entry : fs::directory_iterator(folder, error))
    if (entry.path().extension() == ".csv") return refuse(not_empty, "{}", entry.path().string());
  return CsvSink(folder);
}

Result<void> CsvSink::begin_return(int year, Day) {
  TRY(finish());
  year_ = year;
  return {};
}

Result<RecordNumber> CsvSink::take(const Row& row) {
  const service::ActKind* act = TRY(service::find_act(row.form));
  File& file = file_of(row.form, *act);
  file.waiting += fmt::format("{},{}", kIssuer, csv_field(row.ref));
  for (const auto& field : act->form.fields) {
    file.waiting.push_back(',');
    const auto filled = std::ranges::find(row.fields, field.name, [](const auto& f) { return f.first; });
    if (filled != row.fields.end()) file.waiting += csv_field(filled->second);
  }
  file.waiting.push_back('\n');
  if (file.waiting.size() >= kWriteAt) TRY(write(file));
  return 0;
}

CsvSink::File& CsvSink::file_of(std::string_view form, const service::ActKind& act) {
  auto& file = files_[form];
  if (file) return *file;
  file = std::make_unique<File>();
  file->path = fmt::format("{}/{}-{:02}-{}.csv", folder_, year_, place_of(form) + 1, form);
  file->stream.open(file->path, std::ios::binary | std::ios::trunc);
  std::vector<std::string> header{"issuer", "ref"};
  for (const auto& field : act.form.fields) header.emplace_back(field.name);
  file->waiting = csv_row(header);
  return *file;
}

Result<void> CsvSink::write(File& file) {
  file.stream << file.waiting;
  file.waiting.clear();
  if (!file.stream) return refuse(unwritable_file, "{}", file.path);
  return {};
}

Result<void> CsvSink::finish() {
  for (auto& [form, file] : files_) {
    TRY(write(*file));
    file->stream.flush();
    if (!file->stream) return refuse(unwritable_file, "{}", file->path);
  }
  files_.clear();
  return {};
}

std::string CsvSink::code_of(const Row& party, RecordNumber) {
  for (const auto& [field, value] : party.fields)
    if (field == "code" || field == "number") return value;
  return {};
}

}  // namespace lotline::simulation
