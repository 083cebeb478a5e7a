#include "storage/access_store.h"

#include <filesystem>

#include "proof/salt.h"
#include "service/access_log.h"
#include "storage/layout.h"
#include "storage/log_rows.h"
#include "storage/refusals.h"
#include "storage/sql_table.h"

namespace lotline::storage {

namespace {

constexpr std::size_t kReadersKept = 16;

const Layout& layout_of_access() {
  static const Layout layout = [] {
    Layout declared;
    declare<access::AccountRow>(declared);
    declare<access::RecoveryCodeRow>(declared);
    declare<access::SessionRow>(declared);
    declare<access::TokenRow>(declared);
    declare<access::AttemptRow>(declared);
    declare<access::KeptKeyRow>(declared);
    return declared;
  }();
  return layout;
}

}  // namespace

SqliteOptions options_of_access() {
  SqliteOptions options;
  options.application_id = kAccessApplicationId;
  options.permissions = 0600;
  options.schema_version = kAccessSchemaVersion;
  options.cache_mib = 8;
  return options;
}

std::string access_path(const std::string& register_path) {
  std::error_code none;
  return std::filesystem::weakly_canonical(std::filesystem::absolute(register_path), none).string() + "-access";
}

/// In the order of Tables::rows.
constexpr std::array<std::string_view, 6> kTables{access::AccountRow::table, access::RecoveryCodeRow::table,
                                                  access::SessionRow::table, access::TokenRow::table,
                                                  access::AttemptRow::table, access::KeptKeyRow::table};

struct AccessFile::Tables {
  std::unique_ptr<Connection> connection;
  SqlTable<access::AccountRow> accounts;
  SqlTable<access::RecoveryCodeRow> recovery_codes;
  SqlTable<access::SessionRow> sessions;
  SqlTable<access::TokenRow> tokens;
  SqlTable<access::AttemptRow> attempts;
  SqlTable<access::KeptKeyRow> keys;
  access::Accounts all;
  std::array<SqlRows*, 6> rows;

  explicit Tables(std::unique_ptr<Connection> opened)
      : connection(std::move(opened)),
        accounts(*connection),
        recovery_codes(*connection),
        sessions(*connection),
        tokens(*connection),
        attempts(*connection),
        keys(*connection),
        all{accounts, recovery_codes, sessions, tokens, attempts, keys},
        rows{&accounts.rows(), &recovery_codes.rows(), &sessions.rows(),
             &tokens.rows(),   &attempts.rows(),       &keys.rows()} {}
};

/// The unit of work of the thread that writes.
class AccessFile::Writer final : public service::AccessWork {
 public:
  explicit Writer(std::unique_ptr<Connection> connection) : tables_(std::move(connection)) {}

  access::Accounts& accounts() override { return tables_.all; }
  void note(const access::Entry& entry) override {
    service::LoggedRecord logged{static_cast<RecordNumber>(head_.frontier.size()) + 1, salts_.next(),
                                 service::encode_entry(entry)};
    head_.frontier.append(proof::leaf_hash(logged.salt, logged.body));
    unwritten_.push_back(std::move(logged));
  }

  void create(const access::Entry& opening) {
    tables_.connection->begin_immediate();
    create_log_tables(*tables_.connection);
    for (SqlRows* table : tables_.rows) table->create();
    write_layout(*tables_.connection, layout_of_access());
    head_.log_id = proof::to_hex(salts_.next()).substr(0, 32);
    note(opening);
    commit();
  }
  /// A file that an older program made has not all the tables: what came since is empty there.
  void add_tables_since() {
    const Layout kept = layout_kept(*tables_.connection);
    for (std::size_t i = 0; i < tables_.rows.size(); ++i) {
      const std::string prefix = std::string{kTables[i]} + ": ";
      const auto first = kept.lower_bound(prefix);
      if (first != kept.end() && first->starts_with(prefix)) continue;
      tables_.connection->begin_immediate();
      tables_.rows[i]->create();
      add_to_layout(*tables_.connection, layout_of_access(), kTables[i]);
      tables_.connection->commit();
    }
  }
  Result<void> check() { return check_layout(*tables_.connection, layout_of_access()); }

  void begin() {
    tables_.connection->begin_immediate();
    forget();
    head_ = read_log_head(*tables_.connection);
    for (SqlRows* table : tables_.rows) table->begin(0);
  }
  void mark() {
    for (SqlRows* table : tables_.rows) table->mark();
    at_mark_ = head_.frontier;
    unwritten_at_mark_ = unwritten_.size();
  }
  void undo_to_mark() {
    for (SqlRows* table : tables_.rows) table->undo_to_mark();
    unwritten_.resize(unwritten_at_mark_);
    head_.frontier = at_mark_;
  }
  void commit() {
    log_.write(unwritten_);
    for (SqlRows* table : tables_.rows) table->write();
    write_log_head(*tables_.connection, head_);
    tables_.connection->commit();
    forget();
  }
  void rollback() noexcept { tables_.connection->rollback(); }

