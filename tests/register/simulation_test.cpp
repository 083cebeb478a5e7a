// Simulated States in a real register: the same from the same seed whichever way they come in, right by every check,
// and true to what they say they planted.

#include <algorithm>
#include <filesystem>
#include <map>
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

/// Takes everything and keeps nothing: for what only the truth tells.
struct NoSink final : simulation::Sink {
  std::map<std::string, std::int64_t> rows;  ///< by form

  Result<void> begin_return(int, Day) override { return {}; }
  Result<RecordNumber> take(const simulation::Row& row) override {
    ++rows[std::string{row.form}];
    return 0;
  }
  Result<void> finish() override { return {}; }
  std::string code_of(const simulation::Row&, RecordNumber) override { return "BUYER"; }
};

/// The truth about a State that is grown into nothing.
KeptTruth truth_of(const Options& grown) {
  KeptTruth truth;
  NoSink sink;
  EXPECT_TRUE(simulation::simulate(grown, sink, truth, {}).has_value());
  return truth;
}

// The definition of what a seed means: docs/decisions/0012.
TEST(Simulation, a_seed_gives_one_root_hash) {
  EXPECT_EQ(small_state().root(), "d97f99812f2d34201c1b81429ee648c2a4c5853359fc893ad61fb0c29bde4b98");
  EXPECT_NE(SimulatedState(options(1'000, 7)).root(), SimulatedState(options(1'000, 8)).root());
}

