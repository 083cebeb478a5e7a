#include "answers/form_json.h"

namespace lotline::answers {

void write_form(JsonWriter& json, const service::Form& form) {
  json.member("name", form.name).member("summary", form.summary).key("fields").begin_array();
  for (const auto& field : form.fields)
    json.begin_object()
        .member("name", field.name)
        .member("help", field.help)
        .member("example", field.example)
        .member("required", field.required)
        .end_object();
  json.end_array();
}

}  // namespace lotline::answers
