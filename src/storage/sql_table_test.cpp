// A table in SQL against one in memory: whatever is put, erased, undone and written, both hold the same rows.

#include "storage/sql_table.h"

#include <random>

#include "base/memory_table.h"
#include "storage/register_fixture.h"

namespace lotline::storage {
namespace {

struct BoxRow {
  static constexpr std::string_view table = "boxes";
  static constexpr int key_fields = 2;
  static constexpr std::array<std::string_view, 2> indexes{"place", "weight"};

  LotId lot;
  std::string mark;
  std::string place;
  std::int64_t weight = 0;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("lot", self.lot);
    visit("mark", self.mark);
    visit("place", self.place);
    visit("weight", self.weight);
  }
  friend bool operator==(const BoxRow&, const BoxRow&) = default;
};

struct SeenRow {
  static constexpr std::string_view table = "seen";
  static constexpr int key_fields = 1;
  static constexpr bool written_once = true;
  static constexpr std::array<std::string_view, 0> indexes{};

  std::string ref;
  std::int64_t number = 0;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("ref", self.ref);
    visit("number", self.number);
  }
  friend bool operator==(const SeenRow&, const SeenRow&) = default;
};

using SqlTables = RegisterFolder;

template <class Row>
void expect_same(const Table<Row>& a, const Table<Row>& b) {
  ASSERT_EQ(a.all(), b.all());
}

TEST_F(SqlTables, hold_what_a_table_in_memory_holds) {
  const auto connection = made();
  SqlTable<BoxRow> kept(*connection);
  connection->begin_immediate();
  kept.rows().create();
  MemoryTable<BoxRow> expected;
  std::mt19937 random(7);
  const auto pick = [&](unsigned most) { return static_cast<std::int64_t>(random() % most); };
  std::vector<BoxRow> at_mark;
  for (int step = 0; step < 4'000; ++step) {
    const std::int64_t lot = pick(6) - 2;
    const std::string mark = std::string(static_cast<std::size_t>(pick(3)), 'm');
    switch (pick(10)) {
      case 0:
        kept.erase(make_key(lot, mark));
        expected.erase(make_key(lot, mark));
        break;
      case 1:
        kept.rows().mark();
        at_mark = expected.all();
        break;
      case 2:
        if (at_mark.empty()) break;
        kept.rows().undo_to_mark();
        for (const BoxRow& row : expected.all()) expected.erase(key_of(row));
        for (const BoxRow& row : at_mark) expected.put(row);
        break;
      case 3:
        kept.rows().write();
        at_mark.clear();  // what is written is not undone
        break;
      default: {
        const BoxRow row{LotId{lot}, mark, std::string(1, static_cast<char>('A' + pick(3))), pick(4)};
        kept.put(row);
        expected.put(row);
      }
    }
    ASSERT_EQ(kept.find(make_key(lot, mark)), expected.find(make_key(lot, mark)));
    ASSERT_EQ(kept.all(make_key(lot)), expected.all(make_key(lot)));
    ASSERT_EQ(kept.all_by("place", std::string{"B"}), expected.all_by("place", std::string{"B"}));
    ASSERT_EQ(kept.all_by("weight", std::int64_t{2}), expected.all_by("weight", std::int64_t{2}));
  }
  kept.rows().write();
  kept.rows().forget();
  expect_same<BoxRow>(kept, expected);
}

TEST_F(SqlTables, tell_new_keys_from_known_ones_however_many_were_asked_for) {
  const auto connection = made();
  SqlTable<SeenRow> kept(*connection);
  connection->begin_immediate();
  kept.rows().create();
  const auto row = [](int i) { return SeenRow{"ref-" + std::to_string(i), i}; };
  for (int i = 0; i < 200; ++i) kept.put(row(i));
  kept.rows().write();
  kept.rows().forget();
  kept.rows().begin(200);
  for (int i = 0; i < 500; ++i) {
    const auto found = kept.find(make_key(row(i).ref));
    ASSERT_EQ(found.has_value(), i < 200) << i;
    if (i < 200) {
      ASSERT_EQ(*found, row(i));
    }
    if (i >= 200) kept.put(row(i));
    if (i % 97 == 0) kept.rows().write();
    ASSERT_TRUE(kept.find(make_key(row(i).ref)));
  }
  EXPECT_EQ(kept.all().size(), 500U);
}

