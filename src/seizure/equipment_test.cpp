#include "seizure/equipment.h"

#include <gtest/gtest.h>

#include "seizure/memory_tables.h"

namespace lotline::seizure {
namespace {

EquipmentSeized tools() {
  EquipmentSeized seized;
  seized.case_number = "C-1";
  seized.class_ = "loading_tool";
  seized.pieces = 2;
  return seized;
}

std::string refusal(const EquipmentSeized& seized) {
  const auto decided = decide_equipment(seized);
  return decided ? "" : decided.error().name;
}

// R36
TEST(Equipment, it_is_recorded_by_class_with_a_count_or_a_mass) {
  EXPECT_EQ(refusal(tools()), "");
  EquipmentSeized seized = tools();
  seized.pieces = 0;
  EXPECT_EQ(refusal(seized), "no_measure");
  seized.mass_g = 45'000;
  EXPECT_EQ(refusal(seized), "");
  seized.class_.clear();
  EXPECT_EQ(refusal(seized), "missing_value");
}

// R39
TEST(Equipment, an_estimate_says_how_it_was_made_and_stands_apart) {
  EquipmentSeized seized = tools();
  seized.pieces = 0;
  seized.estimated_mass_g = 300'000;
  EXPECT_EQ(refusal(seized), "estimate_unexplained");
  seized.estimate_basis = "simulated weighbridge";
  EXPECT_EQ(refusal(seized), "");
  seized.estimated_mass_g = 0;
  seized.estimated_pieces = 40;
  EXPECT_EQ(refusal(seized), "");
  MemoryTable<EquipmentRow> rows;
  apply(seized, 7, {day_of(2020, 6, 1), day_of(2020, 6, 30)}, rows);
  const auto row = *rows.find(make_key(7));
  EXPECT_EQ(row.pieces, 0);
  EXPECT_EQ(row.estimated_pieces, 40);
  EXPECT_EQ(to_text(row.found_on()), "2020-06");
}

}  // namespace
}  // namespace lotline::seizure
