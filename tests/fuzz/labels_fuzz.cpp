// Any bytes as the scans.csv and as the labels.csv of a folder of scans: rows come out or a refusal. Each row has a
// file below the folder's path and no field twice; rows of scans.csv written again are read as the same.

#include <cstdlib>
#include <set>

#include "exchange/labels_file.h"
#include "exchange/scan_files.h"

namespace {

using namespace lotline;
using service::ScanToEnrol;

void demand(bool holds) {
  if (!holds) std::abort();
}

const exchange::ScanFields kSaid{{"mark", "firing_pin"}, {"exhibit", "7"}};

/// One file for one row, since a row leaves out what it does not tell.
std::string file_of(const ScanToEnrol& scan) {
  std::vector<std::string> columns{"file"};
  std::vector<std::string> values{scan.path};
  for (const auto& [name, value] : scan.fields) {
    columns.push_back(name);
    values.push_back(value);
  }
  return csv_row(columns) + csv_row(values);
}

void check(const ScanToEnrol& scan) {
  std::set<std::string> names;
  for (const auto& [name, value] : scan.fields) demand(!value.empty() && names.insert(name).second);
  for (const auto& [name, value] : kSaid) demand(names.contains(name));
  auto reader = CsvReader::of_text(file_of(scan), "again");
  const auto again = exchange::read_scan_labels(reader, "", {});
  demand(again && again->size() == 1 && again->front().path == scan.path && again->front().fields == scan.fields);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text{reinterpret_cast<const char*>(data), size};
  auto scans = CsvReader::of_text(text, "fuzz");
  if (const auto rows = exchange::read_scan_labels(scans, "/folder", kSaid))
    for (const auto& scan : *rows) check(scan);
  auto labels = CsvReader::of_text(text, "fuzz");
  if (const auto rows = exchange::read_labels(labels, "/folder"))
    for (const auto& scan : *rows) demand(!scan.path.empty() && !scan.firearm.empty());
  return 0;
}
