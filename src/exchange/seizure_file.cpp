#include "exchange/seizure_file.h"

#include <set>

#include "base/refusals.h"
#include "exchange/refusals.h"
#include "service/catalogue_words.h"
#include "service/form.h"

namespace lotline::exchange {

namespace {

using service::Values;
using tracing::SeizureLine;
using tracing::SeizureQuestion;

const service::Form kForm{"seizure",
                          "one seizure: a row for each group of rounds or cases that look alike",
                          {{"headstamp", "characters as read", "DC? 87"},
                           {"calibre", "as read or measured", "7.62x51"},
                           {"colours", "of tip, sealant or case", ""},
                           {"lot_mark", "as read, on a round or on its box", ""},
                           {"year", "known or guessed", "1987"},
                           {"package", "code of the package they were in", ""},
                           {"count", "how many look like this", "40", true},
                           {"fired", "yes for fired cases", "no"},
                           {"found_on", "day, month, year or FROM/TO of the find", "2019-05-04"},
                           {"found_in", "country of the find", "BR"},
                           {"basis", "what the marks rest on; for the reader, it changes no answer", ""}}};

Result<std::vector<std::string>> columns_of(CsvReader& reader) {
  const auto header = TRY(reader.next());
  if (!header) return refuse(bad_columns, "{} is empty", reader.name());
  std::vector<std::string> columns;
  std::set<std::string> named;
  for (const auto field : header->fields) {
    const std::string column{trim(field)};
    if (kForm.field(column) == nullptr)
      return of_field<std::vector<std::string>>(column, refuse(bad_columns, "{}: no column {}", reader.name(), column));
    if (!named.insert(column).second)
      return of_field<std::vector<std::string>>(
          column, refuse(bad_columns, "{}: the column {} stands twice", reader.name(), column));
    columns.push_back(column);
  }
  if (!named.contains("count"))
    return of_field<std::vector<std::string>>("count", refuse(bad_columns, "{}: no column count", reader.name()));
  return columns;
}

/// What every row that tells it must tell alike.
template <class T>
Result<void> agree(std::optional<T>& known, T told, std::string_view field) {
  if (known && *known != told)
    return of_field<void>(field, refuse(seizure_rows_disagree, "{} is not that of an earlier row", field));
  known = std::move(told);
  return {};
}

struct Find {
  std::optional<When> on;
  std::optional<std::string> in;
};

Result<SeizureLine> line_of(const Values& values, int number, const catalogue::Catalogue& catalogue, Find& find) {
  SeizureLine line;
  line.number = number;
  line.marks.headstamp = values.text("headstamp");
  line.marks.calibre = values.text("calibre");
  line.marks.colours = values.text("colours");
  line.marks.lot_mark = values.text("lot_mark");
  line.marks.year = values.text("year");
  line.marks.package = values.text("package");
  if (line.marks.empty())
    return of_field<SeizureLine>(
        "headstamp", refuse(missing_value, "a row has a headstamp, calibre, colours, lot_mark, year or package"));
  line.count = TRY(values.rounds("count")).count();
  line.fired = TRY(of_field("fired", values.yes("fired")));
  if (values.has("found_on")) TRY(agree(find.on, TRY(values.when("found_on")), "found_on"));
  if (values.has("found_in"))
    TRY(agree(find.in, TRY(of_field("found_in", service::country_code(catalogue, values.text("found_in")))),
              "found_in"));
  return line;
}

Result<SeizureLine> line_of(const std::vector<std::string>& columns, const CsvRow& row, int number,
                            const catalogue::Catalogue& catalogue, Find& find) {
  if (row.fields.size() != columns.size())
    return refuse(wrong_field_count, "{} instead of {}", row.fields.size(), columns.size());
  std::vector<std::pair<std::string_view, std::string_view>> filled;
  for (std::size_t i = 0; i < columns.size(); ++i) filled.emplace_back(columns[i], row.fields[i]);
  return line_of(TRY(Values::of(kForm, filled)), number, catalogue, find);
}

}  // namespace

Result<SeizureQuestion> read_seizure(CsvReader& reader, const catalogue::Catalogue& catalogue) {
  const auto columns = TRY(columns_of(reader));
  SeizureQuestion question;
  Find find;
  while (const auto row = TRY(reader.next())) {
    auto line = line_of(columns, *row, static_cast<int>(question.lines.size()) + 1, catalogue, find);
    if (!line) {
      line.error().text = fmt::format("{}:{}: {}", reader.name(), row->line, line.error().text);
      return std::unexpected(std::move(line.error()));
    }
    question.lines.push_back(*std::move(line));
  }
  if (question.lines.empty()) return refuse(seizure_without_rows, "{}", reader.name());
  question.found_on = find.on;
  question.found_in = find.in.value_or("");
  return question;
}

}  // namespace lotline::exchange
