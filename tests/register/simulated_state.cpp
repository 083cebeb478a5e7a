#include "tests/register/simulated_state.h"

namespace lotline {

const catalogue::Catalogue& small_tables() {
  static const auto tables = catalogue::Catalogue::load({LOTLINE_SOURCE_DIR "/tests/register/small_tables"}).value();
  return tables;
}

std::unique_ptr<storage::RegisterStore> simulated_register(const std::string& path, const std::string& state,
                                                           const Clock& clock, proof::SaltSource& salts,
                                                           const catalogue::Catalogue& catalogue) {
  storage::SqliteOptions options;
  options.schema_version = storage::kSchemaVersion;
  const auto opening = service::decide_opening({state, {}, false, "simulation", true}, catalogue, clock, salts).value();
  auto connection = storage::open_sqlite(path, storage::OpenMode::create, options).value();
  return storage::RegisterStore::create(std::move(connection), salts, opening).value();
}

SimulatedState::SimulatedState(const simulation::Options& options, const catalogue::Catalogue& catalogue)
    : salts(options.seed) {
  clock.set(day_of(options.first_year, 1, 1));
  store = simulated_register(folder.path + "/simulated.lotline", options.state, clock, salts, catalogue);
  desk = std::make_unique<service::Desk>(*store, catalogue, clock, salts, "simulation");
  auto sink = simulation::RegisterSink::into(*desk, clock).value();
  const auto result = simulation::simulate(options, sink, truth, {});
  EXPECT_TRUE(result.has_value()) << (result ? "" : result.error().text);
  if (result) grown = *result;
}

}  // namespace lotline
