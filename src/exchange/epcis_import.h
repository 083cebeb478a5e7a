#pragma once
// EPCIS documents in: every event an act of the desk or an observation, in the order of the document. Reads files
// larger than memory. docs/formats/epcis_acts.md says which act each event is.

#include "exchange/csv_import.h"

namespace lotline::exchange {

/// Whether a file begins like JSON: with { or [ after blanks and a byte-order mark.
bool looks_like_json(const std::string& path);

/// A document, and what it is called in what is said of it.
struct NamedDocument {
  std::string path;
  std::string name;
};

/// Takes a document inside an open unit of work and adds to the report. Events that are refused are, with
/// OnError::proceed, written with their reasons to FILE.refused.json, a document that can be mended and imported again.
/// Refuses a file that cannot be opened or written.
Result<void> import_epcis(service::Desk& desk, const NamedDocument& document, const ImportOptions& options,
                          ImportReport& report, std::int64_t& rows);

}  // namespace lotline::exchange
