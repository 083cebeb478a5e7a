#pragma once
// What use cases need of a store of accounts and of the access log. Implemented by storage/, which knows no rule.

#include <functional>
#include <string>
#include <vector>

#include "access/accounts.h"
#include "access/entry.h"
#include "access/password.h"
#include "service/ports.h"

namespace lotline::service {

/// An open unit of work on accounts.
class AccessWork {
 public:
  virtual ~AccessWork() = default;
  virtual access::Accounts& accounts() = 0;
  /// Enters into the access log; kept or undone together with what is done to the accounts.
  virtual void note(const access::Entry& entry) = 0;
};

/// Used by many threads at a time.
class AccessStore {
 public:
  using Act = std::function<Result<void>(AccessWork&)>;

  virtual ~AccessStore() = default;

  /// Does the work in the write transaction, after what others have handed in before; returns when it is durable. Work
  /// that waits at the same time shares a commit. What is refused is undone alone. Throws what the store threw when
  /// nothing was kept. Runs in another thread, while the caller waits.
  virtual Result<void> write(const Act& act) = 0;
  /// Hands work in and does not wait. For what is no evidence and may be lost, as that a session was used just now.
  virtual void write_soon(Act act) = 0;
  /// Reads one state of the tables, in the caller's thread. REQUIRES that `look` changes nothing and does not write.
  virtual void read(const std::function<void(const access::Accounts&)>& look) = 0;
  /// Counts the units of work that this process has made durable: what was read before one may be old.
  [[nodiscard]] virtual std::int64_t commits() const = 0;

  /// The newest end of the access log; `records` are its entries.
  [[nodiscard]] virtual Head head() = 0;
  /// Its entries in order, as one state; stops when `take` says false.
  virtual void read_log(RecordNumber from, const std::function<bool(const LoggedRecord&)>& take) = 0;
  /// Entries before a number, the newest first; stops when `take` says false.
  virtual void read_log_back(RecordNumber before, const std::function<bool(const LoggedRecord&)>& take) = 0;
  /// Reads the whole file and checks that its pages, rows and indexes fit together: the first damage found, or nothing.
  [[nodiscard]] virtual std::string damage() = 0;
};

/// What the use cases of accounts share.
struct AccessDesk {
  AccessStore& store;
  const Clock& clock;
  access::PasswordCost password_cost{};
};

}  // namespace lotline::service
