#include "service/trace_form.h"

#include "base/refusals.h"
#include "service/catalogue_words.h"
#include "service/lookup.h"

namespace lotline::service {

namespace {

/// The marks among the fields, each with where the question keeps it.
constexpr std::pair<std::string_view, std::string marking::MarksRead::*> kMarks[] = {
    {"headstamp", &marking::MarksRead::headstamp},
    {"clock", &marking::MarksRead::clock},
    {"calibre", &marking::MarksRead::calibre},
    {"colours", &marking::MarksRead::colours},
    {"lot_mark", &marking::MarksRead::lot_mark},
    {"package", &marking::MarksRead::package},
    {"retailer_code", &marking::MarksRead::retailer_code},
    {"microstamp", &marking::MarksRead::microstamp},
    {"year", &marking::MarksRead::year}};

Result<std::optional<Day>> day_or_none(const Values& values, std::string_view field) {
  if (!values.has(field)) return std::nullopt;
  return TRY(values.day(field));
}

/// The circumstances that a single round and a whole seizure are asked for alike.
template <class Question>
Result<void> take_circumstances(const Reference& reference, const Values& values, Question& question) {
  if (values.has("found_on")) question.found_on = TRY(values.when("found_on"));
  if (values.has("found_in"))
    question.found_in = TRY(of_field("found_in", country_code(reference.catalogue, values.text("found_in"))));
  if (const auto day = TRY(day_or_none(values, "as_of"))) question.as_of = day;
  if (const auto day = TRY(day_or_none(values, "as_known_on"))) question.as_known_on = day;
  return {};
}

}  // namespace

const Form& trace_form() {
  static const Form form{
      "trace",
      "From the marks on a recovered round or case to lots, line of supply and last lawful holders.",
      {{"headstamp", "characters as read; ? is one unread, * several", "DC? 17"},
       {"clock", "characters by clock position, as 12=CBC 6=17", ""},
       {"calibre", "as read or measured", "7.62x51"},
       {"colours", "of tip, sealant or case", ""},
       {"lot_mark", "lot mark as read", ""},
       {"package", "code or barcode text of the package it was in", ""},
       {"retailer_code", "inkjet code", ""},
       {"microstamp", "code on the primer", ""},
       {"year", "year known or guessed", ""},
       {"quantity", "how many alike were found", "3"},
       {"live", "yes for a live round; without it a fired case", ""},
       {"found_on", "day, month, year or FROM/TO", "2021-08-15"},
       {"found_in", "country, ISO 3166 alpha-2", "BR"},
       {"exhibit", "number of an exhibit of the register, whose marks are taken", ""},
       {"request", "number of a request to trace, whose marks are taken", ""},
       {"as_of", "only what had happened by this day", ""},
       {"as_known_on", "only what had been recorded by this day", ""},
       {"recent_after", "made after this day counts as recent, such as the start of a conflict", ""}}};
  return form;
}

std::vector<std::pair<std::string, std::string>> told_by(const Values& values) {
  std::vector<std::pair<std::string, std::string>> told;
  for (const Field& field : trace_form().fields)
    if (values.has(field.name)) told.emplace_back(field.name, values.text(field.name));
  return told;
}

Result<TraceAsked> trace_asked(Register& store, const Reference& reference, const Values& values) {
  TraceAsked asked;
  tracing::Question& question = asked.question;
  if (values.has("exhibit"))
    question = TRY(question_of(store, ExhibitId{TRY(of_field("exhibit", Lookup::number(values.text("exhibit"))))}));
  if (values.has("request"))
    question =
        TRY(question_of(store, TraceRequestId{TRY(of_field("request", Lookup::number(values.text("request"))))}));
  for (const auto& [field, mark] : kMarks)
    if (values.has(field)) question.marks.*mark = values.text(field);
  if (question.marks.empty()) return refuse(missing_value, "at least one mark: headstamp, lot mark, package ...");
  if (TRY(values.yes("live"))) question.fired = false;
  if (values.has("quantity")) question.quantity = TRY(values.rounds("quantity"));
  TRY(take_circumstances(reference, values, question));
  if (const auto day = TRY(day_or_none(values, "recent_after"))) asked.options.recent_after = *day;
  return asked;
}

bool tells_marks(const Values& values) {
  return values.has("exhibit") || values.has("request") || values.has("quantity") ||
         std::ranges::any_of(kMarks, [&](const auto& mark) { return values.has(mark.first); });
}

Result<void> lay_over(const Reference& reference, const Values& values, tracing::SeizureQuestion& question) {
  if (TRY(values.yes("live")))
    for (auto& line : question.lines) line.fired = false;
  return take_circumstances(reference, values, question);
}

}  // namespace lotline::service
