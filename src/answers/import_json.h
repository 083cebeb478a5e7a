#pragma once
// What an import did, as JSON.

#include <string>

#include "exchange/csv_import.h"

namespace lotline::answers {

std::string import_as_json(const exchange::ImportReport& report, bool simulated);

}  // namespace lotline::answers
