#pragma once
// Trade items: what one thing of a GTIN is. Each level of packing has a GTIN of its own, and a document that counts a
// GTIN counts such things, not rounds; how many rounds one holds is kept here and never taken from the document.

#include <array>
#include <string>

#include "base/table.h"

namespace lotline::custody {

/// A single round or component, or a package.
enum class TradeItemLevel { single, box, case_, pallet };

struct TradeItemRow {
  static constexpr std::string_view table = "trade_items";
  static constexpr int key_fields = 1;
  static constexpr std::array<std::string_view, 1> indexes{"product"};

  std::string gtin;  ///< 14 digits
  ProductId product;
  Rounds rounds;  ///< in one; of a component pieces or grams
  TradeItemLevel level{};
  RecordNumber number = 0;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("gtin", self.gtin);
    visit("product", self.product);
    visit("rounds", self.rounds);
    visit("level", self.level);
    visit("number", self.number);
  }
};

struct TradeItemRegistered {
  static constexpr std::string_view kind_name = "trade_item";

  std::string gtin;
  TradeItemLevel level{};
  ProductId product;
  Rounds rounds;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("gtin", self.gtin);
    visit("level", self.level);
    visit("product", self.product);
    visit("rounds", self.rounds);
  }
};

/// Refuses a GTIN that is told already, and a single item that is not one round.
Result<TradeItemRegistered> decide_trade_item(const Table<TradeItemRow>& items, TradeItemRegistered item);
void apply(const TradeItemRegistered& record, RecordNumber number, Table<TradeItemRow>& items);

}  // namespace lotline::custody

namespace lotline {
template <>
struct Words<custody::TradeItemLevel> {
  using L = custody::TradeItemLevel;
  static constexpr std::array<Word<L>, 4> all{
      {{L::single, "single"}, {L::box, "box"}, {L::case_, "case"}, {L::pallet, "pallet"}}};
};
}  // namespace lotline
