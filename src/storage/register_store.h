#pragma once
// A register kept in SQL: the append-only log of records, its head, and the tables worked out from it, all written in
// one transaction. Knows no rule. docs/formats/record_log.md describes the file.

#include <memory>
#include <string>
#include <unordered_set>

#include "proof/merkle_tree.h"
#include "service/ports.h"
#include "service/record_codec.h"
#include "storage/connection.h"
#include "storage/log_rows.h"
#include "storage/sql_table.h"

namespace lotline::storage {

/// Version of the log, its head and the layout kept beside them; that of the tables worked out is told by the layout
/// itself (storage/layout.h).
inline constexpr int kSchemaVersion = 2;

class RegisterStore final : public service::Register {
 public:
  /// A new register: its tables and its first record. Salts of a seed are refused where it is not simulated, here and
  /// at opening. REQUIRES an empty database.
  static Result<std::unique_ptr<RegisterStore>> create(std::unique_ptr<Connection> connection, proof::SaltSource& salts,
                                                       const service::Record& opening);
  /// A register that exists. Refused when its tables are not those of this program.
  static Result<std::unique_ptr<RegisterStore>> open(std::unique_ptr<Connection> connection, proof::SaltSource& salts);
  ~RegisterStore() override;

  service::State& state() override;
  tracing::Names& names() override;
  service::Head head() override;
  [[nodiscard]] bool read_only() const override;

  Result<void> begin() override;
  RecordNumber append(const service::Record& record) override;
  RecordNumber next_number() override;
  void commit() override;
  void rollback() override;
  void mark() override;
  void undo_to_mark() override;
  void begin_read() override;
  void end_read() override;
  void abandon_read() noexcept override;

  std::optional<service::LoggedRecord> read(RecordNumber number) override;
  void read_log(RecordNumber from, const std::function<bool(const service::LoggedRecord&)>& take) override;
  std::string damage() override;

 private:
  struct Tables;
  RegisterStore(std::unique_ptr<Connection> connection, proof::SaltSource& salts);

  void load_head();
  void write_log();
  void forget();

  std::unique_ptr<Connection> connection_;
  proof::SaltSource& salts_;
  std::unique_ptr<Tables> tables_;
  std::string log_id_;
  bool simulated_ = false;
  std::optional<std::int64_t> remembered_;  ///< the state of which the tables remember rows they read
  proof::Frontier frontier_;
  proof::Frontier frontier_at_begin_;
  proof::Frontier frontier_at_mark_;
  std::vector<service::LoggedRecord> unwritten_;  // of the log, oldest first
  std::unordered_set<LotId> touched_;             // lots whose conservation is checked at commit
  LogWriter log_writer_;
  std::unique_ptr<Statement> select_log_;
};

}  // namespace lotline::storage
