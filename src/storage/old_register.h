#pragma once
// What is read of a register without its tables: the log, its head, and the personal values kept beside it. Any layout
// of the tables will do, since these three are never changed.

#include <functional>
#include <memory>

#include "parties/personal.h"
#include "service/ports.h"
#include "storage/connection.h"

namespace lotline::storage {

class OldRegister {
 public:
  /// Opened to read only. Refuses what is no register and one of a newer version.
  static Result<std::unique_ptr<OldRegister>> open(const std::string& path);

  /// Between these, what is read is one state of the register.
  void begin_read() { connection_->begin_read(); }
  void end_read() { connection_->commit(); }

  /// `simulated` is not told here: the first record says it.
  [[nodiscard]] service::Head head();
  /// In order, from a number on; stops when `take` says false.
  void read_log(RecordNumber from, const std::function<bool(const service::LoggedRecord&)>& take);
  void read_personal(const std::function<void(const parties::PersonalRow&)>& take);

 private:
  explicit OldRegister(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}

  std::unique_ptr<Connection> connection_;
};

}  // namespace lotline::storage
