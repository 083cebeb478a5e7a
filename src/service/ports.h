#pragma once
// What use cases need of a store. Implemented by storage/, which knows no rule.

#include <functional>
#include <set>
#include <string>

#include "proof/salt.h"
#include "proof/sha256.h"
#include "service/state.h"

namespace lotline::tracing {
class Names;
}

namespace lotline::service {

/// The log's newest end: how many records, and the root hash over them (RFC 6962).
struct Head {
  std::string log_id;
  RecordNumber records = 0;
  proof::Digest root{};
  bool simulated = false;  ///< as the first record says; shown wherever the register's content is
};

/// A record as it stands in the log.
struct LoggedRecord {
  RecordNumber number = 0;
  proof::Salt salt{};
  std::string body;  ///< canonical JSON
};

class Register {
 public:
  virtual ~Register() = default;

  /// Tables as of the last commit, or inside a unit of work as of now.
  virtual State& state() = 0;
  /// Names as the tables have them, kept from one answer to the next as long as nothing changes. A name that is held on
  /// to is good until the next reading begins or a record is appended.
  virtual tracing::Names& names() = 0;
  [[nodiscard]] virtual Head head() = 0;
  [[nodiscard]] virtual bool read_only() const = 0;

  /// Opens the write transaction; the state it reads from then on is nobody else's to change.
  virtual Result<void> begin() = 0;
  /// Logs the record under the next number and applies it; returns its number.
  virtual RecordNumber append(const Record& record) = 0;
  [[nodiscard]] virtual RecordNumber next_number() = 0;
  /// Checks conservation of every lot touched, then makes the work durable. Throws BrokenInvariant, after which nothing
  /// was done.
  virtual void commit() = 0;
  virtual void rollback() = 0;
  /// Inside a unit of work: a mark to which what follows can be undone, and undoing it.
  virtual void mark() = 0;
  virtual void undo_to_mark() = 0;

  /// Between these, what is read is one state of the register, whatever others commit meanwhile. Ending throws when it
  /// could not be kept so: what was read then is no answer.
  virtual void begin_read() = 0;
  virtual void end_read() = 0;
  /// Ends it without asking; does nothing when it has ended.
  virtual void abandon_read() noexcept = 0;

  virtual std::optional<LoggedRecord> read(RecordNumber number) = 0;
  /// Reads the log in order; stops when `take` says false.
  virtual void read_log(RecordNumber from, const std::function<bool(const LoggedRecord&)>& take) = 0;

  /// Reads the whole file and checks that its pages, rows and indexes fit together: the first damage found, or nothing.
  [[nodiscard]] virtual std::string damage() = 0;
};

/// What `read` gives, all of it read from one state of the register, whatever others commit meanwhile. Throws when that
/// could not be kept, as when a writer came to a file that was opened as it stands: then also in place of what `read`
/// stumbled over.
template <class Read>
auto read_one_state(Register& store, const Read& read) {
  struct Reading {
    Register& store;
    explicit Reading(Register& read_from) : store(read_from) { store.begin_read(); }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    ~Reading() { store.abandon_read(); }
  } const reading(store);
  try {
    auto found = read();
    store.end_read();
    return found;
  } catch (...) {
    store.end_read();
    throw;
  }
}

/// A unit of work that is undone unless it is committed.
class UnitOfWork {
 public:
  static Result<UnitOfWork> begin(Register& store) {
    TRY(store.begin());
    return UnitOfWork(store);
  }
  UnitOfWork(UnitOfWork&& other) noexcept : store_(std::exchange(other.store_, nullptr)) {}
  UnitOfWork& operator=(UnitOfWork&&) = delete;
  ~UnitOfWork() {
    if (store_ != nullptr) store_->rollback();
  }
  void commit() {
    store_->commit();
    store_ = nullptr;
  }

 private:
  explicit UnitOfWork(Register& store) : store_(&store) {}
  Register* store_;
};

}  // namespace lotline::service
