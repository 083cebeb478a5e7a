#pragma once
// From a form to a route's members and back: what a form is told over HTTP are the members of the body.

#include "http/route.h"
#include "service/form.h"

namespace lotline::http {

/// What a page or a program needs to know of the form's fields.
std::vector<Parameter> parameters_of(const service::Form& form);

/// The form as the body fills it. Refuses what is not such a body.
Result<service::Values> values_of(const service::Form& form, const Request& request);
/// The form as the query fills it.
Result<service::Values> values_of_query(const service::Form& form, const Request& request);

}  // namespace lotline::http
