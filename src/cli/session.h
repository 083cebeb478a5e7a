#pragma once
// One run of the program: the options every command has, and what a command opens with them.

#include <memory>
#include <string>
#include <vector>

#include "service/cards.h"
#include "service/desk.h"
#include "storage/register_store.h"
#include "storage/sqlite_connection.h"

namespace lotline::cli {

/// What main() hands in.
struct World {
  const Clock& clock;
  proof::SaltSource& salts;
  std::string program;  ///< path of the program, beside which its reference data may lie
};

class Session {
 public:
  explicit Session(const World& world) : world_(world) {}

  // Options of every command.
  bool json = false;
  std::string actor;
  std::string acting_for;
  std::vector<std::string> data;
  std::string register_path;

  [[nodiscard]] const World& world() const { return world_; }
  [[nodiscard]] Day today() const { return world_.clock.now().day(); }
  /// The name records carry: --actor, or the user of the system.
  [[nodiscard]] std::string actor_name() const;

  /// The reference data: the program's own, then each --data folder over it.
  Result<const catalogue::Catalogue*> catalogue();
  /// The register's file; in bulk it takes as much memory as an import may.
  Result<std::unique_ptr<storage::Connection>> connect(storage::OpenMode mode, bool bulk = false);
  Result<storage::RegisterStore*> open(storage::OpenMode mode, bool bulk = false);
  /// A desk before the register, opened for writing.
  Result<service::Desk*> desk(bool bulk = false);
  /// What cards and traces need besides the register. REQUIRES catalogue() to have been had.
  service::Reference reference();

 private:
  const World& world_;
  std::unique_ptr<catalogue::Catalogue> catalogue_;
  std::unique_ptr<tracing::Readers> readers_;
  std::unique_ptr<storage::RegisterStore> store_;
  std::unique_ptr<service::Desk> desk_;
};

/// What is said above an answer that was read from a simulated register.
inline constexpr std::string_view kSimulated = "SIMULATED: nothing in this register is true of anybody.";

/// Prints a refusal (as JSON with --json) to stderr and gives the exit code.
int say_refused(const Session& session, const Refusal& refusal);

}  // namespace lotline::cli
