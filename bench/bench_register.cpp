#include "bench/bench_register.h"

#include <chrono>
#include <cstdlib>

#include "service/open_register.h"
#include "storage/sqlite_connection.h"

namespace lotline::bench {

storage::SqliteOptions register_options() {
  storage::SqliteOptions made;
  made.schema_version = storage::kSchemaVersion;
  made.wal_autocheckpoint_pages = 100'000;
  made.cache_mib = 112;  // as `lotline import` does
  return made;
}

catalogue::Catalogue loaded_catalogue() {
  auto catalogue = catalogue::Catalogue::load({std::filesystem::path{LOTLINE_SOURCE_DIR "/data"}});
  if (!catalogue) throw std::runtime_error(catalogue.error().text);
  return std::move(*catalogue);
}

BenchRegister::BenchRegister(const std::string& folder, bool create)
    : path_(folder + "/bench.lotline"), catalogue_(loaded_catalogue()), readers_(catalogue_, today()) {
  const auto mode = create ? storage::OpenMode::create : storage::OpenMode::write;
  auto connection = got(storage::open_sqlite(path_, mode, register_options()));
  if (!create) {
    store_ = got(storage::RegisterStore::open(std::move(connection), salts_));
    return;
  }
  const auto opening = got(service::decide_opening({"BR", {}, false, "bench"}, catalogue_, clock_, salts_));
  store_ = got(storage::RegisterStore::create(std::move(connection), salts_, opening));
}

std::unique_ptr<service::Desk> BenchRegister::desk() {
  return std::make_unique<service::Desk>(*store_, catalogue_, clock_, salts_, "bench");
}

void BenchRegister::import(const std::vector<std::string>& files) {
  const auto report = got(exchange::import_csv(*desk(), files, {}));
  if (report.refused > 0)
    throw std::runtime_error(fmt::format("{}:{}: {}", report.errors.front().file, report.errors.front().line,
                                         report.errors.front().refusal.text));
}

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

Folder::Folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "lotline-bench-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path = pattern;
}
Folder::~Folder() {
  std::error_code error;
  std::filesystem::remove_all(path, error);
}

}  // namespace lotline::bench
