#pragma once
// A whole seizure as a CSV file: marks with counts (docs/formats/seizure_file.md).

#include <string>

#include "base/csv.h"
#include "catalogue/catalogue.h"
#include "tracing/seizure_question.h"

namespace lotline::exchange {

/// The lines of the file, and the day and country of the find where its rows tell them. The first bad row refuses the
/// file, with the row's line in the text and its field named: a seizure is traced whole or not at all.
Result<tracing::SeizureQuestion> read_seizure(CsvReader& reader, const catalogue::Catalogue& catalogue);

}  // namespace lotline::exchange
