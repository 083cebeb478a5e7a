#include "bench/simulated_state.h"

#include "service/open_register.h"
#include "simulation/register_sink.h"
#include "simulation/simulate.h"
#include "storage/sqlite_connection.h"

namespace lotline::bench {

namespace {

class KeptTruth final : public simulation::Truth {
 public:
  explicit KeptTruth(SimulatedState& state) : state_(state) {}
  void begin(const simulation::Options&) override {}
  void take(const simulation::TrueDiversion& diversion) override { state_.diversions.push_back(diversion); }
  void take(const simulation::TrueFind& find) override { state_.finds.push_back(find); }

 private:
  SimulatedState& state_;
};

}  // namespace

SimulatedState grow_state(std::int64_t movements, std::uint64_t seed, std::string_view variant) {
  SimulatedState state;
  state.options = got(simulation::variant(variant));
  state.options.movements = movements;
  state.options.seed = seed;
  state.folder = std::make_unique<Folder>();
  proof::SeededSalts salts(seed);
  simulation::ReturnClock clock;
  clock.set(day_of(state.options.first_year, 1, 1));
  const auto catalogue = loaded_catalogue();
  const auto opening =
      got(service::decide_opening({state.options.state, {}, false, "bench", true}, catalogue, clock, salts));
  const std::string path = state.folder->path + "/bench.lotline";
  {
    const auto store = got(storage::RegisterStore::create(
        got(storage::open_sqlite(path, storage::OpenMode::create, register_options())), salts, opening));
    service::Desk desk(*store, catalogue, clock, salts, "bench");
    auto sink = got(simulation::RegisterSink::into(desk, clock));
    KeptTruth truth(state);
    got(simulation::simulate(state.options, sink, truth, {}));
  }
  state.made = std::make_unique<BenchRegister>(state.folder->path, false);
  return state;
}

}  // namespace lotline::bench
