#include "exchange/csv_form.h"

#include <fmt/ranges.h>

#include <set>

#include "base/refusals.h"
#include "exchange/csv_import.h"
#include "exchange/refused_rows.h"

namespace lotline::exchange {

namespace {

/// How a header fits a template.
struct Fit {
  const service::ActKind* act;
  std::vector<std::string> missing;
  std::vector<std::string> unknown;

  [[nodiscard]] std::size_t faults() const { return missing.size() + unknown.size(); }
};

Fit fit(const service::ActKind& act, const std::vector<std::string>& columns) {
  Fit result{&act, {}, {}};
  const std::set<std::string> named(columns.begin(), columns.end());
  for (const std::string_view always : {"issuer", "ref"})
    if (!named.contains(std::string{always})) result.missing.emplace_back(always);
  for (const auto& field : act.form.fields)
    if (field.required && !named.contains(std::string{field.name})) result.missing.emplace_back(field.name);
  for (const std::string& column : columns) {
    const bool known = column == "issuer" || column == "ref" || column == kRefusedColumn ||
                       column == kRefusedRowColumn || act.form.field(column) != nullptr;
    if (!known) result.unknown.push_back(column);
  }
  return result;
}

}  // namespace

Result<CsvForm> form_of(CsvReader& reader) {
  const auto header = TRY(reader.next());
  if (!header) return refuse(bad_columns, "{} is empty", reader.name());
  CsvForm form;
  for (const auto column : header->fields) form.columns.emplace_back(trim(column));
  if (std::set<std::string>(form.columns.begin(), form.columns.end()).size() != form.columns.size())
    return refuse(bad_columns, "{}: a column stands twice", reader.name());

  std::optional<Fit> best;
  for (const auto& act : service::acts()) {
    if (!act.is_template) continue;
    Fit candidate = fit(act, form.columns);
    if (!best || candidate.faults() < best->faults()) best = std::move(candidate);
  }
  if (best->faults() > 0)
    return refuse(bad_columns, "{}: nearest to {}; missing: {}; unknown: {}", reader.name(), best->act->form.name,
                  best->missing.empty() ? "none" : fmt::format("{}", fmt::join(best->missing, ", ")),
                  best->unknown.empty() ? "none" : fmt::format("{}", fmt::join(best->unknown, ", ")));
  form.act = best->act;
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    if (form.columns[i] == "issuer") form.issuer = i;
    if (form.columns[i] == "ref") form.ref = i;
    if (form.columns[i] == kRefusedRowColumn) form.refused_row = i;
    if (form.act->form.field(form.columns[i]) != nullptr) form.by_name.push_back(i);
  }
  std::sort(form.by_name.begin(), form.by_name.end(),
            [&](std::size_t a, std::size_t b) { return form.columns[a] < form.columns[b]; });
  return form;
}

std::string csv_template(const service::ActKind& act) {
  std::vector<std::string> header{"issuer", "ref"};
  for (const auto& field : act.form.fields) header.emplace_back(field.name);
  std::string text = csv_row(header);
  for (std::size_t row = 0; row <= act.form.more_examples.size(); ++row) {
    std::vector<std::string> example{"DEMO", fmt::format("{}-{}", act.form.name, row + 1)};
    for (const auto& field : act.form.fields) example.emplace_back(field.example);
    for (const auto& [name, value] :
         row == 0 ? std::vector<std::pair<std::string_view, std::string_view>>{} : act.form.more_examples[row - 1])
      for (std::size_t i = 0; i < act.form.fields.size(); ++i)
        if (act.form.fields[i].name == name) example[i + 2] = value;
    text += csv_row(example);
  }
  return text;
}

}  // namespace lotline::exchange
