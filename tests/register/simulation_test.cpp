// Simulated States in a real register: the same from the same seed whichever way they come in, right by every check,
// and true to what they say they planted.

#include <filesystem>
#include <set>

#include "exchange/csv_import.h"
#include "simulation/csv_sink.h"
#include "tests/register/simulated_state.h"

namespace lotline {

using simulation::Options;

namespace {

Options options(std::int64_t movements, std::uint64_t seed) {
  Options made = simulation::variant("standard").value();
  made.movements = movements;
  made.seed = seed;
  return made;
}

/// A State that several tests look at.
SimulatedState& small_state() {
  static SimulatedState state(options(2'000, 7));
  return state;
}

}  // namespace

// The definition of what a seed means: docs/decisions/0012.
TEST(Simulation, a_seed_gives_one_root_hash) {
  EXPECT_EQ(small_state().root(), "f0601cce9b886886d72c101de71331e17de2185938941af67afa9711a267fbeb");
  EXPECT_NE(SimulatedState(options(1'000, 7)).root(), SimulatedState(options(1'000, 8)).root());
}

TEST(Simulation, a_simulated_register_is_what_its_log_says) {
  SimulatedState& state = small_state();
  EXPECT_EQ(state.grown.movements, 2'000);
  const auto found = service::verify(*state.store);
  ASSERT_TRUE(found.has_value()) << found.error().text;
  EXPECT_TRUE(found->late.empty()) << "acts were recorded out of order";
  EXPECT_TRUE(found->head.simulated);
}

/// Imports every return of a folder on the day it was sent in.
void import_returns(const std::string& folder, service::Desk& desk, simulation::ReturnClock& clock) {
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.insert(entry.path().string());
  for (const std::string& file : files) {
    const int year = std::stoi(std::filesystem::path(file).filename().string().substr(0, 4));
    clock.set(day_of(year + 1, 1, 15));
    const auto report = exchange::import_csv(desk, {file}, {exchange::OnError::rollback, {}});
    ASSERT_TRUE(report.has_value()) << report.error().text;
    for (const auto& error : report->errors) FAIL() << file << ":" << error.line << ": " << error.refusal.text;
  }
}

TEST(Simulation, the_files_of_a_state_make_the_same_register_as_the_state_itself) {
  const Options grown = options(2'000, 7);
  const TemporaryFolder folder;
  KeptTruth truth;
  auto sink = simulation::CsvSink::into(folder.path).value();
  ASSERT_TRUE(simulation::simulate(grown, sink, truth, {}).has_value());
  EXPECT_EQ(simulation::CsvSink::into(folder.path).error().name, "not_empty");

  const TemporaryFolder other;
  proof::SeededSalts salts(grown.seed);
  simulation::ReturnClock clock;
  clock.set(day_of(grown.first_year, 1, 1));
  const auto store = simulated_register(other.path + "/imported.lotline", grown.state, clock, salts, small_tables());
  service::Desk desk(*store, small_tables(), clock, salts, "simulation");
  import_returns(folder.path, desk, clock);
  EXPECT_EQ(proof::to_hex(store->head().root), small_state().root());
  EXPECT_EQ(truth.finds.size(), small_state().truth.finds.size());
}

TEST(Simulation, salts_of_a_seed_are_refused_where_the_register_is_not_simulated) {
  const TemporaryFolder folder;
  const ClockAt clock;
  proof::SeededSalts seeded(1);
  proof::SystemSalts secret;
  const auto opening = service::decide_opening({"BR", {}, false, "tester"}, small_tables(), clock, seeded);
  EXPECT_EQ(opening.error().name, "guessable_salts");

  storage::SqliteOptions sqlite;
  sqlite.schema_version = storage::kSchemaVersion;
  const std::string path = folder.path + "/real.lotline";
  const auto real = service::decide_opening({"BR", {}, false, "tester"}, small_tables(), clock, secret).value();
  auto made = storage::open_sqlite(path, storage::OpenMode::create, sqlite).value();
  EXPECT_EQ(storage::RegisterStore::create(std::move(made), seeded, real).error().name, "guessable_salts");
  std::filesystem::remove(path);
  made = storage::open_sqlite(path, storage::OpenMode::create, sqlite).value();
  auto store = storage::RegisterStore::create(std::move(made), secret, real).value();
  service::Desk desk(*store, small_tables(), clock, secret, "tester");
  simulation::ReturnClock returns;
  EXPECT_EQ(simulation::RegisterSink::into(desk, returns).error().name, "not_simulated");
  store.reset();
  auto again = storage::open_sqlite(path, storage::OpenMode::write, sqlite).value();
  EXPECT_EQ(storage::RegisterStore::open(std::move(again), seeded).error().name, "guessable_salts");
}

TEST(Simulation, a_state_is_grown_only_into_a_register_of_its_own) {
  SimulatedState& state = small_state();
  EXPECT_EQ(simulation::RegisterSink::into(*state.desk, state.clock).error().name, "not_empty");
  EXPECT_EQ(simulation::CsvSink::into(state.folder.path + "/nowhere").error().name, "unwritable_file");
  EXPECT_EQ(simulation::check_size(options(999, 1)).error().name, "bad_size");
  EXPECT_EQ(simulation::check_size(options(10'000'001, 1)).error().name, "bad_size");
}

}  // namespace lotline
