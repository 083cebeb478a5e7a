#pragma once
// A form as JSON.

#include "base/json_writer.h"
#include "service/form.h"

namespace lotline::answers {

/// Members of an object that the caller began and ends: name, summary and fields.
void write_form(JsonWriter& json, const service::Form& form);

}  // namespace lotline::answers
