#include "cli/session.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <cstdlib>

#include "answers/refusal_json.h"
#include "answers/refusal_table.h"
#include "cli/command.h"

namespace lotline::cli {

namespace {

namespace fs = std::filesystem;

/// Where the program's own tables are: named by the environment, beside the program, or where it was built.
fs::path builtin_data(const std::string& program) {
  if (const char* named = std::getenv("LOTLINE_DATA"); named != nullptr) return named;
  std::error_code error;
  const fs::path beside = fs::weakly_canonical(program, error).parent_path();
  for (const fs::path& candidate :
       {beside / "../share/lotline/data", beside / "../../data", fs::path{LOTLINE_SOURCE_DIR "/data"}})
    if (fs::exists(candidate / "catalogue.csv", error)) return candidate;
  return beside / "../../data";
}

}  // namespace

std::string Session::actor_name() const {
  if (!actor.empty()) return actor;
  const passwd* user = getpwuid(geteuid());
  return user != nullptr ? user->pw_name : std::to_string(geteuid());
}

fs::path Session::shipped_page() const {
  std::error_code error;
  const fs::path beside = fs::weakly_canonical(world_.program, error).parent_path();
  const fs::path installed = beside / "../share/lotline/page";
  if (fs::exists(installed / "index.html", error)) return installed;
  return LOTLINE_SOURCE_DIR "/web/dist";
}

fs::path Session::shipped_data() const { return builtin_data(world_.program); }

Result<const catalogue::Catalogue*> Session::catalogue() {
  if (!catalogue_) {
    std::vector<fs::path> folders{shipped_data()};
    folders.insert(folders.end(), data.begin(), data.end());
    catalogue_ = std::make_unique<catalogue::Catalogue>(TRY(catalogue::Catalogue::load(folders)));
  }
  return catalogue_.get();
}

Result<std::unique_ptr<storage::Connection>> Session::connect(storage::OpenMode mode, bool bulk) {
  storage::SqliteOptions options;
  options.schema_version = storage::kSchemaVersion;
  if (bulk) {
    // As much as an import may take and stay under 300 MB with the rows it keeps unwritten.
    options.wal_autocheckpoint_pages = 100'000;
    options.cache_mib = 112;
  }
  return storage::open_sqlite(register_path, mode, options);
}

Result<storage::RegisterStore*> Session::open(storage::OpenMode mode, bool bulk) {
  auto connection = TRY(connect(mode, bulk));
  store_ = TRY(storage::RegisterStore::open(std::move(connection), world_.salts));
  simulated_ = store_->head().simulated;
  if (simulated_ && !json && !writes_document) fmt::print("{}\n", kSimulated);
  return store_.get();
}

Result<service::Desk*> Session::desk(bool bulk) {
  const auto* tables = TRY(catalogue());
  auto* store = TRY(open(storage::OpenMode::write, bulk));
  desk_ = std::make_unique<service::Desk>(*store, *tables, world_.clock, world_.salts,
                                          TRY(of_field("actor", clean_text(actor_name(), "actor"))));
  if (!acting_for.empty()) desk_->acting_for = TRY(of_field("for", desk_->lookup.party(acting_for)));
  return desk_.get();
}

service::Reference Session::reference() {
  CHECK(catalogue_ != nullptr);
  if (!readers_) readers_ = std::make_unique<tracing::Readers>(*catalogue_, today());
  return {*catalogue_, *readers_, today()};
}

int say_refused(const Session& session, const Refusal& refusal) {
  if (session.json) {
    fmt::print(stderr, "{}\n", laid_out(answers::refused_as_json(refusal, session.simulated())));
  } else {
    fmt::print(stderr, "refused {} {}: {}{}\n", refusal.number, refusal.name,
               refusal.field.empty() ? "" : refusal.field + ": ", refusal.text);
  }
  return answers::exit_code_of(refusal.number);
}

}  // namespace lotline::cli
