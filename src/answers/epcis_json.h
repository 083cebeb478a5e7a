#pragma once
// What checking documents of EPCIS found, their hashes and their export, as JSON.

#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "exchange/epcis_check.h"
#include "exchange/epcis_reader.h"

namespace lotline::answers {

std::string_view word_of(exchange::EpcisDocument::Form form);
std::string_view word_of(exchange::EpcisFinding::Gravity gravity);

/// An object: one file that was checked.
void write_check(JsonWriter& json, const exchange::EpcisCheck& check);
/// An object: the hash of one event of a file.
void write_event_hash(JsonWriter& json, const std::string& file, const exchange::EpcisEvent& event,
                      const std::string& hash);
std::string exported_as_json(std::int64_t events, const std::string& path, bool simulated);

}  // namespace lotline::answers
