#include "seizure/diversion.h"

#include <gtest/gtest.h>

#include "seizure/memory_tables.h"

namespace lotline::seizure {
namespace {

struct DiversionRecords : ::testing::Test {
  MemoryTable<DiversionRow> rows;
  MemoryTable<IncidentRow> incident_rows;
  Diversions diversions{rows, incident_rows};
  When day{day_of(2019, 3, 10), day_of(2019, 3, 12)};

  static DiversionRecorded diversion() {
    DiversionRecorded record;
    record.link = 40;
    record.lot = LotId{4};
    record.stage = "transfer";
    record.modality = "D01";
    record.stock = "national_stockpile";
    record.report = "REPORT-1";
    return record;
  }
  static std::string refusal(const DiversionRecorded& record) {
    const auto decided = decide_diversion(record);
    return decided ? "" : decided.error().name;
  }
  static std::string refusal(const IncidentRecorded& record) {
    const auto decided = decide_incident(record);
    return decided ? "" : decided.error().name;
  }
};

// R32
TEST_F(DiversionRecords, it_names_the_movement_or_the_two_parties_it_lies_between) {
  DiversionRecorded record = diversion();
  EXPECT_EQ(refusal(record), "");
  record.link = 0;
  EXPECT_EQ(refusal(record), "no_custody_link");
  record.between_from = PartyId{1};
  EXPECT_EQ(refusal(record), "no_custody_link");
  record.between_to = PartyId{2};
  EXPECT_EQ(refusal(record), "");
  record.between_from = {};
  EXPECT_EQ(refusal(record), "no_custody_link");
}

// R30 R47
TEST_F(DiversionRecords, it_says_at_which_stage_and_how) {
  DiversionRecorded record = diversion();
  record.stage.clear();
  EXPECT_EQ(refusal(record), "missing_value");
  record = diversion();
  record.modality.clear();
  EXPECT_EQ(refusal(record), "missing_value");
  apply(diversion(), 50, day, diversions);
  const auto row = *rows.find(make_key(50));
  EXPECT_EQ(row.link, 40);
  EXPECT_EQ(row.lot, LotId{4});
  EXPECT_EQ(row.stage, "transfer");
  EXPECT_EQ(row.stock, "national_stockpile");
  EXPECT_EQ(row.report, "REPORT-1");
  EXPECT_EQ(row.happened_last, day.last);
}

// R39 R84
TEST_F(DiversionRecords, a_mass_is_never_turned_into_counted_rounds) {
  IncidentRecorded theft;
  theft.kind = "theft";
  theft.mass_kg = 3'000'000;
  EXPECT_EQ(refusal(theft), "");
  theft.estimated = Rounds(42'000);
  EXPECT_EQ(refusal(theft), "estimate_unexplained");
  theft.estimate_basis = "simulated mass of one round";
  EXPECT_EQ(refusal(theft), "");
  apply(theft, 51, day, diversions);
  const auto row = *incident_rows.find(make_key(51));
  EXPECT_EQ(row.mass_kg, 3'000'000);
  EXPECT_EQ(row.rounds, Rounds(0));
  EXPECT_EQ(row.estimated, Rounds(42'000));
}

// R84
TEST_F(DiversionRecords, an_incident_has_a_kind_and_an_amount) {
  IncidentRecorded theft;
  theft.kind = "theft";
  EXPECT_EQ(refusal(theft), "no_amount");
  theft.rounds = Rounds(42'000);
  EXPECT_EQ(refusal(theft), "");
  theft.kind.clear();
  EXPECT_EQ(refusal(theft), "missing_value");
}

}  // namespace
}  // namespace lotline::seizure
