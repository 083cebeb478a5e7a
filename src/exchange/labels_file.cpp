#include "exchange/labels_file.h"

#include <algorithm>
#include <filesystem>

#include "base/refusals.h"
#include "base/text.h"
#include "exchange/named_columns.h"

namespace lotline::exchange {

namespace {

namespace fs = std::filesystem;

/// Fadul_1-2 and not Fadul_F.
bool named_as_known(const std::string& file) {
  const std::string stem = fs::path(file).stem().string();
  const auto hyphen = stem.rfind('-');
  return hyphen != std::string::npos && hyphen + 1 < stem.size() &&
         std::all_of(stem.begin() + static_cast<std::ptrdiff_t>(hyphen) + 1, stem.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Result<std::vector<service::LabelledScan>> read_labels(const std::string& folder) {
  CsvReader reader = TRY(CsvReader::open((fs::path(folder) / "labels.csv").string()));
  return read_labels(reader, folder);
}

Result<std::vector<service::LabelledScan>> read_labels(CsvReader& reader, const std::string& folder) {
  const NamedColumns header = TRY(NamedColumns::of(reader));
  const std::size_t file = TRY(header.position("file"));
  const std::size_t firearm = TRY(header.position("firearm"));
  const bool tells_known = header.has("known");
  const std::size_t known = tells_known ? TRY(header.position("known")) : 0;
  std::vector<service::LabelledScan> scans;
  while (const auto row = TRY(reader.next())) {
    const auto field = [&](std::size_t i) {
      return i < row->fields.size() ? std::string{trim(row->fields[i])} : std::string{};
    };
    if (field(file).empty() || field(firearm).empty())
      return refuse(missing_value, "{}:{}: file and firearm", reader.name(), row->line);
    scans.push_back({(fs::path(folder) / field(file)).string(), field(firearm),
                     tells_known ? field(known) == "yes" : named_as_known(field(file))});
  }
  std::sort(scans.begin(), scans.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  const auto twice =
      std::adjacent_find(scans.begin(), scans.end(), [](const auto& a, const auto& b) { return a.path == b.path; });
  if (twice != scans.end()) return refuse(bad_columns, "{}: {} stands twice", reader.name(), twice->path);
  return scans;
}

}  // namespace lotline::exchange
