#include "stockpile/condition.h"

#include <gtest/gtest.h>

#include "stockpile/memory_tables.h"

namespace lotline::stockpile {
namespace {

struct ConditionOfLots : ::testing::Test {
  MemoryTable<ConditionRow> rows;
  MemoryTable<DestructionRow> destructions;
  Conditions conditions{rows, destructions};

  static DestructionCertified certified() { return {PartyId{3}, "CERT-1", "burning", 40, {"Witness 1", "Witness 2"}}; }
  static std::string refusal(const DestructionCertified& destruction) {
    const auto decided = decide_destruction(destruction);
    return decided ? "" : decided.error().name;
  }
};

// R102
TEST_F(ConditionOfLots, a_destruction_names_method_authority_witnesses_and_certificate) {
  EXPECT_EQ(refusal(certified()), "");
  DestructionCertified incomplete = certified();
  incomplete.authority = {};
  EXPECT_EQ(refusal(incomplete), "destruction_incomplete");
  incomplete = certified();
  incomplete.certificate.clear();
  EXPECT_EQ(refusal(incomplete), "destruction_incomplete");
  incomplete = certified();
  incomplete.method.clear();
  EXPECT_EQ(refusal(incomplete), "destruction_incomplete");
  incomplete = certified();
  incomplete.witnesses.clear();
  EXPECT_EQ(refusal(incomplete), "destruction_incomplete");
  apply(certified(), conditions);
  EXPECT_EQ(destructions.find(make_key(40))->witnesses, "Witness 1;Witness 2");
  EXPECT_EQ(destructions.find(make_key(40))->method, "burning");
}

TEST_F(ConditionOfLots, every_inspection_of_a_lot_is_kept) {
  const When first{day_of(2019, 1, 1), day_of(2019, 1, 31)};
  const When second{day_of(2020, 1, 1), day_of(2020, 1, 1)};
  apply(ConditionRecorded{"A", LotId{4}, ""}, 41, first, conditions);
  apply(ConditionRecorded{"H", LotId{4}, "rust"}, 42, second, conditions);
  const auto kept = rows.all(make_key(4));
  ASSERT_EQ(kept.size(), 2U);
  EXPECT_EQ(kept[0].code, "A");
  EXPECT_EQ(kept[0].inspected_on, first.last);
  EXPECT_EQ(kept[1].note, "rust");
}

}  // namespace
}  // namespace lotline::stockpile
