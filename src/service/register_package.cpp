#include "custody/registration.h"
#include "service/acts.h"
#include "service/lot_entry.h"

namespace lotline::service {

namespace {

using custody::LotLine;
using custody::PackageLevel;

const Form kForm{"packages",
                 "boxes, cases and pallets, filled from loose rounds or from smaller packages",
                 {{"code", "as printed: GS1 element string, Digital Link, SSCC or a code of your own",
                   "(00)095212340000000013", true},
                  {"level", "box, case or pallet", "box", true},
                  {"holder", "code of the party where it stands", "MAKER-1", true},
                  {"place", "store or depot", "MAGAZINE-1"},
                  {"maker", "of the lot inside", "MAKER-1"},
                  {"lot", "its number as marked", "ABC17A001-001"},
                  {"product", "when the number is not enough", ""},
                  {"rounds", "of this lot, packed in it", "1000"},
                  {"more_lots", "of a mixed package: MAKER LOT ROUNDS, separated by ;", ""},
                  {"contains", "codes of the packages inside, separated by ;", ""},
                  {"marks", "what its label says: lot, manufacturer, country, year, calibre, type, barcode, ...",
                   "manufacturer;lot;calibre;type;barcode"},
                  {"on", "day it was packed; today when empty", "2017-05-02"},
                  {"basis", "document it rests on", ""}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  custody::PackagePacked package;
  package.code = values.text("code");
  package.code_key = TRY(package_key(package.code, desk.today()));
  package.level = TRY(values.word<PackageLevel>("level"));
  package.possessor = TRY(desk.lookup.party(values, "holder"));
  package.where = values.text("place");
  package.marks = values.list("marks");
  if (values.has("lot")) package.lines.push_back(LotLine{TRY(desk.lookup.lot(values)), TRY(values.rounds("rounds"))});
  for (const std::string& entry : values.list("more_lots")) {
    const auto told = TRY(of_field("more_lots", lot_entry(entry, "MAKER LOT ROUNDS")));
    package.lines.push_back(LotLine{TRY(of_field("more_lots", desk.lookup.lot(told.maker, told.lot, {}))),
                                    TRY(of_field("more_lots", parse_rounds(told.last)))});
  }
  for (const std::string& inner : values.list("contains")) package.contains.push_back(TRY(desk.lookup.package(inner)));
  package = TRY(custody::decide_packing(desk.store.state().book, std::move(package)));
  return enter(desk, circumstance, std::move(package));
}

}  // namespace

ActKind register_package() { return {kForm, record, true}; }

}  // namespace lotline::service
