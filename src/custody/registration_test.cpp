#include "custody/registration.h"

#include <gtest/gtest.h>

#include "custody/book_fixture.h"

namespace lotline::custody {
namespace {

struct Registration : ::testing::Test, SimulatedBook {
  static ProductRegistered product(const std::string& code, ItemClass item, CountUnit unit) {
    ProductRegistered record;
    record.code = code;
    record.item = item;
    record.unit = unit;
    return record;
  }
  std::string product_refusal(const ProductRegistered& record) const {
    return refusal_of(decide_product(book, record));
  }
  LotRegistered lot_of(const std::string& key, std::int64_t product_number) const {
    LotRegistered record;
    record.number = record.number_key = key;
    record.maker = maker;
    record.product = ProductId{product_number};
    return record;
  }
};

// R7
TEST_F(Registration, components_are_counted_in_pieces_or_grams_and_cartridges_in_rounds) {
  for (const ItemClass component :
       {ItemClass::case_, ItemClass::primer, ItemClass::propellant, ItemClass::projectile}) {
    EXPECT_EQ(product_refusal(product("P", component, CountUnit::rounds)), "wrong_unit");
    EXPECT_EQ(product_refusal(product("P", component, CountUnit::pieces)), "");
    EXPECT_EQ(product_refusal(product("P", component, CountUnit::grams)), "");
  }
  for (const ItemClass cartridge : {ItemClass::complete_round, ItemClass::blank, ItemClass::other_conventional}) {
    EXPECT_EQ(product_refusal(product("P", cartridge, CountUnit::rounds)), "");
    EXPECT_EQ(product_refusal(product("P", cartridge, CountUnit::grams)), "wrong_unit");
  }
}

// R7
TEST_F(Registration, a_component_is_in_scope_unless_the_state_says_otherwise) {
  ProductRegistered primer = product("P", ItemClass::primer, CountUnit::pieces);
  apply(decide_product(book, primer).value(), stamp(), book);
  EXPECT_TRUE(products.find(make_key(number))->controlled);
  primer.code = "Q";
  primer.not_controlled = true;
  apply(decide_product(book, primer).value(), stamp(), book);
  EXPECT_FALSE(products.find(make_key(number))->controlled);
}

// R8
TEST_F(Registration, conventional_ammunition_that_is_not_for_firearms_can_be_recorded) {
  apply(decide_product(book, product("MORTAR", ItemClass::other_conventional, CountUnit::rounds)).value(), stamp(),
        book);
  EXPECT_EQ(products.find(make_key(number))->item, ItemClass::other_conventional);
}

TEST_F(Registration, a_product_has_a_code_of_its_own) {
  const auto ball = product("BALL", ItemClass::complete_round, CountUnit::rounds);
  apply(decide_product(book, ball).value(), stamp(), book);
  EXPECT_EQ(product_refusal(ball), "product_exists");
  EXPECT_EQ(product_refusal(product("", ItemClass::complete_round, CountUnit::rounds)), "missing_value");
}

// R83
TEST_F(Registration, a_lot_has_a_number) { EXPECT_EQ(refusal_of(decide_lot(book, lot_of("", 1))), "no_lot_number"); }

TEST_F(Registration, a_lot_is_its_maker_number_and_product) {
  const LotId x = lot("X-1");
  EXPECT_EQ(refusal_of(decide_lot(book, lot_of("X-1", 1))), "lot_exists");
  EXPECT_EQ(refusal_of(decide_lot(book, lot_of("X-1", 2))), "");
  LotRegistered of_another = lot_of("X-1", 1);
  of_another.maker = importer;
  EXPECT_EQ(refusal_of(decide_lot(book, of_another)), "");
  EXPECT_EQ(find_lot(book, maker, "X-1", ProductId{})->id, x);
  EXPECT_FALSE(find_lot(book, maker, "X-1", ProductId{2}));
  EXPECT_FALSE(find_lot(book, importer, "X-1", ProductId{}));
}

// R35 R62
TEST_F(Registration, a_lot_keeps_its_marks_origin_and_parent) {
  LotRegistered record = lot_of("X-1", 1);
  record.cartridge_marks = {"lot", "manufacturer"};
  record.origin = Origin::reloaded;
  record.kind = LotKind::child;
  record.parent = LotId{77};
  record.made_on = {day_of(2017, 4, 1), day_of(2017, 4, 30)};
  apply(record, stamp(), book);
  const auto row = *lots.find(make_key(number));
  EXPECT_EQ(row.cartridge_marks, "lot;manufacturer");
  EXPECT_EQ(word(row.origin), "reloaded");
  EXPECT_EQ(row.parent, LotId{77});
  EXPECT_EQ(to_text(row.made_on()), "2017-04");
}

}  // namespace
}  // namespace lotline::custody
