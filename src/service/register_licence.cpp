#include "licensing/licence.h"
#include "service/acts.h"
#include "service/catalogue_words.h"
#include "service/gs1_field.h"

namespace lotline::service {

namespace {

using licensing::LicenceKind;
using licensing::LicenceRegistered;

const Form kForm{"licences",
                 "licences to make, import, export, carry through or trade",
                 {{"number", "the licence's number", "MFG-2017-1", true},
                  {"gdti", "GS1 number of the document", ""},
                  {"kind", "manufacture, import, export, transit or trade", "manufacture", true},
                  {"holder", "code of the party it was given to", "MAKER-1", true},
                  {"issued_on", "day of issue", "2017-01-01", true},
                  {"expires_on", "last day in force", "2019-12-31", true},
                  {"export_state", "ISO 3166 alpha-2; of an international licence", ""},
                  {"import_state", "likewise", ""},
                  {"transit_states", "separated by ;, or none", ""},
                  {"final_recipient", "code of the party that receives in the end", ""},
                  {"description", "what it covers", "Rifle cartridges"},
                  {"rounds", "how many rounds it allows", ""},
                  {"non_retransfer", "yes when the recipient undertook not to pass it on", "no"},
                  {"lots", "lots it lists, as marked, separated by ;", ""},
                  {"awaits_approval",
                   "yes when somebody else is to approve it before it is of use; always so of who may not approve", ""},
                  {"basis", "document it rests on", "Demonstration gazette 1/2017"}}};

Result<RecordNumber> record(Desk& desk, const Values& values, const ImportSource& source) {
  LicenceRegistered licence;
  licence.number = values.text("number");
  licence.gdti = TRY(gdti_field(values, "gdti"));
  licence.kind = TRY(values.word<LicenceKind>("kind"));
  licence.holder = TRY(desk.lookup.party(values, "holder"));
  licence.issued_on = TRY(values.day("issued_on"));
  licence.expires_on = TRY(values.day("expires_on"));
  licence.export_state =
      TRY(of_field("export_state", country_code_or_none(desk.catalogue, values.text("export_state"))));
  licence.import_state =
      TRY(of_field("import_state", country_code_or_none(desk.catalogue, values.text("import_state"))));
  for (const std::string& state : values.list("transit_states"))
    licence.transit_states.push_back(state == "none" ? state : TRY(country_code(desk.catalogue, state)));
  licence.final_recipient = TRY(desk.lookup.party_or_none(values, "final_recipient"));
  licence.description = values.text("description");
  licence.rounds = TRY(values.rounds_or_none("rounds"));
  licence.non_retransfer = TRY(values.yes("non_retransfer"));
  licence.lots = values.list("lots");
  licence.awaits_approval = TRY(values.yes("awaits_approval")) || !desk.visitor.may(access::Right::approve);
  if (desk.today() < licence.issued_on) return refuse(future_date, "issued {}", to_text(licence.issued_on));
  Circumstance circumstance{{licence.issued_on, licence.issued_on}, values.text("basis"), source};
  licence = TRY(licensing::decide_licence(desk.store.state().licences, std::move(licence)));
  return enter(desk, circumstance, std::move(licence));
}

}  // namespace

ActKind register_licence() { return {kForm, record, true}; }

}  // namespace lotline::service