// R78: rounds are conserved in every lot, whatever the volume
TEST(Simulation, a_simulated_register_is_what_its_log_says) {
  SimulatedState& state = small_state();
  EXPECT_EQ(state.grown.movements, 2'000);
  const auto found = service::verify(*state.store);
  ASSERT_TRUE(found.has_value()) << found.error().text;
  EXPECT_TRUE(found->late.empty()) << "acts were recorded out of order";
  EXPECT_TRUE(found->head.simulated);
}

TEST(Simulation, every_variant_grows_into_a_register_that_verifies) {
  for (const auto name : simulation::variant_names()) {
    Options grown = simulation::variant(name).value();
    grown.movements = 1'500;
    grown.seed = 3;
    SimulatedState state(grown);
    const auto found = service::verify(*state.store);
    ASSERT_TRUE(found.has_value()) << name << ": " << found.error().text;
    EXPECT_TRUE(found->late.empty()) << name;
  }
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

TEST(Simulation, a_state_has_every_kind_of_act_and_holder) {
  NoSink sink;
  KeptTruth truth;
  const auto grown = simulation::simulate(options(20'000, 7), sink, truth, {});
  ASSERT_TRUE(grown.has_value());
  EXPECT_EQ(grown->movements, 20'000);
  EXPECT_EQ(sink.rows["movements"], 20'000);
  EXPECT_EQ(sink.rows["lots"], 500);
  for (const auto* form :
       {"parties", "licences", "products", "packages", "losses", "recoveries", "stocktake", "decide", "destroy"})
    EXPECT_GT(sink.rows[form], 0) << form;
}

TEST(Simulation, each_kind_of_diversion_is_planted_and_found) {
  const KeptTruth truth = truth_of(options(20'000, 7));
  std::map<simulation::DiversionKind, std::int64_t> rounds;
  std::map<std::string, simulation::TrueDiversion> by_id;
  for (const auto& diversion : truth.diversions) {
    rounds[diversion.kind] += diversion.rounds;
    by_id[diversion.id] = diversion;
    EXPECT_EQ(diversion.holder.empty(), diversion.kind == simulation::DiversionKind::legacy) << diversion.id;
  }
  EXPECT_EQ(rounds.size(), simulation::kDiversionKinds);
  std::map<std::pair<simulation::DiversionKind, std::int64_t>, int> sizes;
  for (const auto& find : truth.finds) {
    ++sizes[{find.kind, find.count}];
    std::int64_t count = 0;
    for (const auto& line : find.lines) {
      count += line.count;
      EXPECT_LE(by_id.at(line.diversion).first, find.on);
      EXPECT_EQ(line.lot.empty(), line.kind == simulation::DiversionKind::legacy);
      EXPECT_LE(line.made, find.on.year());
    }
    EXPECT_EQ(count, find.count) << find.id;
  }
  for (std::size_t kind = 0; kind < simulation::kDiversionKinds; ++kind)
    for (const std::int64_t size : {1, 5, 20, 100, 1'000})
      EXPECT_GT((sizes[{static_cast<simulation::DiversionKind>(kind), size}]), 0) << kind << " " << size;
}

TEST(Simulation, what_is_found_was_taken_before) {
  const KeptTruth truth = truth_of(options(5'000, 2));
  std::map<std::string, std::int64_t> found;
  for (const auto& find : truth.finds)
    for (const auto& line : find.lines) found[line.diversion] += line.count;
  for (const auto& diversion : truth.diversions) EXPECT_LE(found[diversion.id], diversion.rounds) << diversion.id;
}

// CTOC/COP/WG.6/2022/2 paras 22, 30 and 74
TEST(Simulation, finds_are_as_old_and_as_badly_read_as_those_published) {
  std::int64_t finds = 0, age = 0, singles = 0, year_known = 0, converted = 0, recorded = 0;
  for (std::uint64_t seed = 100; seed < 112; ++seed) {
    for (const auto& find : truth_of(options(20'000, seed)).finds) {
      std::int64_t ages = 0;
      for (const auto& line : find.lines) ages += line.count * (find.on.year() - line.made);
      ++finds;
      age += ages / find.count;
      recorded += find.recorded ? 1 : 0;
      if (find.count > 1) continue;
      ++singles;
      year_known += find.lines.front().marks.year.empty() ? 0 : 1;
      converted += find.kind == simulation::DiversionKind::converted_blanks ? 1 : 0;
    }
  }
  EXPECT_NEAR(static_cast<double>(age) / static_cast<double>(finds), 33, 2);
  EXPECT_NEAR(static_cast<double>(year_known) / static_cast<double>(singles), 0.28, 0.03);
  EXPECT_NEAR(static_cast<double>(converted) / static_cast<double>(singles), 0.065, 0.01);
  EXPECT_NEAR(static_cast<double>(recorded) / static_cast<double>(finds), 0.6, 0.03);
}

TEST(Simulation, a_few_headstamps_dominate) {
  std::map<std::string, std::int64_t> codes;
  std::int64_t all = 0;
  for (std::uint64_t seed = 100; seed < 106; ++seed)
    for (const auto& find : truth_of(options(20'000, seed)).finds)
      for (const auto& line : find.lines) {
        codes[line.stamp.substr(0, line.stamp.find(' '))] += line.count;
        all += line.count;
      }
  std::vector<std::int64_t> counts;
  for (const auto& [code, count] : codes) counts.push_back(count);
  std::ranges::sort(counts, std::ranges::greater{});
  ASSERT_GT(counts.size(), 15u);
  EXPECT_GT(counts[0] + counts[1] + counts[2] + counts[3], all * 2 / 5);
}

TEST(Simulation, recorded_finds_are_exhibits_with_the_marks_as_read) {
  SimulatedState& state = small_state();
  std::int64_t exhibits = 0;
  for (const auto& find : state.truth.finds) {
    for (const auto& line : find.lines) {
      EXPECT_EQ(line.exhibit > 0, find.recorded);
      if (!find.recorded) continue;
      ++exhibits;
      const auto row = state.store->state().exhibits.exhibits.find(make_key(line.exhibit));
      ASSERT_TRUE(row.has_value());
      EXPECT_EQ(row->case_number, find.id);
      EXPECT_EQ(row->headstamp, line.marks.headstamp);
      EXPECT_EQ(row->calibre, line.marks.calibre);
      EXPECT_EQ(row->year, line.marks.year);
      EXPECT_EQ(row->count.count(), line.count);
      EXPECT_FALSE(row->lot) << "the register is not told the lot";
    }
  }
  EXPECT_GT(exhibits, 20);
  EXPECT_EQ(static_cast<std::int64_t>(state.store->state().exhibits.exhibits.all().size()), exhibits);
}

// R41
TEST(Simulation, converted_blanks_among_the_exhibits_are_those_that_were_planted) {
  SimulatedState& state = small_state();
  std::set<std::string> cases, converted;
  for (const auto& exhibit : state.store->state().exhibits.exhibits.all()) {
    cases.insert(exhibit.case_number);
    if (exhibit.origin == custody::Origin::converted_blank) converted.insert(exhibit.case_number);
  }
  std::set<std::string> planted;
  std::size_t recorded = 0;
  for (const auto& find : state.truth.finds) {
    if (!find.recorded) continue;
    ++recorded;
    for (const auto& line : find.lines)
      if (line.kind == simulation::DiversionKind::converted_blanks) planted.insert(find.id);
  }
  EXPECT_EQ(cases.size(), recorded);
  EXPECT_EQ(converted, planted);
  EXPECT_FALSE(planted.empty());
}

TEST(Simulation, holders_of_the_truth_are_parties_of_the_register) {
  SimulatedState& state = small_state();
  for (const auto& diversion : state.truth.diversions) {
    if (diversion.holder.empty()) continue;
    EXPECT_TRUE(state.desk->lookup.party(diversion.holder).has_value()) << diversion.holder;
  }
  for (const auto& find : state.truth.finds)
    for (const auto& line : find.lines)
      if (!line.lot.empty()) {
        EXPECT_TRUE(state.desk->lookup.lot(line.maker, line.lot, "").has_value()) << line.maker << " " << line.lot;
      }
}

/// Rounds of a lot that a party holds by the book.
std::int64_t book_of(SimulatedState& state, const std::string& party, const simulation::TrueLine& line) {
  const PartyId id = state.desk->lookup.party(party).value();
  const LotId lot = state.desk->lookup.lot(line.maker, line.lot, "").value();
  std::int64_t rounds = 0;
  state.store->state().book.accounts.scan(make_key(lot, id), [&](const custody::AccountRow& account) {
    if (account.standing == custody::Standing::held || account.standing == custody::Standing::stolen ||
        account.standing == custody::Standing::lost)
      rounds += account.rounds.count();
    return true;
  });
  return rounds;
}

TEST(Simulation, what_an_insider_took_still_stands_in_the_book_or_was_found_missing) {
  SimulatedState state(options(5'000, 11));
  int lines = 0;
  for (const auto& find : state.truth.finds)
    for (const auto& line : find.lines) {
      if (line.kind != simulation::DiversionKind::insider) continue;
      EXPECT_GE(book_of(state, line.holder, line), line.count) << find.id;
      ++lines;
    }
  EXPECT_GT(lines, 20);
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
  EXPECT_EQ(simulation::CsvSink::into(state.folder.path + "/nowhere/further").error().name, "unwritable_file");
  EXPECT_EQ(simulation::check_size(options(999, 1)).error().name, "bad_size");
  EXPECT_EQ(simulation::check_size(options(10'000'001, 1)).error().name, "bad_size");
}

}  // namespace lotline
