#pragma once
// A register in a temporary folder with a desk before it, on a day of the test's choosing, and a small simulated State
// in it.

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "service/acts.h"
#include "service/cards.h"
#include "service/open_register.h"
#include "storage/register_store.h"
#include "storage/sqlite_connection.h"
#include "tests/register/act_forms.h"

namespace lotline {

struct ClockAt final : Clock {
  Instant moment{std::int64_t{day_of(2026, 6, 1).count} * 86400};
  Instant now() const override { return moment; }
};

/// A folder that goes with the test.
struct TemporaryFolder {
  std::string path;
  TemporaryFolder();
  ~TemporaryFolder();
};

class DeskTest : public ::testing::Test {
 protected:
  explicit DeskTest(service::Opening opening = {"BR", {}, false, "tester"});

  /// Records an act; its number, or the refusal.
  Result<RecordNumber> act(std::string_view name, const Fields& fields);
  /// Records an act that must be taken; its number.
  RecordNumber done(std::string_view name, const Fields& fields);
  /// The name of the refusal, which must have left the register as it was; "" when the act was taken.
  std::string refused(std::string_view name, const Fields& fields);

  /// MAKER, POLICE with DEPOT and STATION, ARMY, DEALER, BUYER abroad (AR), CARRIER, LAB, COURT; licence MFG; product
  /// BALL.
  void small_state();
  /// 10,000 rounds of a lot, official for POLICE or commercial, in MAKER's STORE.
  RecordNumber made_lot(std::string_view number, std::string_view channel = "commercial");

  [[nodiscard]] Rounds held(std::string_view party, std::string_view place, std::string_view lot_number);
  [[nodiscard]] service::Reference reference() { return {catalogue_, *readers_, clock_.now().day()}; }
  [[nodiscard]] std::string root();
  void expect_verified();
  /// How a test opens a register that another keeps locked: it does not wait long.
  [[nodiscard]] static storage::SqliteOptions impatient();
  /// Closes the register and opens it again, as another process would.
  void reopen(storage::OpenMode mode = storage::OpenMode::write);

  TemporaryFolder folder_;
  std::string path_;
  ClockAt clock_;
  proof::SystemSalts salts_;
  const catalogue::Catalogue& catalogue_;
  std::unique_ptr<tracing::Readers> readers_;
  std::unique_ptr<storage::RegisterStore> store_;
  std::unique_ptr<service::Desk> desk_;
};

/// A desk before the small State.
class SmallState : public DeskTest {
 protected:
  explicit SmallState(service::Opening opening = {"BR", {}, false, "tester"}) : DeskTest(std::move(opening)) {
    small_state();
  }
};

}  // namespace lotline
