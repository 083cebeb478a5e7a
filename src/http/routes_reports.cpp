// What many records say together.

#include <algorithm>

#include "answers/report_json.h"
#include "answers/vocabulary_json.h"
#include "http/house.h"
#include "http/members.h"
#include "http/route.h"
#include "service/catalogue_words.h"

namespace lotline::http {

namespace {

Result<Reply> reports(Call& call) {
  TRY(access::require(call.visitor, access::Right::read_reports));
  return json(answers::reports_as_json());
}

Result<Reply> report(Call& call) {
  const auto* kind = TRY(service::find_report(call.request.word("name")));
  const auto values = TRY(values_of_query(kind->form, call.request));
  return json(answers::report_as_json(TRY(service::make_report(call.store, call.reference, *kind, values))));
}

Result<std::optional<Day>> day(const Request& request, std::string_view name) {
  const auto text = TRY(request.text(name));
  if (text.empty()) return std::optional<Day>{};
  return TRY(of_field(name, parse_day(text)));
}

Result<Reply> profile(Call& call) {
  const auto text = TRY(call.request.text("country"));
  const auto country = TRY(of_field("country", service::country_code_or_none(call.reference.catalogue, text)));
  const auto from = TRY(day(call.request, "from"));
  const auto to = TRY(day(call.request, "to"));
  return json(answers::profile_as_json(TRY(service::profile_fired_cases(call.store, call.reference, country, from, to)),
                                       call.house.simulated()));
}

/// Every field of every report's form: which of them a report takes its form says.
std::vector<Parameter> fields_of_reports() {
  std::vector<Parameter> parameters;
  for (const auto& kind : service::reports())
    for (const auto& field : kind.form.fields)
      if (std::ranges::find(parameters, field.name, &Parameter::name) == parameters.end())
        parameters.push_back({field.name, field.help, field.example});
  return parameters;
}

}  // namespace

std::vector<Route> report_routes() {
  using access::Right;
  return {{.method = "GET",
           .path = "/api/v1/reports",
           .summary = "Every report with the fields it takes.",
           .handle = reports,
           .right = Right::read_reports,
           .answer = "reports"},
          {.method = "GET",
           .path = "/api/v1/reports/{name}",
           .summary = "One report: tables, constants with their reasons, limits.",
           .handle = report,
           .right = Right::read_reports,
           .parameters = fields_of_reports(),
           .answer = "reports"},
          {.method = "GET",
           .path = "/api/v1/profile",
           .summary = "Fired cases on record, counted by calibre, marks, incident, place and year.",
           .handle = profile,
           .one_of = {Right::read_reports, Right::read_fired_cases},
           .parameters = {{"country", "only those found in it, ISO 3166 alpha-2", "BR"},
                          {"from", "found on this day or later", "2019-01-01"},
                          {"to", "found on this day or before", "2019-12-31"}},
           .answer = "profile"}};
}

}  // namespace lotline::http
