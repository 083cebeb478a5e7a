#include "http/members.h"

namespace lotline::http {

std::vector<Parameter> parameters_of(const service::Form& form) {
  std::vector<Parameter> parameters;
  for (const auto& field : form.fields) parameters.push_back({field.name, field.help, field.example, field.required});
  return parameters;
}

Result<service::Values> values_of(const service::Form& form, const Request& request) {
  return service::Values::of_texts(form, TRY(members_of(request.body)));
}

Result<service::Values> values_of_query(const service::Form& form, const Request& request) {
  return service::Values::of_texts(form, request.query);
}

}  // namespace lotline::http
