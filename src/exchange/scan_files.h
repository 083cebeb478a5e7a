#pragma once
// Which files are enrolled as scans of what: X3P files and folders of them, with the rows of `scans.csv` in a folder
// (docs/formats/templates.md, columns of the template scans that the file itself does not tell).

#include <string>
#include <vector>

#include "base/csv.h"
#include "service/enrol_scans.h"

namespace lotline::exchange {

using ScanFields = std::vector<std::pair<std::string, std::string>>;

/// One scan for each row of a folder's scans.csv, and one for each other X3P file of it; a file in several rows is
/// enrolled for each of its marks. `said` fills what a row leaves empty. Folders are read with those inside them, in
/// the order of their names. Refuses a path that is not there, a folder without any such file, and a labels file with a
/// column that scans do not have.
Result<std::vector<service::ScanToEnrol>> scan_files(const std::vector<std::string>& paths, const ScanFields& said);

/// The rows of the scans.csv of a folder. Refuses a column that scans do not have or that stands twice, a header
/// without the column file, and a row of another number of fields or without a file.
Result<std::vector<service::ScanToEnrol>> read_scan_labels(CsvReader& reader, const std::string& folder,
                                                           const ScanFields& said);

}  // namespace lotline::exchange
