#include "seizure/conclusion.h"
#include "service/acts.h"
#include "service/catalogue_words.h"
#include "service/recorded_field.h"

namespace lotline::service {

namespace {

const Form kForm{"foreign_links",
                 "a link that another network states (IBIS, IBIN, ALIAS, ARSENAL, Evofinder, a national one), in "
                 "neutral words",
                 {{"network", "which (see lotline words ballistic_network)", "ibin", true},
                  {"reference", "number by which it knows the link", "IBIN-2022-118", true},
                  {"exhibit", "number or ref of the exhibit of this register that it names", "12"},
                  {"firearm", "or the serial of the firearm of this register", ""},
                  {"state", "State of the other end, ISO 3166 alpha-2", "AR"},
                  {"other_case", "number of the other case, as stated", "AR-77/2021"},
                  {"stated", "in the network's own words", "high confidence candidate"},
                  {"level",
                   "an examiner's conclusion it states: identification, inconclusive_a, inconclusive_b, "
                   "inconclusive_c, elimination or unsuitable; empty while it is a lead alone",
                   ""},
                  {"organisation", "code of the party that states it, when that is on record", ""},
                  {"on", "day it was stated; today when empty", "2022-04-01"},
                  {"basis", "letter or notice it rests on", "Notice 118/2022"},
                  {"note", "free words", ""}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  seizure::ForeignLinkStated stated;
  stated.network =
      TRY(of_field("network", vocabulary_word(desk.catalogue, "ballistic_network", values.text("network"))));
  stated.reference = values.text("reference");
  stated.exhibit = ExhibitId{TRY(recorded_field(desk, values, "exhibit", source))};
  if (values.has("firearm")) stated.firearm = TRY(of_field("firearm", desk.lookup.firearm(values.text("firearm"))));
  stated.state = TRY(of_field("state", country_code_or_none(desk.catalogue, values.text("state"))));
  stated.other_case = values.text("other_case");
  stated.stated = values.text("stated");
  stated.level = TRY(values.word_or("level", seizure::Conclusion::none));
  stated.organisation = TRY(desk.lookup.party_or_none(values, "organisation"));
  stated.note = values.text("note");
  auto& state = desk.store.state();
  return enter(desk, circumstance,
               TRY(seizure::decide_foreign_link(state.exhibits, state.firearms, std::move(stated))));
}

}  // namespace

ActKind record_foreign_link() { return {kForm, record, true}; }

}  // namespace lotline::service
