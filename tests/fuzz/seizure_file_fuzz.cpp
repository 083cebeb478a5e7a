// Any bytes as a seizure file: a question or a refusal. Each line of a question has marks and a count, and the question
// written as a file is read again as the same.

#include "exchange/seizure_file.h"
#include "tests/fuzz/marks_fuzz.h"

namespace {

using namespace lotline;

void demand(bool holds) {
  if (!holds) std::abort();
}

std::string file_of(const tracing::SeizureQuestion& question) {
  std::string text = csv_row(
      {"headstamp", "calibre", "colours", "lot_mark", "year", "package", "count", "fired", "found_on", "found_in"});
  for (const auto& [number, marks, count, fired] : question.lines) {
    text += csv_row({marks.headstamp, marks.calibre, marks.colours, marks.lot_mark, marks.year, marks.package,
                     std::to_string(count), fired ? "yes" : "no", question.found_on ? to_text(*question.found_on) : "",
                     question.found_in});
  }
  return text;
}

void demand_same(const tracing::SeizureQuestion& a, const tracing::SeizureQuestion& b) {
  demand(a.lines.size() == b.lines.size() && a.found_on == b.found_on && a.found_in == b.found_in);
  for (std::size_t i = 0; i < a.lines.size(); ++i) {
    const auto& [number, marks, count, fired] = a.lines[i];
    const auto& other = b.lines[i];
    demand(number == static_cast<int>(i) + 1 && number == other.number && count > 0 && count == other.count);
    demand(fired == other.fired && !marks.empty());
    demand(marks.headstamp == other.marks.headstamp && marks.calibre == other.marks.calibre);
    demand(marks.colours == other.marks.colours && marks.lot_mark == other.marks.lot_mark);
    demand(marks.year == other.marks.year && marks.package == other.marks.package);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto reader = CsvReader::of_text({reinterpret_cast<const char*>(data), size}, "fuzz");
  const auto question = exchange::read_seizure(reader, fuzz::tables());
  if (!question) return 0;
  auto second = CsvReader::of_text(file_of(*question), "again");
  const auto again = exchange::read_seizure(second, fuzz::tables());
  demand(again.has_value());
  demand_same(*question, *again);
  return 0;
}
