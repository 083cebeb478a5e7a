// Any bytes as a CSV file: rows come out or refusals, and a row that came out is read back the same when written again.

#include <cstdlib>

#include "base/csv.h"
#include "base/text.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void read_back(const lotline::CsvRow& row) {
  std::vector<std::string> fields(row.fields.begin(), row.fields.end());
  auto again = lotline::CsvReader::of_text("first\n" + lotline::csv_row(fields), "again");
  check(again.next().has_value());
  const auto second = again.next();
  check(second && *second && (*second)->fields.size() == fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) check((*second)->fields[i] == fields[i]);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto reader = lotline::CsvReader::of_text({reinterpret_cast<const char*>(data), size}, "fuzz");
  std::size_t line = 0;
  for (;;) {
    const auto row = reader.next();
    if (!row) {
      // Reading goes on, and no field lies outside the row.
      const auto refused = reader.refused_row();
      check(refused.raw.size() <= size && refused.fields.size() <= 1001);
      for (const auto field : refused.fields) check(field.size() <= refused.raw.size());
      check(reader.line() > line || line == 0);
      line = reader.line();
      continue;
    }
    if (!*row) {
      check(reader.bytes_read() <= size);
      return 0;
    }
    // A row of blanks alone is a blank line when it is written again.
    const bool blank = (*row)->fields.size() == 1 && lotline::trim((*row)->fields.front()).empty();
    if (!blank) read_back(**row);
  }
}
