#include "base/memory_table.h"

#include <gtest/gtest.h>

namespace lotline {

enum class Colour { red, green };
template <>
struct Words<Colour> {
  static constexpr std::array<Word<Colour>, 2> all{{{Colour::red, "red"}, {Colour::green, "green"}}};
};

struct CrateRow {
  static constexpr std::string_view table = "crates";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 1> indexes{"place"};

  LotId lot;
  int line = 0;
  std::string place;
  Rounds rounds;
  Day on;
  Instant at;
  bool sealed = false;
  Colour colour{};
  std::int64_t weight = 0;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("lot", self.lot);
    visit("line", self.line);
    visit("place", self.place);
    visit("rounds", self.rounds);
    visit("on", self.on);
    visit("at", self.at);
    visit("sealed", self.sealed);
    visit("colour", self.colour);
    visit("weight", self.weight);
  }
};

namespace {

CrateRow crate(std::int64_t lot, int line, const std::string& place = "A") {
  return {LotId{lot}, line, place, Rounds(5), day_of(2019, 5, 1), Instant{77}, true, Colour::green, -3};
}

struct Tables : ::testing::Test {
  MemoryTable<CrateRow> crates;
  std::vector<std::int64_t> lots_of(const std::vector<CrateRow>& rows) const {
    std::vector<std::int64_t> lots;
    for (const auto& row : rows) lots.push_back(row.lot.number * 10 + row.line);
    return lots;
  }
};

TEST_F(Tables, every_kind_of_field_goes_into_a_cell_and_back) {
  const CrateRow before = crate(4, 2);
  const auto cells = cells_of(before);
  CrateRow after;
  std::size_t column = 0;
  auto read = [&](std::string_view, auto& field) { from_cell(cells[column++], field); };
  CrateRow::fields(after, read);
  EXPECT_EQ(cells_of(after), cells);
  EXPECT_EQ(after.place, "A");
  EXPECT_EQ(after.colour, Colour::green);
  EXPECT_TRUE(after.sealed);
  EXPECT_EQ(after.at, Instant{77});
  EXPECT_EQ(key_of(before), make_key(4, 2));
}

TEST_F(Tables, a_row_is_put_replaced_found_and_erased_by_its_key) {
  crates.put(crate(4, 2, "A"));
  crates.put(crate(4, 2, "B"));
  EXPECT_EQ(crates.size(), 1U);
  EXPECT_EQ(crates.find(make_key(4, 2))->place, "B");
  EXPECT_FALSE(crates.find(make_key(4, 3)));
  crates.erase(make_key(4, 2));
  EXPECT_EQ(crates.size(), 0U);
}

TEST_F(Tables, rows_are_read_in_the_order_of_their_keys_by_prefix_or_index) {
  for (const auto& [lot, line] : {std::pair{10, 1}, {2, 2}, {2, 1}, {-1, 1}, {9, 1}}) crates.put(crate(lot, line));
  crates.put(crate(3, 1, "B"));
  EXPECT_EQ(lots_of(crates.all()), (std::vector<std::int64_t>{-9, 21, 22, 31, 91, 101}));
  EXPECT_EQ(lots_of(crates.all(make_key(2))), (std::vector<std::int64_t>{21, 22}));
  EXPECT_TRUE(crates.all(make_key(5)).empty());
  EXPECT_EQ(lots_of(crates.all_by("place", std::string{"B"})), (std::vector<std::int64_t>{31}));
  EXPECT_EQ(crates.first_by("place", std::string{"A"})->lot, LotId{-1});
  EXPECT_FALSE(crates.first_by("place", std::string{"C"}));
}

TEST_F(Tables, reading_stops_when_it_is_told_to) {
  for (int line = 1; line <= 5; ++line) crates.put(crate(1, line));
  int seen = 0;
  crates.scan({}, [&](const CrateRow&) { return ++seen < 3; });
  EXPECT_EQ(seen, 3);
  seen = 0;
  crates.scan_by("place", std::string{"A"}, [&](const CrateRow&) { return ++seen < 2; });
  EXPECT_EQ(seen, 2);
}

TEST_F(Tables, a_list_goes_on_from_where_the_last_page_ended) {
  for (const auto& [lot, line, place] : {std::tuple{1, 1, "B"}, {1, 2, "A"}, {2, 1, "A"}, {3, 1, "B"}})
    crates.put(crate(lot, line, place));
  const auto page = [&](const auto& scan) {
    std::vector<CrateRow> rows;
    scan([&](const CrateRow& row) { return rows.push_back(row), rows.size() < 3; });
    return lots_of(rows);
  };
  using Lots = std::vector<std::int64_t>;
  EXPECT_EQ(page([&](const auto& take) { crates.scan_from({}, take); }), (Lots{11, 12, 21}));
  EXPECT_EQ(page([&](const auto& take) { crates.scan_from(make_key(1, 2), take); }), (Lots{12, 21, 31}));
  EXPECT_EQ(page([&](const auto& take) { crates.scan_by_from("place", std::string{"A"}, make_key(2), take); }),
            (Lots{21}));
  EXPECT_EQ(page([&](const auto& take) { crates.scan_along("place", std::string{"A"}, make_key(2), take); }),
            (Lots{21, 11, 31}));
}

}  // namespace
}  // namespace lotline
