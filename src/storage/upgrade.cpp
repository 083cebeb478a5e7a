#include "storage/upgrade.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "storage/access_store.h"
#include "storage/backup.h"
#include "storage/layout.h"
#include "storage/old_register.h"
#include "storage/rebuild.h"
#include "storage/refusals.h"
#include "storage/register_file.h"
#include "storage/register_store.h"
#include "storage/sqlite_connection.h"

namespace lotline::storage {

namespace {

namespace fs = std::filesystem;

SqliteOptions of_any_age() {
  SqliteOptions options;
  options.schema_version = kSchemaVersion;
  options.older_too = true;
  return options;
}

Result<bool> is_older(const std::string& path) {
  const auto connection = TRY(open_sqlite(path, OpenMode::read_only, of_any_age()));
  if (connection->schema_version() < kSchemaVersion) return true;
  const auto checked = check_layout(*connection, layout_of_register());
  if (checked) return false;
  if (checked.error().number == older_register.number) return true;
  return std::unexpected(checked.error());
}

/// Refuses while another program has the register open. It would go on writing to the old file, and into the -wal file
/// of the new one, which has the same name.
Result<service::Head> head_when_alone(const std::string& path) {
  {
    SqliteOptions options = of_any_age();
    options.alone = true;
    options.busy_timeout_ms = 1'000;
    TRY(open_sqlite(path, OpenMode::write, options))->checkpoint();
  }
  return TRY(OldRegister::open(path))->head();
}

/// The first of PATH-before-upgrade, PATH-before-upgrade-2, ... under which nothing stands.
std::string free_name(const std::string& path) {
  std::error_code none;
  std::string name = path + "-before-upgrade";
  for (int i = 2; fs::exists(name, none) || fs::exists(access_path(name), none); ++i)
    name = fmt::format("{}-before-upgrade-{}", path, i);
  return name;
}

/// The new file is who its owner's the old one was, and as open to others.
void take_over_rights(const std::string& from, const std::string& to) {
  struct stat status{};
  if (stat(from.c_str(), &status) != 0) return;
  static_cast<void>(chmod(to.c_str(), status.st_mode & 07777));
  static_cast<void>(chown(to.c_str(), status.st_uid, status.st_gid));  // nobody but root may give a file away
}

/// What is made on the way goes away again unless all went well.
class Made {
 public:
  ~Made() {
    for (const auto& path : paths_) remove_register_file(path);
  }
  Made() = default;
  Made(const Made&) = delete;
  Made& operator=(const Made&) = delete;
  void add(std::string path) { paths_.push_back(std::move(path)); }
  void keep() { paths_.clear(); }

 private:
  std::vector<std::string> paths_;
};

/// The same file under a second name, or where a disk knows no such thing, a copy.
Result<void> keep_old(const std::string& path, const std::string& kept) {
  std::error_code error;
  fs::create_hard_link(path, kept, error);
  if (error) fs::copy_file(path, kept, error);
  if (!error) return {};
  std::error_code none;
  const bool half = fs::is_regular_file(fs::symlink_status(kept, none));  // a link there is somebody else's
  if (half) fs::remove(kept, none);
  return refuse(storage_io, "{}: {}", kept, error.message());
}

/// With the file locked against everybody else who writes; closed, it is one file without another beside it.
Result<service::Verification> rebuilt(const std::string& path, const std::string& growing,
                                      const service::Progress& replaying, const service::Progress& verifying) {
  const auto lock = TRY(open_sqlite(path, OpenMode::write, of_any_age()));
  const std::string damage = lock->damage();
  if (!damage.empty()) return refuse(damaged_register, "{}: {}", path, damage);
  lock->checkpoint();
  lock->begin_immediate();
  auto found = rebuild_register(path, growing, replaying, verifying);
  lock->rollback();
  return found;
}

}  // namespace

Result<std::optional<Upgraded>> upgrade_register(const std::string& path, const service::Progress& replaying,
                                                 const service::Progress& verifying) {
  if (!TRY(is_older(path))) return std::optional<Upgraded>{};
  std::error_code none;
  const std::string lies = fs::weakly_canonical(fs::absolute(path), none).string();
  const std::string growing = lies + "-upgrading";
  // Left of one that was cut off: nobody but this makes files of this name.
  remove_register_file(growing + ".rebuilding");
  remove_register_file(growing);
  TRY(head_when_alone(lies));  // also before the work that would be lost
  Made made;
  made.add(growing);
  Upgraded upgraded{TRY(rebuilt(lies, growing, replaying, verifying)), free_name(lies)};
  if (fs::exists(access_path(lies), none)) {
    made.add(access_path(upgraded.kept));
    TRY(copy_database(access_path(lies), access_path(upgraded.kept), options_of_access()));
    upgraded.accounts_kept = true;
  }
  TRY(keep_old(lies, upgraded.kept));
  made.add(upgraded.kept);
  take_over_rights(lies, growing);
  const bool changed = TRY(head_when_alone(lies)).root != upgraded.found.head.root;
  if (changed) return refuse(changed_register, "{}", lies);
  TRY(replace_register_file(growing, lies));
  made.keep();
  return std::optional{std::move(upgraded)};
}

}  // namespace lotline::storage
