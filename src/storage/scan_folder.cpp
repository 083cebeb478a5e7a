#include "storage/scan_folder.h"

#include <filesystem>

#include "storage/refusals.h"
#include "storage/sqlite_connection.h"

namespace lotline::storage {

namespace {

namespace fs = std::filesystem;
using service::KeptSurface;
using service::SurfaceKey;

std::span<const std::uint8_t> bytes_of(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
std::string text_of(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void bind_key(Statement& statement, const SurfaceKey& key) {
  statement.bind(1, std::string_view{key.sha256});
  statement.bind(2, word(key.mark));
  statement.bind(3, std::int64_t{key.negative ? 1 : 0});
}

Result<std::unique_ptr<Connection>> open_surfaces(const std::string& folder, bool to_write) {
  SqliteOptions options;
  options.schema_version = kScanFolderVersion;
  const std::string path = folder + "/surfaces.sqlite";
  std::error_code error;
  if (fs::exists(path, error)) return open_sqlite(path, to_write ? OpenMode::write : OpenMode::read_only, options);
  if (!to_write) return std::unique_ptr<Connection>{};
  fs::create_directories(folder + "/x3p", error);
  if (error) return refuse(scan_folder_unwritable, "{}: {}", folder, error.message());
  auto connection = TRY(open_sqlite(path, OpenMode::create, options));
  connection->execute(
      "BEGIN IMMEDIATE;"
      "CREATE TABLE surfaces (sha256 TEXT NOT NULL, mark TEXT NOT NULL, negative INTEGER NOT NULL, made_by TEXT NOT "
      "NULL, unsuitable TEXT NOT NULL, features BLOB NOT NULL, signature BLOB NOT NULL, PRIMARY KEY (sha256, mark, "
      "negative)) WITHOUT ROWID;"
      "CREATE TABLE originals (sha256 TEXT NOT NULL PRIMARY KEY, path TEXT NOT NULL) WITHOUT ROWID;"
      "COMMIT");
  return connection;
}

}  // namespace

std::string scan_folder_of(const std::string& register_path) { return register_path + ".scans"; }

Result<std::unique_ptr<ScanFolder>> ScanFolder::open(const std::string& folder, bool to_write) {
  auto surfaces = TRY(open_surfaces(folder, to_write));
  return std::unique_ptr<ScanFolder>(new ScanFolder(folder, std::move(surfaces)));
}

ScanFolder::ScanFolder(std::string folder, std::unique_ptr<Connection> connection)
    : folder_(std::move(folder)), connection_(std::move(connection)) {
  if (!connection_) return;
  const std::string of_key = " FROM surfaces WHERE sha256 = ?1 AND mark = ?2 AND negative = ?3";
  select_ = connection_->prepare("SELECT made_by, unsuitable, features, signature" + of_key);
  select_made_by_ = connection_->prepare("SELECT made_by" + of_key);
  select_features_ = connection_->prepare("SELECT features" + of_key);
  select_original_ = connection_->prepare("SELECT path FROM originals WHERE sha256 = ?1");
  if (connection_->read_only()) return;
  insert_ = connection_->prepare(
      "INSERT OR REPLACE INTO surfaces (sha256, mark, negative, made_by, unsuitable, features, signature) VALUES (?1, "
      "?2, ?3, ?4, ?5, ?6, ?7)");
  insert_original_ = connection_->prepare("INSERT OR REPLACE INTO originals (sha256, path) VALUES (?1, ?2)");
}

std::optional<KeptSurface> ScanFolder::find(const SurfaceKey& key) {
  const std::scoped_lock lock(one_at_a_time_);
  if (!connection_) return std::nullopt;
  bind_key(*select_, key);
  std::optional<KeptSurface> found;
  if (select_->step())
    found = KeptSurface{std::string{select_->column_text(0)}, std::string{select_->column_text(1)},
                        text_of(select_->column_blob(2)), text_of(select_->column_blob(3))};
  select_->reset();
  return found;
}

void ScanFolder::keep(const SurfaceKey& key, const KeptSurface& surface) {
  const std::scoped_lock lock(one_at_a_time_);
  CHECK(insert_ != nullptr);
  bind_key(*insert_, key);
  insert_->bind(4, std::string_view{surface.made_by});
  insert_->bind(5, std::string_view{surface.unsuitable});
  insert_->bind(6, bytes_of(surface.features));
  insert_->bind(7, bytes_of(surface.signature));
  insert_->step();
  insert_->reset();
}

std::optional<std::string> ScanFolder::column(Statement& select, const SurfaceKey& key) {
  bind_key(select, key);
  std::optional<std::string> found;
  if (select.step()) found = text_of(select.column_blob(0));
  select.reset();
  return found;
}

std::optional<std::string> ScanFolder::made_by(const SurfaceKey& key) {
  const std::scoped_lock lock(one_at_a_time_);
  if (!connection_) return std::nullopt;
  return column(*select_made_by_, key);
}

std::optional<std::string> ScanFolder::features(const SurfaceKey& key) {
  const std::scoped_lock lock(one_at_a_time_);
  if (!connection_) return std::nullopt;
  return column(*select_features_, key);
}

Result<void> ScanFolder::keep_original(const std::string& sha256, const std::string& path, bool copy) {
  const std::scoped_lock lock(one_at_a_time_);
  CHECK(insert_original_ != nullptr);
  std::error_code error;
  std::string kept = fs::absolute(path, error).lexically_normal().string();
  if (copy) {
    const fs::path folder = fs::path{folder_} / "x3p" / sha256.substr(0, 2);
    const fs::path target = folder / (sha256 + ".x3p");
    // Written beside and renamed: a file under its hash is always whole.
    const fs::path unfinished = target.string() + ".new";
    fs::create_directories(folder, error);
    if (!error) fs::copy_file(path, unfinished, fs::copy_options::overwrite_existing, error);
    if (!error) fs::rename(unfinished, target, error);
    if (error) return refuse(scan_folder_unwritable, "{}: {}", target.string(), error.message());
    kept.clear();
  }
  insert_original_->bind(1, std::string_view{sha256});
  insert_original_->bind(2, std::string_view{kept});
  insert_original_->step();
  insert_original_->reset();
  return {};
}

std::optional<std::string> ScanFolder::original(const std::string& sha256) {
  const std::scoped_lock lock(one_at_a_time_);
  if (!connection_) return std::nullopt;
  select_original_->bind(1, std::string_view{sha256});
  std::optional<std::string> found;
  if (select_original_->step()) found = std::string{select_original_->column_text(0)};
  select_original_->reset();
  if (found && found->empty()) found = folder_ + "/x3p/" + sha256.substr(0, 2) + "/" + sha256 + ".x3p";
  return found;
}

}  // namespace lotline::storage
