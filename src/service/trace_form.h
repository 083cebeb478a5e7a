#pragma once
// What a trace is told, as a form: the command line's options and a request's members are its fields.

#include "service/cards.h"
#include "service/form.h"
#include "service/trace_seizure.h"

namespace lotline::service {

const Form& trace_form();

struct TraceAsked {
  tracing::Question question;
  tracing::TraceOptions options;
};

/// The exhibit's or the request's own question where one is named, with what was filled over it. Refuses a form without
/// any mark.
Result<TraceAsked> trace_asked(Register& store, const Reference& reference, const Values& values);

/// What was told, by name of the field, in the order of the form.
std::vector<std::pair<std::string, std::string>> told_by(const Values& values);
/// Whether marks, an exhibit, a request or a quantity is told: those of a whole seizure are in its file.
[[nodiscard]] bool tells_marks(const Values& values);
/// Lays the circumstances that were filled over the question of a whole seizure.
Result<void> lay_over(const Reference& reference, const Values& values, tracing::SeizureQuestion& question);

}  // namespace lotline::service
