#include "parties/registration.h"
#include "service/acts.h"
#include "service/gs1_field.h"

namespace lotline::service {

namespace {

const Form kForm{"places",
                 "stores and sites by their GS1 location numbers, so that documents can name them",
                 {{"gln", "GS1 location number, 13 digits", "9521234000112", true},
                  {"extension", "of the GLN, for a part of the site", ""},
                  {"holder", "code of the party whose place it is", "MAKER-1", true},
                  {"place", "as its accounts name it", "MAGAZINE-1"},
                  {"on", "day of registration; today when empty", ""},
                  {"basis", "document it rests on", ""}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  parties::PlaceRegistered place;
  place.gln = place_key(TRY(gln_field(values, "gln")), values.text("extension"));
  place.party = TRY(desk.lookup.party(values, "holder"));
  place.place = values.text("place");
  return enter(desk, circumstance, TRY(parties::decide_place(desk.store.state().parties, std::move(place))));
}

}  // namespace

ActKind register_place() { return {kForm, record, true}; }

}  // namespace lotline::service
