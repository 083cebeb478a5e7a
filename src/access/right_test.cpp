#include "access/right.h"

#include <gtest/gtest.h>

namespace lotline::access {
namespace {

TEST(Rights, every_right_but_that_of_the_file_alone_is_brought_by_some_role) {
  Rights brought;
  for (const auto& role : Words<Role>::all) brought = brought | rights_of(role.value);
  for (const auto& right : Words<Right>::all) EXPECT_TRUE(brought.has(right.value)) << right.text;
}

TEST(Rights, an_administrator_sees_no_rounds_and_a_trader_governs_nobody) {
  EXPECT_EQ(rights_of(Role::administrator), (Rights{Right::manage_accounts, Right::read_access_log}));
  const Rights trader = rights_of(Role::trader);
  for (const Right right : {Right::read_all, Right::trace, Right::manage_accounts, Right::record_case, Right::license})
    EXPECT_FALSE(trader.has(right)) << word(right);
}

TEST(Rights, nobody_prepares_and_approves_licences_by_one_role) {
  for (const auto& role : Words<Role>::all) {
    const Rights rights = rights_of(role.value);
    EXPECT_FALSE(rights.has(Right::license) && rights.has(Right::approve)) << role.text;
  }
}

TEST(Rights, join_and_meet_like_sets) {
  constexpr Rights a{Right::read_own, Right::trace};
  constexpr Rights b{Right::trace, Right::license};
  EXPECT_EQ(a & b, Rights{Right::trace});
  EXPECT_EQ(a | b, (Rights{Right::read_own, Right::trace, Right::license}));
  EXPECT_TRUE((a & Rights{}).empty());
}

}  // namespace
}  // namespace lotline::access
