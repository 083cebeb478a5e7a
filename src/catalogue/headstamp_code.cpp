#include "catalogue/headstamp_code.h"

#include <algorithm>
#include <charconv>

#include "catalogue/refusals.h"

namespace lotline::catalogue {

namespace {

std::optional<int> number_of(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

struct Months {
  int first, last;
};

/// 1942, 1941-10 or 1950s as months.
std::optional<Months> months_of(std::string_view text) {
  const auto year = number_of(text.substr(0, 4));
  if (!year || *year < 1800 || *year > 2200) return std::nullopt;
  const std::string_view rest = text.substr(4);
  if (rest.empty()) return Months{*year * 12, *year * 12 + 11};
  if (rest == "s") return Months{*year * 12, (*year + 9) * 12 + 11};
  const auto month = rest.size() == 3 && rest[0] == '-' ? number_of(rest.substr(1)) : std::nullopt;
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  return Months{*year * 12 + *month - 1, *year * 12 + *month - 1};
}

Result<std::optional<Months>> read_months(const TableRow& row, std::string_view column, const std::string& table_name) {
  const std::string_view text = row[column];
  if (text.empty()) return std::nullopt;
  const auto months = months_of(text);
  if (!months) return refuse(row_year_bad, "{}:{}: {} \"{}\"", table_name, row.line, column, text);
  return months;
}

}  // namespace

std::optional<int> CodeYears::first_year() const {
  return first_month ? std::optional(*first_month / 12) : std::nullopt;
}

std::optional<int> CodeYears::last_year() const { return last_month ? std::optional(*last_month / 12) : std::nullopt; }

double CodeYears::share_of(int year) const {
  const int first = std::max(year * 12, first_month.value_or(year * 12));
  const int last = std::min(year * 12 + 11, last_month.value_or(year * 12 + 11));
  return last < first ? 0.0 : (last - first + 1) / 12.0;
}

Result<HeadstampCode> headstamp_code_of(const TableRow& row, const std::string& table_name) {
  HeadstampCode code;
  code.code = row["code"];
  code.manufacturer = code.works = row["manufacturer"];
  code.country = row["country"];
  const auto from = TRY(read_months(row, "from", table_name));
  const auto to = TRY(read_months(row, "to", table_name));
  if (from) code.years.first_month = from->first;
  if (to) code.years.last_month = to->last;
  const bool reversed = from && to && from->first > to->last;
  if (reversed) return refuse(row_years_reversed, "{}:{}: {} to {}", table_name, row.line, row["from"], row["to"]);
  code.script = row["script"];
  code.kind = row["kind"];
  code.note = row["note"];
  code.confidence = row["confidence"];
  code.evidence = row["evidence"];
  code.source = row.source;
  return code;
}

}  // namespace lotline::catalogue
