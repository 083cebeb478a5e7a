#include "storage/backup.h"

#include <sys/stat.h>

#include <filesystem>

#include "storage/access_store.h"
#include "storage/log_rows.h"
#include "storage/refusals.h"
#include "storage/register_store.h"

namespace lotline::storage {

namespace {

namespace fs = std::filesystem;

SqliteOptions options_of_register() {
  SqliteOptions options;
  options.schema_version = kSchemaVersion;
  return options;
}

/// Removed again unless it is kept.
class Copy {
 public:
  explicit Copy(std::string path) : path_(std::move(path)) {}
  ~Copy() {
    std::error_code error;
    if (!kept_) fs::remove(path_, error);
  }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }
  void keep() { kept_ = true; }

 private:
  std::string path_;
  bool kept_ = false;
};

/// Reads the whole log of the copy and compares its root with the one kept.
Result<service::Head> checked(const std::string& path) {
  const auto connection = TRY(open_sqlite(path, OpenMode::read_only, options_of_register()));
  const LogHead head = read_log_head(*connection);
  proof::Frontier frontier;
  read_log_rows(*connection, 1, [&](const service::LoggedRecord& logged) {
    frontier.append(proof::leaf_hash(logged.salt, logged.body));
    return true;
  });
  const bool same = frontier.size() == head.frontier.size() && frontier.root() == head.frontier.root();
  if (!same) return refuse(damaged_register, "the log of {} does not have the root that is kept", path);
  return service::Head{head.log_id, static_cast<RecordNumber>(frontier.size()), frontier.root()};
}

}  // namespace

Result<void> copy_database(const std::string& from, const std::string& to, const SqliteOptions& options) {
  const auto source = TRY(open_sqlite(from, OpenMode::read_only, options));
  const mode_t before = ::umask(S_IRWXG | S_IRWXO);
  try {
    const auto vacuum = source->prepare("VACUUM INTO ?1");
    vacuum->bind(1, std::string_view{to});
    vacuum->step();
  } catch (...) {
    ::umask(before);
    throw;
  }
  ::umask(before);
  return {};
}

Result<service::Head> back_up(const std::string& path, const std::string& into) {
  std::error_code error;
  for (const std::string& place : {into, access_path(into)})
    if (fs::exists(place, error)) return refuse(register_exists, "{}", place);
  Copy copy(into);
  Copy accounts(access_path(into));
  TRY(copy_database(path, copy.path(), options_of_register()));
  const auto head = TRY(checked(copy.path()));
  if (fs::exists(access_path(path), error)) TRY(copy_database(access_path(path), accounts.path(), options_of_access()));
  copy.keep();
  accounts.keep();
  return head;
}

}  // namespace lotline::storage
