#include "tests/register/desk_fixture.h"

#include <unistd.h>

#include <cstdlib>

#include "service/verify.h"

namespace lotline {

namespace {

storage::SqliteOptions options() {
  storage::SqliteOptions made;
  made.schema_version = storage::kSchemaVersion;
  return made;
}

const catalogue::Catalogue& builtin() {
  static const catalogue::Catalogue catalogue = catalogue::Catalogue::load({LOTLINE_SOURCE_DIR "/data"}).value();
  return catalogue;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  // In memory where there is such a place: every commit of a test waits for its disk otherwise.
  std::error_code error;
  const std::filesystem::path memory = "/dev/shm";
  const bool has_memory = std::filesystem::is_directory(memory, error) && ::access(memory.c_str(), W_OK) == 0;
  const auto folder = has_memory ? memory : std::filesystem::temp_directory_path();
  std::string pattern = (folder / "lotline-test-XXXXXX").string();
  EXPECT_NE(mkdtemp(pattern.data()), nullptr);
  path = pattern;
}
TemporaryFolder::~TemporaryFolder() {
  std::error_code error;
  std::filesystem::remove_all(path, error);
}

DeskTest::DeskTest(service::Opening opening)
    : path_(folder_.path + "/register.lotline"),
      catalogue_(builtin()),
      readers_(std::make_unique<tracing::Readers>(builtin(), clock_.now().day())) {
  auto connection = storage::open_sqlite(path_, storage::OpenMode::create, options()).value();
  const auto record = service::decide_opening(opening, catalogue_, clock_, salts_).value();
  store_ = storage::RegisterStore::create(std::move(connection), salts_, record).value();
  desk_ = std::make_unique<service::Desk>(*store_, catalogue_, clock_, salts_, "tester");
}

Result<RecordNumber> DeskTest::act(std::string_view name, const Fields& fields) {
  const auto kind = TRY(service::find_act(name));
  return service::record_act(*desk_, *kind, TRY(service::Values::of(kind->form, fields)));
}

RecordNumber DeskTest::done(std::string_view name, const Fields& fields) {
  const auto number = act(name, fields);
  EXPECT_TRUE(number.has_value()) << name << ": " << (number ? "" : number.error().text);
  return number.value_or(0);
}

std::string DeskTest::refused(std::string_view name, const Fields& fields) {
  const std::string before = root();
  const auto number = act(name, fields);
  if (number) return "";
  EXPECT_EQ(root(), before) << "a refused act changed the register";
  return number.error().name;
}

void DeskTest::small_state() {
  const auto party = [&](std::string_view code, std::string_view kind, std::string_view country,
                         std::string_view parent) {
    done("parties", {{"code", code},
                     {"kind", kind},
                     {"name", code},
                     {"country", country},
                     {"parent", parent},
                     {"headstamp_codes", kind == "manufacturer" ? "MKR" : ""},
                     {"on", "2015-01-01"}});
  };
  party("MAKER", "manufacturer", "BR", "");
  party("POLICE", "force", "BR", "");
  party("DEPOT", "unit", "BR", "POLICE");
  party("STATION", "unit", "BR", "POLICE");
  party("ARMY", "force", "BR", "");
  party("DEALER", "dealer", "BR", "");
  party("BUYER", "company", "AR", "");
  party("CARRIER", "carrier", "BR", "");
  party("LAB", "laboratory", "BR", "");
  party("COURT", "court", "BR", "");
  done("licences", {{"number", "MFG"},
                    {"kind", "manufacture"},
                    {"holder", "MAKER"},
                    {"issued_on", "2016-01-01"},
                    {"expires_on", "2020-12-31"}});
  done("products", {{"code", "BALL"}, {"calibre", "7.62X51"}, {"type", "ball"}, {"on", "2016-01-01"}});
}

RecordNumber DeskTest::made_lot(std::string_view number, std::string_view channel) {
  return done("lots", {{"maker", "MAKER"},
                       {"lot", number},
                       {"product", "BALL"},
                       {"made_on", "2017-04"},
                       {"act", "manufacture"},
                       {"rounds", "10000"},
                       {"place", "STORE"},
                       {"first_recipient", "POLICE"},
                       {"licence", "MFG"},
                       {"channel", channel},
                       {"headstamp", "MKR 17"},
                       {"package_marks", "lot;manufacturer;calibre;type"},
                       {"on", "2017-04-20"}});
}

Rounds DeskTest::held(std::string_view party, std::string_view place, std::string_view lot_number) {
  const LotId lot = desk_->lookup.lot("MAKER", lot_number, "").value();
  const PartyId id = desk_->lookup.party(party).value();
  return custody::account_at(store_->state().book, lot, {id, custody::Standing::held, std::string{place}}).rounds;
}

storage::SqliteOptions DeskTest::impatient() {
  storage::SqliteOptions made = options();
  made.busy_timeout_ms = 20;
  return made;
}

std::string DeskTest::root() { return proof::to_hex(store_->head().root); }

void DeskTest::expect_verified() {
  const auto verified = service::verify(*store_);
  EXPECT_TRUE(verified.has_value()) << (verified ? "" : verified.error().text);
}

void DeskTest::reopen(storage::OpenMode mode) {
  desk_.reset();
  store_.reset();
  auto connection = storage::open_sqlite(path_, mode, options()).value();
  store_ = storage::RegisterStore::open(std::move(connection), salts_).value();
  desk_ = std::make_unique<service::Desk>(*store_, catalogue_, clock_, salts_, "tester");
}

}  // namespace lotline
