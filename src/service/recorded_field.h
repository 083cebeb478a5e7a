#pragma once
// Fields that name a record: by its number, or by the ref it was imported under.

#include "service/desk.h"

namespace lotline::service {

/// The number of the record that a field names; 0 when the field is empty.
Result<RecordNumber> recorded_field(Desk& desk, const Values& values, std::string_view field,
                                    const ImportSource& source);

}  // namespace lotline::service
