// Random acts against a book: what is accepted leaves every sum right, what is refused changes nothing, and the same
// records make the same tables again.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/property/ledger_at_random.h"

namespace lotline {
namespace {

using Steps = std::vector<Step>;

rc::Gen<Steps> some_steps() { return rc::gen::container<Steps>(rc::gen::container<Step>(rc::gen::inRange(0, 256))); }

// R79 R4 R104
RC_GTEST_PROP(Ledger, every_accepted_act_leaves_every_sum_right_and_a_refused_one_changes_nothing, ()) {
  LedgerAtRandom ledger;
  for (const Step& step : *some_steps()) {
    const auto before = ledger.tables();
    const bool taken = ledger.attempt(step);
    if (!taken) RC_ASSERT(ledger.tables() == before);
    RC_ASSERT(ledger.first_fault() == "");
  }
}

// R79
RC_GTEST_PROP(Ledger, the_same_records_make_the_same_tables_again, ()) {
  LedgerAtRandom ledger;
  for (const Step& step : *some_steps()) ledger.attempt(step);
  RC_ASSERT(ledger.replayed_tables() == ledger.tables());
}

TEST(Ledger, acts_at_random_reach_every_state_of_life) {
  LedgerAtRandom ledger;
  std::uint32_t seed = 1;
  for (int i = 0; i < 6000; ++i) {
    Step step;
    for (int& value : step) {
      seed = seed * 1664525U + 1013904223U;
      value = static_cast<int>(seed >> 24);
    }
    ledger.attempt(step);
  }
  EXPECT_EQ(ledger.first_fault(), "");
  EXPECT_EQ(ledger.acts_never_taken(), "");
  EXPECT_EQ(ledger.replayed_tables(), ledger.tables());
}

}  // namespace
}  // namespace lotline
