#include "custody/order.h"
#include "service/acts.h"
#include "service/catalogue_words.h"
#include "service/exhibit_account.h"
#include "stockpile/condition.h"

namespace lotline::service {

namespace {

const Form kForm{"destroy",
                 "destruction of held rounds or of an exhibit, with authority, witnesses and certificate",
                 {{"holder", "code of the party that destroys", "POLICE-1"},
                  {"place", "store the rounds leave", "CENTRAL-DEPOT"},
                  {"maker", "of the lot", "MAKER-1"},
                  {"lot", "its number as marked", "ABC17A001-001"},
                  {"product", "when the number is not enough", ""},
                  {"package", "code of a package destroyed whole", ""},
                  {"exhibit", "number of an exhibit, instead of holder and lot", ""},
                  {"rounds", "how many", "100"},
                  {"method", "class of method (see lotline words destruction_method)", "burning", true},
                  {"authority", "code of the authority that ordered it", "AUTHORITY-1", true},
                  {"witnesses", "separated by ;", "Witness 1;Witness 2", true},
                  {"certificate", "number of the certificate", "CERT-2020-3", true},
                  {"on", "day it happened; today when empty", "2020-02-01"},
                  {"basis", "document it rests on", ""},
                  {"note", "free words", ""}}};

Result<custody::MovementOrder> order_of(Desk& desk, const Values& values) {
  custody::MovementOrder order;
  order.act = custody::Act::destroy;
  order.note = values.text("note");
  if (values.has("exhibit")) {
    order.exhibit = TRY(exhibit_field(values));
    const auto account = TRY(account_of(desk, order.exhibit));
    order.lot = account.lot;
    order.from = account.possessor;
    order.rounds = values.has("rounds") ? TRY(values.rounds("rounds")) : account.rounds;
    return order;
  }
  order.from = TRY(desk.lookup.party(values, "holder"));
  order.from_place = values.text("place");
  if (values.has("package")) {
    order.package = TRY(of_field("package", desk.lookup.package(values.text("package"))));
  } else {
    order.lot = TRY(desk.lookup.lot(values));
    order.rounds = TRY(values.rounds("rounds"));
  }
  return order;
}

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  const Circumstance unsourced{circumstance.happened, circumstance.basis, {}};
  const auto order = TRY(order_of(desk, values));
  auto& state = desk.store.state();
  const RecordNumber number = desk.store.next_number();
  auto movement = TRY(custody::decide_movement(state.book, state.parties, order, number));

  stockpile::DestructionCertified certified;
  certified.movement = number;
  certified.method =
      TRY(of_field("method", vocabulary_word(desk.catalogue, "destruction_method", values.text("method"))));
  certified.authority = TRY(desk.lookup.party(values, "authority"));
  certified.witnesses = values.list("witnesses");
  certified.certificate = values.text("certificate");
  certified = TRY(stockpile::decide_destruction(std::move(certified)));

  enter(desk, circumstance, std::move(movement));
  Circumstance second = unsourced;
  enter(desk, second, std::move(certified));
  return number;
}

}  // namespace

ActKind destroy() { return {kForm, record, true}; }

}  // namespace lotline::service
