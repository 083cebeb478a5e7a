#include "exchange/labelled_scores_file.h"

#include <charconv>
#include <cmath>
#include <map>

#include "base/text.h"
#include "comparison/refusals.h"
#include "exchange/named_columns.h"

namespace lotline::exchange {

Result<std::vector<NamedScore>> read_named_scores(CsvReader& reader, const ScoreColumns& columns,
                                                  const std::vector<std::string>& also) {
  const NamedColumns header = TRY(NamedColumns::of(reader));
  const std::size_t score = TRY(header.position(columns.score));
  const std::size_t a = TRY(header.position(columns.source_a));
  const std::size_t b = TRY(header.position(columns.source_b));
  std::vector<std::size_t> others;
  for (const auto& name : also) others.push_back(TRY(header.position(name)));
  std::vector<NamedScore> rows;
  for (;;) {
    const auto row = TRY(reader.next());
    if (!row) return rows;
    const auto bad = [&](std::string_view why) {
      return refuse(comparison::bad_labelled_pair, "{}:{}: {}", reader.name(), row->line, why);
    };
    if (row->fields.size() != header.count()) return bad("not as many fields as the header");
    NamedScore& read = rows.emplace_back();
    const std::string_view text = trim(row->fields[score]);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read.score);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(read.score))
      return bad("the score is no finite number");
    read.source_a = trim(row->fields[a]);
    read.source_b = trim(row->fields[b]);
    if (read.source_a.empty() || read.source_b.empty()) return bad("a source is not named");
    for (const std::size_t column : others) read.also.emplace_back(trim(row->fields[column]));
  }
}

LabelledScores numbered(const std::vector<NamedScore>& rows) {
  std::map<std::string, int> numbers;
  for (const NamedScore& row : rows) {
    numbers.emplace(row.source_a, 0);
    numbers.emplace(row.source_b, 0);
  }
  LabelledScores labelled;
  for (auto& [name, number] : numbers) {
    number = static_cast<int>(labelled.sources.size());
    labelled.sources.push_back(name);
  }
  for (const NamedScore& row : rows)
    labelled.scores.push_back({row.score, numbers[row.source_a], numbers[row.source_b]});
  return labelled;
}

}  // namespace lotline::exchange