 private:
  void forget() {
    for (SqlRows* table : tables_.rows) table->forget();
    unwritten_.clear();
  }

  Tables tables_;
  LogWriter log_{*tables_.connection};
  proof::SystemSalts salts_;
  LogHead head_;
  std::vector<service::LoggedRecord> unwritten_;
  proof::Frontier at_mark_;
  std::size_t unwritten_at_mark_ = 0;
};

Result<std::unique_ptr<AccessFile>> AccessFile::open(const std::string& path, OpenMode mode,
                                                     const std::string& register_log, const Clock& clock) {
  try {
    std::error_code none;
    const bool missing = mode != OpenMode::read_only && !std::filesystem::exists(path, none);
    auto connection = TRY(open_sqlite(path, missing ? OpenMode::create : mode, options_of_access()));
    if (mode == OpenMode::read_only) {
      TRY(check_layout(*connection, layout_of_access()));
      return std::unique_ptr<AccessFile>(new AccessFile(path, std::move(connection), true));
    }
    std::unique_ptr<AccessFile> file(new AccessFile(path, std::move(connection), false));
    if (missing) {
      access::Entry opening;
      opening.at = clock.now();
      opening.what = std::string{service::kAccessOpened};
      opening.object = register_log;
      file->writer_->create(opening);
    }
    if (!missing) file->writer_->add_tables_since();
    TRY(file->writer_->check());
    file->work_.emplace([opened = file.get()](const std::vector<Act>& group) { return opened->write_together(group); });
    return file;
  } catch (const StorageFault& fault) {
    return std::unexpected(fault.refusal());
  }
}

AccessFile::AccessFile(std::string path, std::unique_ptr<Connection> first, bool read_only) : path_(std::move(path)) {
  if (read_only)
    idle_readers_.push_back(std::make_unique<Tables>(std::move(first)));
  else
    writer_ = std::make_unique<Writer>(std::move(first));
}

AccessFile::~AccessFile() {
  work_.reset();
  idle_readers_.clear();  // before the writer, which folds the -wal file into the file when it closes last
}

Result<void> AccessFile::write(const Act& act) {
  if (!work_) return refuse(read_only_register, "{}", path_);
  return work_->hand_in(act).get();
}

void AccessFile::write_soon(Act act) {
  if (work_) work_->hand_in(std::move(act));
}

std::vector<Result<void>> AccessFile::write_together(const std::vector<Act>& group) {
  try {
    return write_durably(group);
  } catch (...) {
    writer_->rollback();
    throw;
  }
}

std::vector<Result<void>> AccessFile::write_durably(const std::vector<Act>& group) {
  writer_->begin();
  std::vector<Result<void>> outcomes;
  for (const Act& act : group) {
    writer_->mark();
    auto outcome = act(*writer_);
    if (!outcome) writer_->undo_to_mark();
    outcomes.push_back(std::move(outcome));
  }
  writer_->commit();
  ++commits_;
  return outcomes;
}

void AccessFile::with_reader(const std::function<void(Tables&)>& look) {
  std::unique_ptr<Tables> reader;
  {
    const std::lock_guard lock(readers_mutex_);
    if (!idle_readers_.empty()) {
      reader = std::move(idle_readers_.back());
      idle_readers_.pop_back();
    }
  }
  if (!reader) {
    auto opened = open_sqlite(path_, OpenMode::read_only, options_of_access());
    if (!opened) throw StorageFault(std::move(opened.error()));
    reader = std::make_unique<Tables>(*std::move(opened));
  }
  for (SqlRows* table : reader->rows) table->forget();
  reader->connection->begin_read();
  try {
    look(*reader);
    reader->connection->commit();
  } catch (...) {
    reader->connection->rollback();
    throw;
  }
  const std::lock_guard lock(readers_mutex_);
  if (idle_readers_.size() < kReadersKept) idle_readers_.push_back(std::move(reader));
}

void AccessFile::read(const std::function<void(const access::Accounts&)>& look) {
  with_reader([&](Tables& tables) { look(tables.all); });
}

service::Head AccessFile::head() {
  service::Head found;
  with_reader([&](Tables& tables) {
    const LogHead head = read_log_head(*tables.connection);
    found = {head.log_id, static_cast<RecordNumber>(head.frontier.size()), head.frontier.root(), false};
  });
  return found;
}

void AccessFile::read_log(RecordNumber from, const std::function<bool(const service::LoggedRecord&)>& take) {
  with_reader([&](Tables& tables) { read_log_rows(*tables.connection, from, take); });
}

void AccessFile::read_log_back(RecordNumber before, const std::function<bool(const service::LoggedRecord&)>& take) {
  with_reader([&](Tables& tables) { read_log_rows_back(*tables.connection, before, take); });
}

std::string AccessFile::damage() {
  std::string found;
  with_reader([&](Tables& tables) { found = tables.connection->damage(); });
  return found;
}

}  // namespace lotline::storage
