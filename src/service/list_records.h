#pragma once
// The use case of a list of records, the newest first.

#include "service/list_page.h"
#include "service/ports.h"

namespace lotline::service {

struct RecordsAsked {
  std::string kind{};   ///< movement, lot, party, ...
  std::string actor{};  ///< who entered them
  PageAsked page{};
  bool alerts = false;  ///< only what is worth a word to those on duty (alert.h)
};

struct ListedRecord {
  RecordNumber number = 0;
  std::string kind;
  std::string actor;
  tracing::PartyRef acting_for;
  std::string recorded_at;
  std::string happened_on;
};

/// One who may not read the log gets the records entered for its organisation.
Result<Page<ListedRecord>> list_records(Register& store, const Reference& reference, const RecordsAsked& asked);

}  // namespace lotline::service
