// A lot's life out of one register and into another: the same entries, the same balances, and the same document again.

#include <fstream>
#include <iterator>

#include "exchange/csv_import.h"
#include "exchange/epcis_export.h"
#include "exchange/epcis_reader.h"
#include "service/verify.h"
#include "tests/register/every_kind_fixture.h"

namespace lotline {

namespace {

/// What the ledger says of a lot, with codes in place of the numbers of records, which differ from register to
/// register.
class Ledger {
 public:
  explicit Ledger(service::State& state) : state_(state) {}

  std::string of(LotId lot) {
    std::string text;
    state_.book.entries.scan(make_key(lot), [&](const custody::EntryRow& e) {
      text += fmt::format("{} {} {}/{}/{} -> {}/{}/{} {} licence {} for {} package {} {} corrects {} shipment {}\n",
                          word(e.act), e.rounds.count(), party(e.from), place(e.from_where), word(e.from_standing),
                          party(e.to), place(e.to_where), word(e.to_standing), to_text(e.happened()),
                          licence(e.licence), party(e.first_recipient), package(e.package), e.overridden,
                          nth(e.corrects), nth(e.shipment.number));
      nth(e.number);
      return true;
    });
    state_.book.accounts.scan(make_key(lot), [&](const custody::AccountRow& a) {
      lines_.push_back(fmt::format("{}/{}/{}: {} {} {}\n", party(a.possessor), place(a.where), word(a.standing),
                                   a.rounds.count(), a.packaged.count(), a.reserved.count()));
      return true;
    });
    std::ranges::sort(lines_);
    for (const std::string& line : lines_) text += line;
    lines_.clear();
    return text;
  }

 private:
  std::string party(PartyId id) {
    const auto row = state_.parties.parties.find(make_key(id));
    return row ? row->code : "-";
  }
  std::string licence(LicenceId id) {
    const auto row = state_.licences.licences.find(make_key(id));
    return row ? row->number : "-";
  }
  std::string package(PackageId id) {
    const auto row = state_.book.packages.find(make_key(id));
    return row ? row->code : "-";
  }
  /// The place of a record among those met so far.
  std::size_t nth(RecordNumber number) {
    if (number == 0) return 0;
    return met_.try_emplace(number, met_.size() + 1).first->second;
  }
  std::string place(const std::string& where) {
    if (!where.starts_with('#') && !where.starts_with('@')) return where;
    return where.substr(0, 1);  // a shipment or an exhibit, told apart by the entries before
  }

  service::State& state_;
  std::map<RecordNumber, std::size_t> met_;
  std::vector<std::string> lines_;
};

}  // namespace

/// A register beside the fixture's, in which nothing but its first record stands.
struct OtherRegister {
  OtherRegister(const std::string& path, const catalogue::Catalogue& catalogue, const Clock& clock,
                proof::SaltSource& salts) {
    storage::SqliteOptions options;
    options.schema_version = storage::kSchemaVersion;
    auto connection = storage::open_sqlite(path, storage::OpenMode::create, options).value();
    const auto opening = service::decide_opening({"BR", {}, false, "tester"}, catalogue, clock, salts).value();
    store = storage::RegisterStore::create(std::move(connection), salts, opening).value();
    desk = std::make_unique<service::Desk>(*store, catalogue, clock, salts, "tester");
  }
  std::unique_ptr<storage::RegisterStore> store;
  std::unique_ptr<service::Desk> desk;
};

class EpcisExchange : public EveryKind {
 protected:
  std::string written(const std::string& text) {
    const std::string path = folder_.path + "/life.json";
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
    return path;
  }
  LotId lot_of(service::Desk& desk, const std::string& number) { return desk.lookup.lot("MAKER", number, "").value(); }
  std::string exported(service::Register& store, LotId lot) {
    return exchange::export_lot(store, lot).value().document;
  }

  /// Imports a document that must be taken whole.
  void take(OtherRegister& other, const std::string& document) {
    const auto report = exchange::import_csv(*other.desk, {written(document)}, {});
    ASSERT_TRUE(report.has_value()) << report.error().text;
    for (const auto& error : report->errors)
      ADD_FAILURE() << "event " << error.event << " " << error.path << ": " << error.refusal.number << " "
                    << error.refusal.name << ": " << error.refusal.text;
    EXPECT_TRUE(report->kept);
  }
  void expect_strict(const std::string& document) {
    auto reader = exchange::EpcisReader::of_text(document, "export");
    exchange::EpcisEvent event;
    for (;;) {
      const auto more = reader.next(event);
      ASSERT_TRUE(more.has_value()) << more.error().text;
      if (!*more) break;
      for (const auto& finding : event.findings) ADD_FAILURE() << finding.path << ": " << finding.refusal.text;
    }
    for (const auto& finding : reader.document().findings) ADD_FAILURE() << finding.path << finding.refusal.text;
  }
  void round_trip(const std::string& number) {
    SCOPED_TRACE(number);
    const std::string document = exported(*store_, lot_of(*desk_, number));
    expect_strict(document);
    OtherRegister other(folder_.path + "/other-" + std::to_string(++others_) + ".lotline", catalogue_, clock_, salts_);
    take(other, document);
    if (HasFailure()) return;
    EXPECT_TRUE(service::verify(*other.store).has_value());
    const LotId there = lot_of(*other.desk, number);
    EXPECT_EQ(Ledger(other.store->state()).of(there), Ledger(store_->state()).of(lot_of(*desk_, number)));
    EXPECT_EQ(exported(*other.store, there), document);
    // Once more into the register that has it changes nothing.
    const auto before = other.store->head().root;
    take(other, document);
    EXPECT_EQ(other.store->head().root, before);
  }
  int others_ = 0;
};

// R80 R98
TEST_F(EpcisExchange, a_lots_life_goes_out_and_comes_in_as_the_same_ledger_and_goes_out_the_same_again) {
  round_trip("A17-1");
}

TEST_F(EpcisExchange, so_does_that_of_a_lot_made_of_another_with_the_life_of_that_one) { round_trip("A17-1A"); }

TEST_F(EpcisExchange, so_does_that_of_a_lot_for_official_use) { round_trip("B17-2"); }

}  // namespace lotline
