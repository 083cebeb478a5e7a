#include "seizure/equipment.h"
#include "service/acts.h"
#include "service/catalogue_words.h"

namespace lotline::service {

namespace {

const Form kForm{
    "equipment",
    "equipment and components seized, by class, count and mass; nothing moves in the ledger",
    {{"case_number", "number of the case", "CASE-2021-7", true},
     {"class", "what it is (see lotline words equipment_class)", "loading_tool", true},
     {"pieces", "how many were counted", "2"},
     {"mass_g", "grams that were weighed", ""},
     {"estimated_pieces", "how many, by estimate", ""},
     {"estimated_mass_g", "grams, by estimate", ""},
     {"estimate_basis", "how the estimate was made", ""},
     {"country", "where found, ISO 3166 alpha-2", "BR", true},
     {"place", "where found", "Demonstration City"},
     {"circumstances", "seized, found, surrendered ... (see lotline words recovery_circumstance)", "seized", true},
     {"custodian", "code of the party that keeps it", "LAB-1", true},
     {"taken_from", "code of the recorded party that had it", ""},
     {"on", "day it was found, or FROM/TO", "2021-08-15", true},
     {"basis", "document it rests on", "Search report 8/2021"}},
    {{{"class", "propellant"}, {"pieces", ""}, {"mass_g", "45000"}},
     {{"class", "mixed_components"},
      {"pieces", ""},
      {"estimated_mass_g", "300000"},
      {"estimate_basis", "weight of the lorry's load on a weighbridge"}}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  seizure::EquipmentSeized seized;
  seized.case_number = values.text("case_number");
  seized.class_ = TRY(of_field("class", vocabulary_word(desk.catalogue, "equipment_class", values.text("class"))));
  seized.pieces = TRY(values.rounds_or_none("pieces")).count();
  seized.mass_g = TRY(values.rounds_or_none("mass_g")).count();
  seized.estimated_pieces = TRY(values.rounds_or_none("estimated_pieces")).count();
  seized.estimated_mass_g = TRY(values.rounds_or_none("estimated_mass_g")).count();
  seized.estimate_basis = values.text("estimate_basis");
  seized.country = TRY(of_field("country", country_code(desk.catalogue, values.text("country"))));
  seized.place = values.text("place");
  seized.circumstances = TRY(of_field(
      "circumstances", vocabulary_word(desk.catalogue, "recovery_circumstance", values.text("circumstances"))));
  seized.custodian = TRY(desk.lookup.party(values, "custodian"));
  seized.taken_from = TRY(desk.lookup.party_or_none(values, "taken_from"));
  return enter(desk, circumstance, TRY(seizure::decide_equipment(std::move(seized))));
}

}  // namespace

ActKind record_equipment() { return {kForm, record, true}; }

}  // namespace lotline::service
