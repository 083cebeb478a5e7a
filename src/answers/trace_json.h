#pragma once
// Answers as JSON, with the names that docs/formats/answers.md lists.

#include <string>

#include "base/json_writer.h"
#include "service/cards.h"

namespace lotline::answers {

std::string trace_as_json(const service::TraceFound& found);

void write_party(JsonWriter& json, std::string_view key, const tracing::PartyRef& party);
void write_lot(JsonWriter& json, std::string_view key, const tracing::LotRef& lot);
void write_step(JsonWriter& json, const tracing::SupplyStep& step);
void write_records(JsonWriter& json, const std::vector<RecordNumber>& records);
void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts);

}  // namespace lotline::answers
