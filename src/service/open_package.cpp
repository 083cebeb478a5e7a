#include "custody/order.h"
#include "custody/package_tree.h"
#include "custody/refusals.h"
#include "custody/registration.h"
#include "marking/lot_mark_key.h"
#include "service/acts.h"

namespace lotline::service {

namespace {

using custody::Standing;

const Form kOpen{"open",
                 "opens a package: what is inside stands alone, its own rounds lie loose",
                 {{"package", "its code", "(00)095212340000000013", true},
                  {"maker", "of the lot taken out, when only part is", ""},
                  {"lot", "its number", ""},
                  {"product", "when the number is not enough", ""},
                  {"rounds", "how many are taken out", ""},
                  {"on", "day it was opened; today when empty", ""},
                  {"basis", "document it rests on", ""}}};

const Form kUnmarked{"unpack_unmarked",
                     "rounds that do not carry their lot are taken out of their package: they lose their lot",
                     {{"package", "its code", "(00)095212340000000013", true},
                      {"maker", "of the lot taken out", "MAKER-1", true},
                      {"lot", "its number", "ABC17A001-001", true},
                      {"product", "when the number is not enough", ""},
                      {"rounds", "how many are taken out", "100", true},
                      {"on", "day it happened; today when empty", ""},
                      {"basis", "document it rests on", ""}}};

const Form kRelot{"relot",
                  "rounds of a lot become a new lot that keeps the link",
                  {{"holder", "code of the party that re-lots", "MAKER-1", true},
                   {"place", "store", "MAGAZINE-1"},
                   {"maker", "of the old lot", "MAKER-1", true},
                   {"lot", "the old lot's number", "ABC17A001-001", true},
                   {"product", "when the number is not enough", ""},
                   {"rounds", "how many", "1000", true},
                   {"new_number", "number of the new lot as marked", "ABC17A001-001A", true},
                   {"on", "day it happened; today when empty", ""},
                   {"basis", "document it rests on", ""}}};

Result<custody::LotLine> taken_of(Desk& desk, const Values& values) {
  return custody::LotLine{TRY(desk.lookup.lot(values)), TRY(values.rounds("rounds"))};
}

Result<RecordNumber> record_opening(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  const PackageId package = TRY(of_field("package", desk.lookup.package(values.text("package"))));
  std::optional<custody::LotLine> taken;
  if (values.has("lot")) taken = TRY(taken_of(desk, values));
  return enter(desk, circumstance, TRY(custody::decide_opening(desk.store.state().book, package, taken)));
}

/// A new lot of the old one's product and maker.
custody::LotRegistered descendant(const custody::LotRow& parent, custody::LotKind kind, std::string number) {
  custody::LotRegistered lot;
  lot.maker = parent.maker;
  lot.product = parent.product;
  lot.parent = parent.id;
  lot.kind = kind;
  lot.made_on = parent.made_on();
  lot.channel = parent.channel;
  lot.origin = parent.origin;
  lot.headstamp = parent.headstamp;
  lot.number = std::move(number);
  return lot;
}

Result<RecordNumber> record_unmarked(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  Circumstance unsourced{circumstance.happened, circumstance.basis, {}};
  auto& book = desk.store.state().book;
  const PackageId package = TRY(of_field("package", desk.lookup.package(values.text("package"))));
  const custody::LotLine line = TRY(taken_of(desk, values));
  const auto lot = book.lots.find(make_key(line.lot));
  const auto marks = split(lot->cartridge_marks, ';');
  const bool marked = std::find(marks.begin(), marks.end(), "lot") != marks.end();
  if (marked) return refuse(custody::not_marked_singly, "lot {}", lot->number);
  auto opened = TRY(custody::decide_opening(book, package, line));
  const auto at = book.packages.find(make_key(package))->side();

  const RecordNumber number = enter(desk, circumstance, std::move(opened));
  auto loose = descendant(*lot, custody::LotKind::loose, fmt::format("loose {}", number));
  loose.number_key = loose.number;
  const LotId loose_lot{enter(desk, unsourced, std::move(loose))};
  enter(desk, unsourced, TRY(custody::decide_change_of_lot(book, custody::Act::loosen, line, loose_lot, at)));
  return number;
}

Result<RecordNumber> record_relot(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  Circumstance unsourced{circumstance.happened, circumstance.basis, {}};
  auto& book = desk.store.state().book;
  const custody::LotLine line = TRY(taken_of(desk, values));
  const custody::Side at{TRY(desk.lookup.party(values, "holder")), Standing::held, values.text("place")};
  auto child = descendant(*book.lots.find(make_key(line.lot)), custody::LotKind::child, values.text("new_number"));
  child.number_key = marking::lot_mark_key(child.number);
  child = TRY(custody::decide_lot(book, std::move(child)));
  const RecordNumber number = enter(desk, circumstance, std::move(child));
  enter(desk, unsourced, TRY(custody::decide_change_of_lot(book, custody::Act::relot, line, LotId{number}, at)));
  return number;
}

}  // namespace

ActKind open_package() { return {kOpen, record_opening}; }
ActKind take_out_unmarked() { return {kUnmarked, record_unmarked}; }
ActKind relot() { return {kRelot, record_relot}; }

}  // namespace lotline::service
