#include "marking/retailer_code.h"
#include "service/acts.h"
#include "service/logged.h"
#include "service/refusals.h"

namespace lotline::service {

namespace {

const Form kForm{"retailer_mark",
                 "an inkjet code and the retailer that applies it, with the sale if a record of it is kept",
                 {{"code", "as printed", "QXV", true},
                  {"retailer", "code of the party", "DEALER-1", true},
                  {"maker", "of the lot it was put on", ""},
                  {"lot", "its number", ""},
                  {"product", "when the number is not enough", ""},
                  {"sale", "number of the movement that was the last legal transaction", ""},
                  {"on", "day from which it is used; today when empty", ""},
                  {"basis", "document it rests on", ""}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  custody::RetailerMarkRegistered mark;
  mark.code = TRY(marking::read_retailer_code(values.text("code"))).code;
  mark.retailer = TRY(desk.lookup.party(values, "retailer"));
  if (values.has("lot")) mark.lot = TRY(desk.lookup.lot(values));
  if (values.has("sale")) {
    mark.sale = TRY(of_field("sale", Lookup::number(values.text("sale"))));
    const Record sale = TRY(logged(desk.store, mark.sale));
    if (!std::holds_alternative<custody::MovementPosted>(sale.what))
      return refuse(not_a_movement, "{} is a {}", mark.sale, kind_of(sale.what));
  }
  return enter(desk, circumstance, std::move(mark));
}

}  // namespace

ActKind register_retailer_mark() { return {kForm, record}; }

}  // namespace lotline::service
