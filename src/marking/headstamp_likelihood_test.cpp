#include "marking/headstamp_likelihood.h"

#include <gtest/gtest.h>

#include <chrono>

namespace lotline::marking {
namespace {

double fit(const std::string& seen, const std::string& stamped) {
  return headstamp_likelihood(HeadstampMarks{seen, {}, "", ""}, stamped);
}

TEST(HeadstampLikelihood, the_fit_falls_with_each_fault) {
  EXPECT_GT(fit("IK 88", "IK 88"), 0.5);
  EXPECT_GT(fit("IK 88", "IK 88"), fit("I? 88", "IK 88"));
  EXPECT_GT(fit("I? 88", "IK 88"), fit("IX 88", "IK 88"));
  EXPECT_GT(fit("IK 8B", "IK 88"), fit("IK 8T", "IK 88"));
  EXPECT_GT(fit("IK 88", "IK 88"), fit("IK", "IK 88"));
  EXPECT_GT(fit("IK", "IK 88"), fit("PPU", "IK 88"));
  EXPECT_GT(fit("L? 8?", "LC 84"), 100 * fit("L? 8?", "LC 72"));
}

TEST(HeadstampLikelihood, a_head_is_a_circle) {
  EXPECT_DOUBLE_EQ(fit("88 IK", "IK 88"), fit("IK 88", "IK 88"));
  EXPECT_DOUBLE_EQ(headstamp_likelihood({"", {{6, "88"}, {12, "IK"}}, "", ""}, "IK 88"), fit("IK 88", "IK 88"));
}

TEST(HeadstampLikelihood, separators_and_scripts_count_little) {
  EXPECT_DOUBLE_EQ(fit("W R A 43", "WRA 43"), fit("WRA 43", "WRA 43"));
  EXPECT_DOUBLE_EQ(fit("43 W R A", "WRA 43"), fit("WRA 43", "WRA 43"));
  EXPECT_DOUBLE_EQ(fit("G.F.L.", "GFL"), fit("GFL", "GFL"));
  EXPECT_GT(fit("nny 82", "ППУ 82"), 100 * fit("abc 82", "ППУ 82"));
  EXPECT_GT(fit("T 43", "Т 43"), 0.9 * fit("T 43", "T 43"));
}

TEST(HeadstampLikelihood, a_star_stands_for_what_was_not_read) {
  EXPECT_GT(fit("IK *", "IK 88"), fit("IK", "IK 88"));
  EXPECT_GT(fit("WIN*", "WINCHESTER"), fit("WIN", "WINCHESTER"));
  EXPECT_EQ(fit("", "IK 88"), 1.0);
  EXPECT_EQ(fit("*", "IK 88"), 1.0);
}

TEST(HeadstampLikelihood, it_is_above_nothing_and_at_most_one_for_any_text) {
  for (const char* seen :
       {"IK 88", "?", "A B C D E F G H I J K L", "((()))", "\xFF\xFE", "1 2 3 4 5 6 7 8 9 10 11 12"}) {
    for (const char* stamped : {"", "IK 88", "A B C D E F G H I J K L M", "四川製 19", "\xFF"}) {
      const double likelihood = fit(seen, stamped);
      EXPECT_GT(likelihood, 0.0) << seen << " / " << stamped;
      EXPECT_LE(likelihood, 1.0) << seen << " / " << stamped;
    }
  }
}

TEST(HeadstampLikelihood, comparing_with_many_lots_takes_microseconds_each) {
  const SeenHeadstamp seen(HeadstampMarks{"L? 8? NATO", {}, "", ""});
  const auto start = std::chrono::steady_clock::now();
  double sum = 0;
  for (int i = 0; i < 20'000; ++i) sum += seen.likelihood(i % 2 == 0 ? "LC 84 NATO" : "CBC 9MM LUGER");
  const auto spent = std::chrono::steady_clock::now() - start;
  EXPECT_GT(sum, 0.0);
  // Far more than it takes (0.1 s), so that a slow or busy machine does not fail it.
  EXPECT_LT(std::chrono::duration<double>(spent).count(), 4.0);
}

}  // namespace
}  // namespace lotline::marking
