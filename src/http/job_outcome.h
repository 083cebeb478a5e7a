#pragma once
// How a job ended, as the JSON of every kind of job tells it.

#include "base/json_writer.h"
#include "http/jobs.h"

namespace lotline::http {

/// The members `report` and `refused`; null while there is none.
void write_outcome(JsonWriter& json, const Job& job);

}  // namespace lotline::http