TEST_F(SqlTables, refuse_to_write_twice_what_is_written_once) {
  const auto connection = made();
  SqlTable<SeenRow> kept(*connection);
  connection->begin_immediate();
  kept.rows().create();
  kept.put({"a", 1});
  kept.rows().write();
  kept.put({"a", 2});
  EXPECT_EQ(fault([&] { kept.rows().write(); }), broken_constraint.number);
}

TEST_F(SqlTables, rows_read_in_a_scan_may_be_changed_in_it) {
  const auto connection = made();
  SqlTable<BoxRow> kept(*connection);
  connection->begin_immediate();
  kept.rows().create();
  for (int lot = 1; lot <= 3; ++lot) kept.put({LotId{lot}, "", "A", lot});
  kept.rows().write();
  kept.put({LotId{4}, "", "A", 4});
  kept.scan({}, [&](const BoxRow& row) {
    BoxRow changed = row;
    changed.weight += 10;
    kept.put(changed);
    return kept.find(key_of(row)).has_value();
  });
  EXPECT_EQ(kept.all_by("weight", std::int64_t{14}).size(), 1U);
  EXPECT_EQ(kept.all_by("weight", std::int64_t{4}).size(), 0U);
  EXPECT_EQ(kept.all().front().weight, 11);
}

TEST_F(SqlTables, are_read_a_page_at_a_time_as_a_table_in_memory_is) {
  const auto connection = made();
  SqlTable<BoxRow> kept(*connection);
  MemoryTable<BoxRow> expected;
  connection->begin_immediate();
  kept.rows().create();
  std::mt19937 random(11);
  const auto pick = [&](unsigned most) { return static_cast<std::int64_t>(random() % most); };
  for (int i = 0; i < 200; ++i) {
    const BoxRow row{LotId{pick(300) - 100}, std::string(static_cast<std::size_t>(pick(3)), 'm'),
                     std::string(1, static_cast<char>('A' + pick(4))), pick(9)};
    kept.put(row);
    expected.put(row);
  }
  const auto page = [](const Table<BoxRow>& table, const auto& scan) {
    std::vector<BoxRow> rows;
    scan(table, [&](const BoxRow& row) { return rows.push_back(row), rows.size() < 7; });
    return rows;
  };
  const auto same_pages = [&] {
    for (int i = 0; i < 300; ++i) {
      const Key from = i % 3 == 0 ? Key{} : i % 3 == 1 ? make_key(pick(300) - 100) : make_key(pick(300) - 100, "m");
      const Cell place = std::string(1, static_cast<char>('A' + pick(5)));
      const auto all = [&](const auto& table, const auto& take) { table.scan_from(from, take); };
      const auto by = [&](const auto& table, const auto& take) { table.scan_by_from("place", place, from, take); };
      const auto along = [&](const auto& table, const auto& take) { table.scan_along("place", place, from, take); };
      EXPECT_EQ(page(kept, all), page(expected, all));
      EXPECT_EQ(page(kept, by), page(expected, by));
      EXPECT_EQ(page(kept, along), page(expected, along));
    }
  };
  same_pages();  // nothing is written yet
  kept.rows().write();
  connection->commit();
  same_pages();
}

TEST_F(SqlTables, a_page_is_read_along_an_index_and_sorts_nothing) {
  const auto connection = made();
  SqlTable<BoxRow> kept(*connection);
  connection->begin_immediate();
  kept.rows().create();
  connection->commit();
  const auto plan = [&](const std::string& sql) {
    std::string text;
    for (const auto rows = connection->prepare("EXPLAIN QUERY PLAN " + sql); rows->step();)
      text += std::string{rows->column_text(3)} + "; ";
    return text;
  };
  // As SqlRows writes them.
  for (const auto& sql : {"SELECT * FROM boxes WHERE (lot, mark) >= (1, 'm') ORDER BY lot, mark",
                          "SELECT * FROM boxes WHERE place = 'A' AND (lot, mark) >= (1, 'm') ORDER BY lot, mark",
                          "SELECT * FROM boxes WHERE (place, lot, mark) >= ('A', 1, 'm') ORDER BY place, lot, mark"}) {
    EXPECT_NE(plan(sql).find("SEARCH"), std::string::npos) << plan(sql);
    EXPECT_EQ(plan(sql).find("B-TREE"), std::string::npos) << plan(sql);
  }
}

}  // namespace
}  // namespace lotline::storage
