#include "custody/trade_item.h"

#include "custody/refusals.h"

namespace lotline::custody {

Result<TradeItemRegistered> decide_trade_item(const Table<TradeItemRow>& items, TradeItemRegistered item) {
  if (items.find(make_key(item.gtin))) return refuse(trade_item_exists, "{}", item.gtin);
  if (item.level == TradeItemLevel::single && item.rounds != Rounds(1))
    return refuse(single_is_one, "{} of {} rounds", item.gtin, item.rounds.count());
  return item;
}

void apply(const TradeItemRegistered& record, RecordNumber number, Table<TradeItemRow>& items) {
  items.put({record.gtin, record.product, record.rounds, record.level, number});
}

}  // namespace lotline::custody
