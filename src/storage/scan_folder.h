#pragma once
// The folder beside a register that holds its scans: `surfaces.sqlite` (what was worked out) and `x3p/` (originals by
// their hash). It can be thrown away and made again from the originals. docs/formats/scan_folder.md describes it.

#include <memory>
#include <mutex>

#include "service/scan_store.h"
#include "storage/connection.h"

namespace lotline::storage {

/// Version of its tables.
inline constexpr int kScanFolderVersion = 1;

/// The folder of a register's scans: its path with `.scans` behind it.
std::string scan_folder_of(const std::string& register_path);

class ScanFolder final : public service::ScanStore {
 public:
  /// Makes the folder when there is none and it may be written to.
  static Result<std::unique_ptr<ScanFolder>> open(const std::string& folder, bool to_write);

  [[nodiscard]] std::optional<service::KeptSurface> find(const service::SurfaceKey& key) override;
  void keep(const service::SurfaceKey& key, const service::KeptSurface& surface) override;
  [[nodiscard]] std::optional<std::string> made_by(const service::SurfaceKey& key) override;
  [[nodiscard]] std::optional<std::string> features(const service::SurfaceKey& key) override;
  Result<void> keep_original(const std::string& sha256, const std::string& path, bool copy) override;
  [[nodiscard]] std::optional<std::string> original(const std::string& sha256) override;

 private:
  ScanFolder(std::string folder, std::unique_ptr<Connection> connection);

  /// One column of the key's row, which ends the statement.
  std::optional<std::string> column(Statement& select, const service::SurfaceKey& key);

  std::string folder_;
  std::unique_ptr<Connection> connection_;  ///< none of a folder that is not there and only read
  std::mutex one_at_a_time_;                ///< a connection serves one thread at a time
  std::unique_ptr<Statement> select_, select_made_by_, select_features_, insert_, select_original_, insert_original_;
};

}  // namespace lotline::storage
