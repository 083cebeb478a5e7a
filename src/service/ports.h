#pragma once
// What use cases need of a store. Implemented by storage/, which knows no rule.

#include <functional>
#include <set>
#include <string>

#include "proof/salt.h"
#include "proof/sha256.h"
#include "service/state.h"

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

  /// Between these, what is read is one state of the register, whatever others commit meanwhile.
  virtual void begin_read() = 0;
  virtual void end_read() = 0;

  virtual std::optional<LoggedRecord> read(RecordNumber number) = 0;
  /// Reads the log in order; stops when `take` says false.
  virtual void read_log(RecordNumber from, const std::function<bool(const LoggedRecord&)>& take) = 0;
};

/// While it lives, what is read is one state of the register.
class ReadView {
 public:
  explicit ReadView(Register& store) : store_(store) { store_.begin_read(); }
  ReadView(const ReadView&) = delete;
  ReadView& operator=(const ReadView&) = delete;
  ~ReadView() { store_.end_read(); }

 private:
  Register& store_;
};

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
