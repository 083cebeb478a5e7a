#include "seizure/scan.h"

#include <gtest/gtest.h>

#include "seizure/ballistics_fixture.h"

namespace lotline::seizure {
namespace {

struct ScanOnRecord : ::testing::Test, SmallLaboratory {
  std::string refusal(const ScanRecorded& scan) { return refusal_of(decide_scan(scans, scan)); }
};

TEST_F(ScanOnRecord, is_of_one_fired_case_test_fire_or_replica) {
  EXPECT_EQ(refusal(scan('a')), "scan_subject");
  ScanRecorded both = scan_of(first_case, 'a');
  both.test_fire = test_fire;
  EXPECT_EQ(refusal(both), "scan_subject");
  EXPECT_EQ(refusal(scan_of(first_case, 'a')), "");
  EXPECT_EQ(refusal(scan_of(test_fire, 'a')), "");
  EXPECT_EQ(refusal(scan_of(live_round, 'a')), "not_a_fired_case");
  EXPECT_EQ(refusal(scan_of(ExhibitId{99}, 'a')), "unknown_exhibit");
  EXPECT_EQ(refusal(scan_of(TestFireId{99}, 'a')), "unknown_test_fire");
  EXPECT_EQ(refusal(scan_of(ReplicaId{99}, 'a')), "unknown_replica");
  ScanRecorded unmarked = scan_of(first_case, 'a');
  unmarked.mark.clear();
  EXPECT_EQ(refusal(unmarked), "missing_value");
  EXPECT_EQ(refusal(scan_of(first_case, 'g')), "bad_hash");
  ScanRecorded short_hash = scan_of(first_case, 'a');
  short_hash.sha256.pop_back();
  EXPECT_EQ(refusal(short_hash), "bad_hash");
}

TEST_F(ScanOnRecord, is_of_the_source_behind_its_test_fire_or_replica) {
  apply(ReplicaMade{Cast::negative, first_case, kLab, "", "", {}}, 40, kDay, replicas);
  apply(ReplicaMade{Cast::double_cast, {}, kLab, "", "", test_fire}, 41, kDay, replicas);
  apply(scan_of(ReplicaId{40}, 'a'), 50, kDay, scans);
  apply(scan_of(ReplicaId{41}, 'b'), 51, kDay, scans);
  apply(scan_of(test_fire, 'c'), 52, kDay, scans);
  const auto of_case = *scan_rows.find(make_key(50));
  EXPECT_EQ(of_case.source_kind, SourceKind::exhibit);
  EXPECT_EQ(of_case.source, first_case.number);
  EXPECT_EQ(of_case.cast, Cast::negative);
  const auto of_gun = *scan_rows.find(make_key(51));
  EXPECT_EQ(of_gun.source_kind, SourceKind::firearm);
  EXPECT_EQ(of_gun.source, gun.number);
  EXPECT_EQ(of_gun.cast, Cast::double_cast);
  EXPECT_EQ(scan_rows.find(make_key(52))->source, gun.number);
}

TEST_F(ScanOnRecord, stands_once_and_a_file_is_of_one_source) {
  apply(scan_of(first_case, 'a'), 50, kDay, scans);
  EXPECT_EQ(refusal(scan_of(first_case, 'a')), "scan_exists");
  EXPECT_EQ(refusal(scan_of(second_case, 'a')), "scan_of_other");
  ScanRecorded pin = scan_of(first_case, 'a');
  pin.mark = "firing_pin";
  EXPECT_EQ(refusal(pin), "");
  apply(Withdrawn{"", "of the other case", 50}, 51, all);
  EXPECT_EQ(refusal(scan_of(second_case, 'a')), "");
}

TEST_F(ScanOnRecord, is_not_of_what_was_withdrawn) {
  apply(ReplicaMade{Cast::negative, first_case, kLab, "", "", {}}, 40, kDay, replicas);
  apply(Withdrawn{"", "broken", 40}, 41, all);
  EXPECT_EQ(refusal(scan_of(ReplicaId{40}, 'a')), "withdrawn_before");
  apply(Withdrawn{"", "other gun", test_fire.number}, 42, all);
  EXPECT_EQ(refusal(scan_of(test_fire, 'a')), "withdrawn_before");
}

TEST(ClockPosition, is_an_hour_or_an_hour_and_minutes) {
  EXPECT_EQ(parse_clock("").value(), 0);
  EXPECT_EQ(parse_clock("3").value(), 180);
  EXPECT_EQ(parse_clock("3:30").value(), 210);
  EXPECT_EQ(parse_clock("12").value(), 720);
  EXPECT_EQ(parse_clock("12:30").value(), 30);
  for (const char* wrong : {"0", "13", "3:60", "3:", ":30", "3.5", "three", "3:30:00", "-1"})
    EXPECT_FALSE(parse_clock(wrong).has_value()) << wrong;
  for (const char* text : {"", "1", "3:30", "12", "12:05", "11:59"})
    EXPECT_EQ(clock_text(parse_clock(text).value()), text);
}

}  // namespace
}  // namespace lotline::seizure
