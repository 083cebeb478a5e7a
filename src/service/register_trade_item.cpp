#include "custody/trade_item.h"
#include "marking/package_code.h"
#include "service/acts.h"
#include "service/refusals.h"

namespace lotline::service {

namespace {

const Form kForm{"trade_items",
                 "what a GTIN numbers: a single round, a box, a case or a pallet of a product, and its rounds",
                 {{"gtin", "8, 12, 13 or 14 digits", "19521234543210", true},
                  {"product", "code of the product", "762-BALL", true},
                  {"level", "single, box, case or pallet", "box", true},
                  {"rounds", "in one; 1 of a single round", "20", true},
                  {"on", "day of registration; today when empty", ""},
                  {"basis", "document it rests on", ""}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  custody::TradeItemRegistered item;
  const auto code = TRY(of_field("gtin", marking::read_package_code(values.text("gtin"), desk.today())));
  if (!code.gtin) return refuse(not_a_gtin, "{}", values.text("gtin"));
  item.gtin = *code.gtin;
  item.product = TRY(of_field("product", desk.lookup.product(values.text("product"))));
  item.level = TRY(values.word<custody::TradeItemLevel>("level"));
  item.rounds = TRY(values.rounds("rounds"));
  return enter(desk, circumstance, TRY(custody::decide_trade_item(desk.store.state().trade_items, std::move(item))));
}

}  // namespace

ActKind register_trade_item() { return {kForm, record, true}; }

}  // namespace lotline::service
