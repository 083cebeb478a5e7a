#pragma once
// The two tables of a log, which are never worked out: its records and its head, as docs/formats/record_log.md has
// them. The register and the access log beside it keep theirs alike.

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "proof/merkle_tree.h"
#include "service/ports.h"
#include "storage/connection.h"

namespace lotline::storage {

struct LogHead {
  std::string log_id;
  proof::Frontier frontier;
};

void create_log_tables(Connection& connection);

/// Writes records under their numbers.
class LogWriter {
 public:
  explicit LogWriter(Connection& connection) : connection_(connection) {}
  void write(std::span<const service::LoggedRecord> records);

 private:
  Connection& connection_;
  std::unique_ptr<Statement> insert_;
};
void write_log_head(Connection& connection, const LogHead& head);

/// Throws damaged_register where it is missing or unreadable.
LogHead read_log_head(Connection& connection);
/// Records in their order, from a number on; stops when `take` says false.
void read_log_rows(Connection& connection, RecordNumber from,
                   const std::function<bool(const service::LoggedRecord&)>& take);
/// Records before a number, the newest first; stops when `take` says false.
void read_log_rows_back(Connection& connection, RecordNumber before,
                        const std::function<bool(const service::LoggedRecord&)>& take);

}  // namespace lotline::storage
