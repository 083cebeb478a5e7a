#include "storage/layout.h"

#include "storage/register_fixture.h"

namespace lotline::storage {
namespace {

enum class Colour { red, green };

struct CardRow {
  static constexpr std::string_view table = "cards";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 1> indexes{"colour"};

  std::int64_t pack = 0;
  int number = 0;
  Colour colour{};
  std::string words;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("pack", self.pack);
    visit("number", self.number);
    visit("colour", self.colour);
    visit("words", self.words);
  }
};

}  // namespace
}  // namespace lotline::storage

template <>
struct lotline::Words<lotline::storage::Colour> {
  using C = storage::Colour;
  static constexpr std::array<Word<C>, 2> all{{{C::red, "red"}, {C::green, "green"}}};
};

namespace lotline::storage {
namespace {

const Layout kCards{"cards: pack, key 1",    "cards: number, key 2",    "cards: colour",
                    "cards: words, text",    "cards: colour, 0 is red", "cards: colour, 1 is green",
                    "cards: found by colour"};

class LayoutOfRegister : public RegisterFolder {
 protected:
  /// What opening a register of the first layout says to a program of the second.
  Refusal opening(const Layout& kept, const Layout& known) {
    const auto connection = open(OpenMode::create);
    write_layout(*connection, kept);
    const auto checked = check_layout(*connection, known);
    std::filesystem::remove(path);
    return checked ? Refusal{} : checked.error();
  }
};

TEST_F(LayoutOfRegister, says_what_a_row_declares) {
  Layout layout;
  declare<CardRow>(layout);
  EXPECT_EQ(layout, kCards);
}

TEST_F(LayoutOfRegister, of_this_program_has_every_table_and_the_personal_values) {
  EXPECT_TRUE(layout_of_register().contains("lots: id, key 1"));
  EXPECT_TRUE(layout_of_register().contains("personal: value, text"));
}

TEST_F(LayoutOfRegister, that_is_the_same_is_opened) { EXPECT_EQ(opening(kCards, kCards).number, 0); }

TEST_F(LayoutOfRegister, that_lacks_something_is_of_an_older_register) {
  for (const std::string& line : kCards) {
    Layout older = kCards;
    older.erase(line);
    const auto refusal = opening(older, kCards);
    EXPECT_EQ(refusal.number, older_register.number);
    EXPECT_NE(refusal.text.find("lacks \"" + line + "\""), std::string::npos) << refusal.text;
  }
  EXPECT_NE(opening({"cards: number, key 1"}, kCards).text.find("lacks \"cards: colour\" and 6 more"),
            std::string::npos);
}

TEST_F(LayoutOfRegister, that_has_something_unknown_is_of_a_newer_register) {
  Layout newer = kCards;
  newer.insert("cards: corner");
  const auto refusal = opening(newer, kCards);
  EXPECT_EQ(refusal.number, newer_register.number);
  EXPECT_NE(refusal.text.find("has \"cards: corner\""), std::string::npos) << refusal.text;
}

}  // namespace
}  // namespace lotline::storage
