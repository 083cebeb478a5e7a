#include "custody/registration.h"
#include "marking/package_code.h"
#include "service/acts.h"
#include "service/catalogue_words.h"
#include "service/refusals.h"

namespace lotline::service {

namespace {

using custody::CountUnit;
using custody::ItemClass;

const Form kForm{
    "products",
    "what is made: calibre, type, and how it is counted",
    {{"code", "short unique code", "762-BALL", true},
     {"designation", "as the maker names it", "7.62 mm ball"},
     {"calibre", "any name the catalogue knows", "7.62x51"},
     {"type", "ball, tracer, blank, ...", "ball"},
     {"item", "complete_round, blank, case, primer, propellant, projectile or other_conventional", "complete_round"},
     {"unit", "rounds; components in pieces or grams", "rounds"},
     {"gtin", "GTIN of the smallest package", "09521234543213"},
     {"colours", "of tip, sealant or case", ""},
     {"controlled", "no for a component that needs no authorization in this State", "yes"},
     {"on", "day of registration; today when empty", ""},
     {"basis", "document it rests on", ""}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  custody::ProductRegistered product;
  product.code = values.text("code");
  product.designation = values.text("designation");
  product.type = values.text("type");
  product.item = TRY(values.word_or("item", ItemClass::complete_round));
  product.unit = TRY(values.word_or("unit", CountUnit::rounds));
  product.calibre =
      values.has("calibre") ? TRY(of_field("calibre", calibre_id(desk.catalogue, values.text("calibre")))) : "";
  const bool needs_calibre = product.item == ItemClass::complete_round || product.item == ItemClass::blank;
  if (needs_calibre && product.calibre.empty()) return refuse(missing_value, "calibre of {}", product.code);
  if (values.has("gtin")) {
    const auto code = TRY(of_field("gtin", marking::read_package_code(values.text("gtin"), desk.today())));
    if (!code.gtin) return refuse(not_a_gtin, "{}", values.text("gtin"));
    product.gtin = *code.gtin;
  }
  product.colours = values.text("colours");
  product.not_controlled = values.has("controlled") && !TRY(values.yes("controlled"));
  product = TRY(custody::decide_product(desk.store.state().book, std::move(product)));
  return enter(desk, circumstance, std::move(product));
}

}  // namespace

ActKind register_product() { return {kForm, record, true}; }

}  // namespace lotline::service
