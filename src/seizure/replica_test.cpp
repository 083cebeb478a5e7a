#include "seizure/replica.h"

#include <gtest/gtest.h>

#include "seizure/ballistics_fixture.h"

namespace lotline::seizure {
namespace {

struct ReplicaOfACase : ::testing::Test, SmallLaboratory {
  static When day(int count) { return {Day{count}, Day{count}}; }
  std::string refusal(const ReplicaMade& made) { return refusal_of(decide_replica(exhibits, test_fire_rows, made)); }
  /// Takes the step when it may be taken; the name of the refusal otherwise.
  std::string step(ReplicaAct act, PartyId by, PartyId to, int on) {
    const ReplicaPassed passed{act, by, "", "", ReplicaId{40}, "", to};
    const auto decided = decide_replica_step(replicas, passed, day(on));
    if (decided) apply(*decided, 50 + on, day(on), replicas);
    return refusal_of(decided);
  }
};

TEST_F(ReplicaOfACase, is_of_one_fired_case_or_test_fire) {
  const ReplicaMade good{Cast::negative, first_case, kLab, "", "", {}};
  EXPECT_EQ(refusal(good), "");
  ReplicaMade made = good;
  made.exhibit = live_round;
  EXPECT_EQ(refusal(made), "not_a_fired_case");
  made.exhibit = ExhibitId{99};
  EXPECT_EQ(refusal(made), "unknown_exhibit");
  made.exhibit = first_case;
  made.test_fire = test_fire;
  EXPECT_EQ(refusal(made), "scan_subject");
  made.exhibit = {};
  EXPECT_EQ(refusal(made), "");
  made.test_fire = TestFireId{99};
  EXPECT_EQ(refusal(made), "unknown_test_fire");
  made.test_fire = {};
  EXPECT_EQ(refusal(made), "scan_subject");
  made = good;
  made.made_by = {};
  EXPECT_EQ(refusal(made), "missing_value");
  made = good;
  made.cast = Cast::none;
  EXPECT_EQ(refusal(made), "missing_value");
}

// R120
TEST_F(ReplicaOfACase, passes_from_hand_to_hand_and_every_step_is_kept) {
  apply(ReplicaMade{Cast::double_cast, first_case, kLab, "", "", {}}, 40, day(10), replicas);
  EXPECT_EQ(step(ReplicaAct::send, kPartner, kLab, 11), "replica_not_here");
  EXPECT_EQ(step(ReplicaAct::send, kLab, {}, 11), "missing_value");
  EXPECT_EQ(step(ReplicaAct::send, kLab, kLab, 11), "replica_to_itself");
  EXPECT_EQ(step(ReplicaAct::receive, kPartner, {}, 11), "replica_not_sent");
  EXPECT_EQ(step(ReplicaAct::send, kLab, kPartner, 9), "custody_out_of_order");
  EXPECT_EQ(step(ReplicaAct::send, kLab, kPartner, 11), "");
  EXPECT_EQ(step(ReplicaAct::destroy, kLab, {}, 12), "replica_not_here");
  EXPECT_EQ(step(ReplicaAct::receive, kReviewer, {}, 12), "replica_not_sent");
  EXPECT_EQ(step(ReplicaAct::receive, kPartner, {}, 12), "");
  EXPECT_EQ(replica_rows.find(make_key(40))->with, kPartner);
  EXPECT_EQ(step(ReplicaAct::destroy, kPartner, {}, 13), "");
  EXPECT_EQ(step(ReplicaAct::send, kPartner, kLab, 14), "replica_destroyed");
  ASSERT_EQ(step_rows.size(), 3u);
  EXPECT_EQ(step_rows.find(make_key(40, 61))->to, kPartner);
}

TEST_F(ReplicaOfACase, that_is_withdrawn_passes_no_further) {
  apply(ReplicaMade{Cast::double_cast, first_case, kLab, "", "", {}}, 40, day(10), replicas);
  EXPECT_EQ(
      refusal_of(decide_replica_step(replicas, {ReplicaAct::send, kLab, "", "", ReplicaId{41}, "", kPartner}, day(11))),
      "unknown_replica");
  apply(Withdrawn{"", "broken", 40}, 41, all);
  EXPECT_EQ(step(ReplicaAct::send, kLab, kPartner, 12), "withdrawn_before");
  apply(Withdrawn{"", "other gun", test_fire.number}, 42, all);
  EXPECT_EQ(refusal({Cast::negative, {}, kLab, "", "", test_fire}), "withdrawn_before");
}

}  // namespace
}  // namespace lotline::seizure
