#pragma once
// One run of the program: the options every command has, and what a command opens with them.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "answers/answer.h"
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

/// What is said above all that is printed of a simulated register.
inline constexpr std::string_view kSimulated = "SIMULATED: nothing in this register is true of anybody.";

class Session {
 public:
  explicit Session(const World& world) : world_(world) {}

  // Options of every command.
  bool json = false;
  std::string actor;
  std::string acting_for;
  std::vector<std::string> data;
  std::string register_path;

  /// Standard output is a document, which says itself whether it is simulated.
  bool writes_document = false;

  [[nodiscard]] const World& world() const { return world_; }
  [[nodiscard]] Day today() const { return world_.clock.now().day(); }
  /// The name records carry: --actor, or the user of the system.
  [[nodiscard]] std::string actor_name() const;

  /// The folder of the program's own tables and calibrators.
  [[nodiscard]] std::filesystem::path shipped_data() const;
  /// The folder of the page's built files.
  [[nodiscard]] std::filesystem::path shipped_page() const;
  /// The reference data: the program's own, then each --data folder over it.
  Result<const catalogue::Catalogue*> catalogue();
  /// The register's file; in bulk it takes as much memory as an import may.
  Result<std::unique_ptr<storage::Connection>> connect(storage::OpenMode mode, bool bulk = false);
  /// The register; where it is simulated, what is printed as text from here on stands under a line that says so.
  Result<storage::RegisterStore*> open(storage::OpenMode mode, bool bulk = false);
  /// A desk before the register, opened for writing.
  Result<service::Desk*> desk(bool bulk = false);
  /// Whether a register is open and nothing in it is true of anybody.
  [[nodiscard]] bool simulated() const { return simulated_; }
  /// An answer in JSON, its first member written; the caller writes the others and ends the object.
  [[nodiscard]] JsonWriter json_answer() const { return answers::begin_answer(simulated()); }
  /// What cards and traces need besides the register. REQUIRES catalogue() to have been had.
  service::Reference reference();

 private:
  const World& world_;
  std::unique_ptr<catalogue::Catalogue> catalogue_;
  std::unique_ptr<tracing::Readers> readers_;
  std::unique_ptr<storage::RegisterStore> store_;
  std::unique_ptr<service::Desk> desk_;
  bool simulated_ = false;  // kept here, where threads that answer may read it
};

/// Prints a refusal (as JSON with --json) to stderr and gives the exit code.
int say_refused(const Session& session, const Refusal& refusal);

}  // namespace lotline::cli
