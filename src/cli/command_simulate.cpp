// simulate: a made-up State, grown from a seed.

#include <fmt/format.h>

#include <charconv>

#include "answers/register_json.h"
#include "base/refusals.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "service/catalogue_words.h"
#include "service/open_register.h"
#include "simulation/csv_sink.h"
#include "simulation/register_sink.h"
#include "simulation/simulate.h"
#include "simulation/truth.h"

namespace lotline::cli {

namespace {

struct SimulateWords {
  std::string movements, seed, into, files, truth, seizures;
  std::string variant = "standard";
  std::string state = "BR";
};

Result<simulation::Options> options_of(const SimulateWords& words, const catalogue::Catalogue& catalogue) {
  simulation::Options options = TRY(of_field("variant", simulation::variant(words.variant)));
  options.movements = TRY(of_field("movements", parse_rounds(words.movements))).count();
  const char* end = words.seed.data() + words.seed.size();
  const auto [stopped, error] = std::from_chars(words.seed.data(), end, options.seed);
  if (error != std::errc{} || stopped != end)
    return of_field<simulation::Options>("seed", refuse(bad_quantity, "\"{}\"", words.seed));
  options.state = TRY(of_field("state", service::country_code(catalogue, words.state)));
  TRY(of_field("movements", simulation::check_size(options)));
  return options;
}

/// Grows the State into a register that is made for it.
Result<simulation::Grown> grow_register(Session& session, const SimulateWords& words,
                                        const simulation::Options& options, simulation::Truth& truth,
                                        const simulation::Growing& growing) {
  const auto* catalogue = TRY(session.catalogue());
  proof::SeededSalts salts(options.seed);
  simulation::ReturnClock clock;
  clock.set(day_of(options.first_year, 1, 1));
  const auto opening =
      TRY(service::decide_opening({options.state, {}, false, "simulation", true}, *catalogue, clock, salts));
  session.register_path = words.into;
  auto connection = TRY(session.connect(storage::OpenMode::create, true));
  const auto store = TRY(storage::RegisterStore::create(std::move(connection), salts, opening));
  service::Desk desk(*store, *catalogue, clock, salts, "simulation");
  auto sink = TRY(simulation::RegisterSink::into(desk, clock));
  return simulation::simulate(options, sink, truth, growing);
}

Result<simulation::Grown> grow_files(const SimulateWords& words, const simulation::Options& options,
                                     simulation::Truth& truth, const simulation::Growing& growing) {
  auto sink = TRY(simulation::CsvSink::into(words.files));
  return simulation::simulate(options, sink, truth, growing);
}

void print_grown(const Session& session, const SimulateWords& words, const simulation::Options& options,
                 const simulation::Grown& grown, const std::string& root) {
  if (session.json) {
    print_json(answers::simulated_as_json(words.seed, options.variant, grown, root));
    return;
  }
  fmt::print("{}: a simulated State with {} parties, {} lots, {} movements, {} diversions and {} finds\n",
             words.into.empty() ? words.files : words.into, grouped(grown.parties), grouped(grown.lots),
             grouped(grown.movements), grouped(grown.diversions), grouped(grown.finds));
  if (!root.empty()) fmt::print("root hash  {}\n", root);
}

Result<int> simulate(Session& session, const SimulateWords& words) {
  if (words.into.empty() == words.files.empty()) {
    fmt::print(stderr, "lotline simulate: give --into REGISTER or --files FOLDER, one of the two\n");
    return kWrongWords;
  }
  const auto options = TRY(options_of(words, *TRY(session.catalogue())));
  auto truth = TRY(simulation::TruthFiles::open(words.truth, words.seizures));
  ProgressBar bar("simulate");
  const auto growing = [&](std::int64_t movements) {
    bar.show(
        {static_cast<std::uint64_t>(movements), static_cast<std::uint64_t>(options.movements), movements, "movements"});
  };
  const auto grown = words.into.empty() ? TRY(grow_files(words, options, truth, growing))
                                        : TRY(grow_register(session, words, options, truth, growing));
  TRY(truth.finish());
  bar.clear();
  std::string root;
  if (!words.into.empty()) root = proof::to_hex(TRY(session.open(storage::OpenMode::read_only))->head().root);
  print_grown(session, words, options, grown, root);
  return kDone;
}

}  // namespace

Command simulate_command(Session& session) {
  auto words = std::make_shared<SimulateWords>();
  Command command{"simulate",
                  "grows a simulated State with known diversions from a seed",
                  "lotline simulate --movements 10000 --seed 7 --into simulated.lotline --truth truth.jsonl",
                  {},
                  {},
                  {}};
  const auto text = [&](std::string name, std::string help, std::string& target, bool required = false) {
    command.options.push_back({std::move(name), std::move(help), &target, nullptr, nullptr, required});
  };
  text("--movements", "how many movements: 1,000 to 10,000,000", words->movements, true);
  text("--seed", "a whole number; the same seed gives the same State on every machine", words->seed, true);
  text("--into", "file of the register that is made", words->into);
  text("--files", "instead: a folder for template files, to be imported in the order of their names", words->files);
  text("--truth", "file for what the register does not tell: who diverted what, where each find came from",
       words->truth);
  text("--seizures", "folder for a file of marks with counts for each seizure", words->seizures);
  text("--variant", "standard, or a State grown and read in another way (see docs/formats/simulation.md)",
       words->variant);
  text("--state", "whose register it is, ISO 3166 alpha-2", words->state);
  command.run = [&session, words] {
    const auto code = simulate(session, *words);
    return code ? *code : say_refused(session, code.error());
  };
  return command;
}

}  // namespace lotline::cli
