#pragma once
// The use case of a list of scans on record, and of one of them.

#include "service/list_page.h"
#include "service/ports.h"

namespace lotline::service {

struct ScansAsked {
  std::string mark{};    ///< breech_face, firing_pin or ejector_mark; empty for all
  std::string source{};  ///< number of the exhibit or firearm they are of; empty for all
  PageAsked page{};
};

struct ListedScan {
  seizure::ScanRow scan;
  std::string source;  ///< "exhibit 12 of case C-1" or "gun Maker 123"
};

/// In the order of their records; those that were withdrawn are among them and say so. Needs the right to read fired
/// cases.
Result<Page<ListedScan>> list_scans(Register& store, const Reference& reference, const ScansAsked& asked);

/// Refuses a scan that is not on record.
Result<ListedScan> scan_card(Register& store, const Reference& reference, ScanId scan);

}  // namespace lotline::service
