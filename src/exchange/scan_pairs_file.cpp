#include "exchange/scan_pairs_file.h"

#include <filesystem>

#include "base/refusals.h"
#include "base/text.h"
#include "comparison/refusals.h"
#include "exchange/named_columns.h"

namespace lotline::exchange {

namespace {

struct Positions {
  std::size_t a = 0, b = 0;
  std::optional<std::size_t> source_a{}, source_b{};
};

/// A row with as many fields as there are; the rest stay empty.
ScanPair pair_of(const CsvRow& row, const Positions& at, const std::filesystem::path& folder) {
  const auto field = [&](std::size_t position) {
    return position < row.fields.size() ? std::string{row.fields[position]} : std::string{};
  };
  const auto path = [&](const std::string& name) { return name.empty() ? name : (folder / name).string(); };
  ScanPair pair;
  pair.line = row.line;
  pair.a = field(at.a);
  pair.b = field(at.b);
  pair.path_a = path(pair.a);
  pair.path_b = path(pair.b);
  if (at.source_a) pair.source_a = trim(field(*at.source_a));
  if (at.source_b) pair.source_b = trim(field(*at.source_b));
  return pair;
}

}  // namespace

Result<ScanPairs> read_scan_pairs(CsvReader& reader, const std::string& folder) {
  const NamedColumns header = TRY(NamedColumns::of(reader));
  Positions at{TRY(header.position("a")), TRY(header.position("b"))};
  ScanPairs pairs;
  pairs.labelled = header.has("source_a") && header.has("source_b");
  if (pairs.labelled) {
    at.source_a = TRY(header.position("source_a"));
    at.source_b = TRY(header.position("source_b"));
  }
  for (;;) {
    const auto row = reader.next();
    if (!row) {
      ScanPair& pair = pairs.rows.emplace_back(pair_of(reader.refused_row(), at, folder));
      pair.line = reader.line();
      pair.refused = row.error();
      continue;
    }
    if (!*row) return pairs;
    ScanPair& pair = pairs.rows.emplace_back(pair_of(**row, at, folder));
    const auto bad = [&](std::string_view why) {
      pair.refused = refuse(comparison::bad_scan_pair, "{}:{}: {}", reader.name(), pair.line, why).error();
    };
    if ((*row)->fields.size() != header.count())
      bad("not as many fields as the header");
    else if (pair.a.empty() || pair.b.empty())
      bad("a pair names two files");
    else if (pairs.labelled && (pair.source_a.empty() || pair.source_b.empty()))
      bad("a source is not named");
  }
}

Result<ScanPairs> read_scan_pairs(const std::string& path) {
  CsvReader reader = TRY(CsvReader::open(path));
  return read_scan_pairs(reader, std::filesystem::path(path).parent_path().string());
}

}  // namespace lotline::exchange
