#include "access/sealed_answer.h"

#include <gtest/gtest.h>

namespace lotline::access {
namespace {

TEST(SealedAnswer, opens_for_the_secret_it_was_sealed_with) {
  const std::string answer = std::string("a password\nand \0 bytes", 21);
  const std::string sealed = sealed_answer(answer, "secret");
  EXPECT_EQ(sealed.find("password"), std::string::npos);
  EXPECT_EQ(opened_answer(sealed, "secret"), answer);
  EXPECT_EQ(opened_answer(sealed_answer("", "secret"), "secret"), "");
}

TEST(SealedAnswer, tells_nothing_to_another_or_when_it_was_altered) {
  std::string sealed = sealed_answer("answer", "secret");
  EXPECT_NE(sealed, sealed_answer("answer", "secret"));
  EXPECT_EQ(opened_answer(sealed, "other"), std::nullopt);
  sealed[10] = sealed[10] == 'A' ? 'B' : 'A';
  EXPECT_EQ(opened_answer(sealed, "secret"), std::nullopt);
  EXPECT_EQ(opened_answer("", "secret"), std::nullopt);
  EXPECT_EQ(opened_answer("$$$", "secret"), std::nullopt);
}

}  // namespace
}  // namespace lotline::access
