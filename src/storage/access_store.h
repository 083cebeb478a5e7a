#pragma once
// The file of accounts and of the access log, beside the register's: REGISTER-access, of mode 0600.
// docs/formats/access_log.md describes it. It stands apart so that a look at a register that somebody else writes to,
// or that nobody may write to, is recorded all the same.
//
// One thread writes. Work that waits while it commits is done together and made durable by the next commit.

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/joined_work.h"
#include "service/access_ports.h"
#include "storage/sqlite_connection.h"

namespace lotline::storage {

/// Version of the tables of the access log and of `layout`.
inline constexpr int kAccessSchemaVersion = 1;

/// How a file of accounts is opened.
SqliteOptions options_of_access();
/// The file of accounts that belongs to a register's file.
std::string access_path(const std::string& register_path);

class AccessFile final : public service::AccessStore {
 public:
  /// Opens the file, or makes it with its first entry, which names the register's log. With OpenMode::read_only a
  /// missing file is refused, and write() as well.
  static Result<std::unique_ptr<AccessFile>> open(const std::string& path, OpenMode mode,
                                                  const std::string& register_log, const Clock& clock);
  /// Ends when all work that was handed in is done.
  ~AccessFile() override;
  AccessFile(const AccessFile&) = delete;
  AccessFile& operator=(const AccessFile&) = delete;

  Result<void> write(const Act& act) override;
  void write_soon(Act act) override;
  void read(const std::function<void(const access::Accounts&)>& look) override;
  [[nodiscard]] std::int64_t commits() const override { return commits_; }

  service::Head head() override;
  void read_log(RecordNumber from, const std::function<bool(const service::LoggedRecord&)>& take) override;
  void read_log_back(RecordNumber before, const std::function<bool(const service::LoggedRecord&)>& take) override;
  std::string damage() override;

 private:
  struct Tables;
  class Writer;

  AccessFile(std::string path, std::unique_ptr<Connection> first, bool read_only);
  std::vector<Result<void>> write_together(const std::vector<Act>& group);
  std::vector<Result<void>> write_durably(const std::vector<Act>& group);
  /// Gives `look` tables of one state, on a connection that nobody else uses meanwhile.
  void with_reader(const std::function<void(Tables&)>& look);

  std::string path_;
  std::unique_ptr<Writer> writer_;

  std::mutex readers_mutex_;
  std::vector<std::unique_ptr<Tables>> idle_readers_;

  std::atomic<std::int64_t> commits_{0};
  std::optional<JoinedWork<Act, Result<void>>> work_;  // last: its thread uses all of the above; none when read only
};

}  // namespace lotline::storage
