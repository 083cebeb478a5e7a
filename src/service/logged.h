#pragma once
// Reading a record of the log back.

#include "service/desk.h"

namespace lotline::service {

Result<Record> logged(Register& store, RecordNumber number);

}  // namespace lotline::service
