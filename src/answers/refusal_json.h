#pragma once
// A refusal as JSON, and all of them.

#include <string>

#include "base/json_writer.h"
#include "base/refusal.h"

namespace lotline::answers {

/// An object: number, name, text, field.
void write_refusal(JsonWriter& json, const Refusal& refusal);
/// `refused` as the one member of an answer.
std::string refused_as_json(const Refusal& refusal, bool simulated);
/// Every refusal with its number, meaning, exit code and status.
std::string refusals_as_json();

}  // namespace lotline::answers
