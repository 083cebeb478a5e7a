#pragma once
// Files in. Of CSV templates the kind is told by the header line, every row is an act of the desk, and the same row
// twice changes nothing; EPCIS documents are told by their JSON (epcis_import.h). docs/formats/templates.md describes
// the columns.

#include <functional>
#include <string>
#include <vector>

#include "service/acts.h"

namespace lotline::exchange {

enum class OnError {
  rollback,  ///< any bad row leaves the register as it was
  proceed    ///< good rows are taken, bad ones are written with their reasons to FILE.refused.csv
};

struct RowError {
  std::string file;
  std::size_t line = 0;  ///< of a CSV file; 0 in a document
  Refusal refusal;
  std::int64_t event = -1;  ///< place in a document's list, from 0; -1 for the document itself and for a CSV file
  std::string event_id{};
  std::string path{};  ///< within a document: $.epcisBody.eventList[3].quantityList[0]
};

struct ImportedFile {
  std::string path;
  std::string_view kind;      ///< the template's name
  std::int64_t recorded = 0;  ///< rows
  std::int64_t skipped = 0;   ///< rows that were recorded before, with the same content
  std::int64_t refused = 0;
  std::string refused_path;      ///< where the bad rows were written; empty when there are none
  std::int64_t registered = 0;   ///< parties, places, products ... out of a document's master data
  std::int64_t passed_over = 0;  ///< elements of its master data that are not in our words
};

struct ImportReport {
  std::vector<ImportedFile> files;
  std::vector<RowError> errors;  ///< the first kMostErrors
  std::int64_t refused = 0;
  bool kept = true;  ///< whether the good rows are in the register
};

struct ImportProgress {
  std::string file;
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;  ///< 0 when it cannot be known
  std::int64_t rows = 0;          ///< of all files so far
};

struct ImportOptions {
  OnError on_error = OnError::rollback;
  std::function<void(const ImportProgress&)> progress;  ///< called now and then
  std::vector<std::string> called{};  ///< what is said of the file of each place names it so; by its path when empty
};

/// Errors named in a report; a file with more is refused no less.
inline constexpr std::size_t kMostErrors = 100;

/// Imports files in the order given, all in one unit of work. Refused as a whole when a file cannot be read or its
/// header is of no template; bad rows are in the report.
Result<ImportReport> import_csv(service::Desk& desk, const std::vector<std::string>& paths,
                                const ImportOptions& options);

/// The template's header line and one filled example.
std::string csv_template(const service::ActKind& act);

}  // namespace lotline::exchange
