#pragma once
// What a card of another day may tell: only what had been recorded, and had happened, by the days it is asked for.

#include "service/cards.h"

namespace lotline::service {

/// Whether the record counts on such a card: recorded by `known_on`, and possibly happened by `happened_by`.
[[nodiscard]] bool counts(const Record& record, const AsOf& as_of);
/// The same of a record by its number. Tables keep no days of what only the log dates; with no days asked for the log
/// is not read.
[[nodiscard]] bool on_record(Register& store, RecordNumber number, const AsOf& as_of);

/// Refuses a card of what was recorded only after the day it is asked for.
Result<void> known_by(Register& store, RecordNumber number, const AsOf& as_of);

}  // namespace lotline::service
