#include "firearms/firearm.h"
#include "service/acts.h"
#include "service/catalogue_words.h"

namespace lotline::service {

namespace {

const Form kForm{
    "firearm",
    "the little a trace needs to point at a gun",
    {{"make", "make", "Demonstration Arms", true},
     {"model", "model", "M1"},
     {"serial", "serial number", "A12345", true},
     {"calibre", "any name the catalogue knows", "9x19"},
     {"owner", "code of the last registered owner", ""},
     {"microstamp", "what its firing pin leaves on a primer", ""},
     {"on", "day of registration; today when empty", ""},
     {"basis", "document it rests on", ""},
     {"jurisdiction", "where it is registered: a country, or a subdivision as ISO 3166-2 names it", "BR-RJ"}}};

/// "br-rj" is BR-RJ; refused unless it begins with a country.
Result<std::string> jurisdiction_of(const catalogue::Catalogue& catalogue, std::string_view text) {
  if (text.empty()) return std::string{};
  const auto dash = text.find('-');
  std::string jurisdiction = TRY(country_code(catalogue, text.substr(0, dash)));
  if (dash != std::string_view::npos) jurisdiction += to_upper_ascii(text.substr(dash));
  return jurisdiction;
}

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  firearms::FirearmRegistered firearm;
  firearm.make = values.text("make");
  firearm.model = values.text("model");
  firearm.serial = values.text("serial");
  firearm.calibre =
      values.has("calibre") ? TRY(of_field("calibre", calibre_id(desk.catalogue, values.text("calibre")))) : "";
  firearm.owner = TRY(desk.lookup.party_or_none(values, "owner"));
  firearm.jurisdiction = TRY(of_field("jurisdiction", jurisdiction_of(desk.catalogue, values.text("jurisdiction"))));
  firearm.microstamp = to_upper_ascii(values.text("microstamp"));
  return enter(desk, circumstance, TRY(firearms::decide_firearm(desk.store.state().firearms, std::move(firearm))));
}

}  // namespace

ActKind register_firearm() { return {kForm, record}; }

}  // namespace lotline::service
