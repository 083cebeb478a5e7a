#include "exchange/scan_files.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/refusals.h"
#include "base/text.h"
#include "exchange/refusals.h"
#include "service/acts.h"
#include "service/refusals.h"

namespace lotline::exchange {

namespace {

namespace fs = std::filesystem;
using service::ScanToEnrol;

constexpr std::string_view kLabels = "scans.csv";

bool is_x3p(const fs::path& path) { return to_lower_ascii(path.extension().string()) == ".x3p"; }

/// Files that some archivers leave beside every file hold no scan.
bool is_leaving(const fs::path& path) {
  return path.filename().string().starts_with("._") || path.string().contains("__MACOSX");
}

Result<std::vector<std::string>> columns_of(CsvReader& reader) {
  const auto header = TRY(reader.next());
  if (!header) return refuse(bad_columns, "{} is empty", reader.name());
  const auto* act = TRY(service::find_act("scans"));
  std::vector<std::string> columns;
  for (const auto field : header->fields) {
    const std::string column{trim(field)};
    if (act->form.field(column) == nullptr)
      return of_field<std::vector<std::string>>(column, refuse(bad_columns, "{}: no column {}", reader.name(), column));
    if (std::ranges::find(columns, column) != columns.end())
      return of_field<std::vector<std::string>>(
          column, refuse(bad_columns, "{}: the column {} stands twice", reader.name(), column));
    columns.push_back(column);
  }
  if (std::ranges::find(columns, "file") == columns.end())
    return of_field<std::vector<std::string>>("file", refuse(bad_columns, "{}: no column file", reader.name()));
  return columns;
}

/// Over what is said of all files stands what a row says of its own.
ScanFields over(const ScanFields& said, const ScanFields& row) {
  ScanFields fields = row;
  for (const auto& [name, value] : said)
    if (std::ranges::none_of(row, [&](const auto& field) { return field.first == name; }))
      fields.emplace_back(name, value);
  return fields;
}

Result<void> add_folder(const fs::path& folder, const ScanFields& said, std::vector<ScanToEnrol>& scans) {
  std::vector<fs::path> files;
  std::vector<fs::path> labels;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (!at->is_regular_file(error)) continue;
    if (is_x3p(at->path()) && !is_leaving(at->path())) files.push_back(at->path());
    if (at->path().filename() == kLabels) labels.push_back(at->path());
  }
  if (error) return refuse(unreadable_file, "{}: {}", folder.string(), error.message());
  std::ranges::sort(files);
  std::ranges::sort(labels);
  const std::size_t before = scans.size();
  std::set<fs::path> labelled;
  for (const auto& file : labels) {
    auto reader = TRY(CsvReader::open(file.string()));
    for (auto& scan : TRY(read_scan_labels(reader, file.parent_path().string(), said))) {
      labelled.insert(fs::path(scan.path).lexically_normal());
      scans.push_back(std::move(scan));
    }
  }
  for (const auto& file : files)
    if (!labelled.contains(file.lexically_normal())) scans.push_back({file.string(), said});
  if (scans.size() == before) return refuse(service::no_scan_files, "{}", folder.string());
  return {};
}

}  // namespace

Result<std::vector<ScanToEnrol>> read_scan_labels(CsvReader& reader, const std::string& folder,
                                                  const ScanFields& said) {
  const auto columns = TRY(columns_of(reader));
  std::vector<ScanToEnrol> scans;
  while (const auto row = TRY(reader.next())) {
    if (row->fields.size() != columns.size())
      return refuse(wrong_field_count, "{}:{}: {} instead of {}", reader.name(), row->line, row->fields.size(),
                    columns.size());
    ScanFields told;
    std::string file;
    for (std::size_t at = 0; at < columns.size(); ++at) {
      const std::string value{trim(row->fields[at])};
      if (columns[at] == "file")
        file = value;
      else if (!value.empty())
        told.emplace_back(columns[at], value);
    }
    if (file.empty())
      return of_field<std::vector<ScanToEnrol>>("file", refuse(missing_value, "{}:{}: file", reader.name(), row->line));
    scans.push_back({(fs::path(folder) / file).string(), over(said, told)});
  }
  return scans;
}

Result<std::vector<ScanToEnrol>> scan_files(const std::vector<std::string>& paths, const ScanFields& said) {
  std::vector<ScanToEnrol> scans;
  for (const fs::path path : paths) {
    std::error_code error;
    if (fs::is_directory(path, error))
      TRY(add_folder(path, said, scans));
    else if (!fs::exists(path, error))
      return refuse(service::no_scan_files, "{}", path.string());
    else
      scans.push_back({path.string(), said});
  }
  return scans;
}

}  // namespace lotline::exchange
