#pragma once
// The two tables of a register that are never worked out: the log of records and its head, as
// docs/formats/record_log.md has them.

#include <functional>
#include <string>

#include "proof/merkle_tree.h"
#include "service/ports.h"
#include "storage/connection.h"

namespace lotline::storage {

struct LogHead {
  std::string log_id;
  proof::Frontier frontier;
};

/// Throws damaged_register where it is missing or unreadable.
LogHead read_log_head(Connection& connection);
/// Records in their order, from a number on; stops when `take` says false.
void read_log_rows(Connection& connection, RecordNumber from,
                   const std::function<bool(const service::LoggedRecord&)>& take);

}  // namespace lotline::storage
