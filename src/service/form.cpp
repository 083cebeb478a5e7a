#include "service/form.h"

#include "service/refusals.h"

namespace lotline::service {

const Field* Form::field(std::string_view field_name) const {
  for (const Field& f : fields)
    if (f.name == field_name) return &f;
  return nullptr;
}

Result<Values> Values::of(const Form& form, const std::vector<std::pair<std::string_view, std::string_view>>& filled) {
  Values values;
  values.texts_.reserve(filled.size());
  for (const auto& [name, text] : filled) {
    const Field* field = form.field(name);
    if (field == nullptr) {
      std::vector<std::string_view> names;
      for (const Field& f : form.fields) names.push_back(f.name);
      const auto near = nearest_word(name, names);
      return near.empty() ? refuse(unknown_field, "{} of {}", name, form.name)
                          : refuse(unknown_field, "{} of {}; did you mean {}?", name, form.name, near);
    }
    if (text.empty()) continue;
    std::string clean = TRY(of_field(name, clean_text(text, name)));
    if (!clean.empty()) values.texts_.emplace_back(field->name, std::move(clean));
  }
  for (const Field& f : form.fields)
    if (f.required && !values.has(f.name)) return of_field<Values>(f.name, refuse(missing_value, "{}", f.name));
  return values;
}

Result<Values> Values::of_texts(const Form& form, const std::map<std::string, std::string, std::less<>>& filled) {
  std::vector<std::pair<std::string_view, std::string_view>> fields;
  for (const auto& [name, text] : filled)
    if (!text.empty()) fields.emplace_back(name, text);
  return of(form, fields);
}

const std::string& Values::text(std::string_view field) const {
  static const std::string empty;
  for (const auto& [name, value] : texts_)
    if (name == field) return value;
  return empty;
}

std::vector<std::string> Values::list(std::string_view field) const {
  std::vector<std::string> parts;
  for (const auto part : split(text(field), ';'))
    if (!part.empty()) parts.emplace_back(part);
  return parts;
}

Result<Rounds> Values::rounds(std::string_view field) const { return of_field(field, parse_rounds(text(field))); }

Result<Rounds> Values::rounds_or_none(std::string_view field) const {
  if (!has(field)) return Rounds{};
  return rounds(field);
}

Result<Day> Values::day(std::string_view field) const { return of_field(field, parse_day(text(field))); }
Result<When> Values::when(std::string_view field) const { return of_field(field, parse_when(text(field))); }

Result<bool> Values::yes(std::string_view field) const {
  const std::string& answer = text(field);
  if (!answer.empty() && answer != "yes" && answer != "no")
    return refuse(unknown_word, "{} \"{}\"; it is yes or no", field, answer);
  return answer == "yes";
}

}  // namespace lotline::service
