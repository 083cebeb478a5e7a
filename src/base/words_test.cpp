#include "base/words.h"

#include <gtest/gtest.h>

namespace lotline {

enum class Season { dry, wet, forgotten };

template <>
struct Words<Season> {
  static constexpr std::array<Word<Season>, 2> all{{{Season::dry, "dry"}, {Season::wet, "wet"}}};
};

namespace {

TEST(Vocabularies, every_value_has_its_word_and_every_word_its_value) {
  for (const auto& entry : Words<Season>::all) {
    EXPECT_EQ(word(entry.value), entry.text);
    EXPECT_EQ(parse_word<Season>(entry.text, "season").value(), entry.value);
  }
  EXPECT_EQ(all_words<Season>(), (std::vector<std::string_view>{"dry", "wet"}));
}

TEST(Vocabularies, a_wrong_word_is_refused_by_its_field) {
  const auto parsed = parse_word<Season>("drry", "season");
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().name, "unknown_word");
  EXPECT_NE(parsed.error().text.find("season \"drry\"; did you mean \"dry\"?"), std::string::npos);
  EXPECT_FALSE(parse_word<Season>("DRY", "season"));
}

TEST(Vocabularies, a_value_without_word_is_a_broken_invariant) {
  EXPECT_THROW((void)word(Season::forgotten), BrokenInvariant);
}

}  // namespace
}  // namespace lotline
