#include "seizure/exhibit.h"
#include "service/acts.h"
#include "service/exhibit_account.h"
#include "service/lot_entry.h"
#include "service/share.h"

namespace lotline::service {

namespace {

const Form kWeigh{"weigh",
                  "possible lots of an exhibit, with weights that add up to at most one; nothing is posted",
                  {{"exhibit", "its number", "12", true},
                   {"lots", "MAKER LOT WEIGHT, separated by ;", "MAKER-1 ABC17A001-001 0.6", true},
                   {"on", "day it was weighed; today when empty", ""},
                   {"basis", "what it rests on", "Trace of 2 May 2022", true}}};

const Form kIdentify{"identify",
                     "the decision which lot an exhibit is of; only this posts",
                     {{"exhibit", "its number", "12", true},
                      {"maker", "of the lot", "MAKER-1", true},
                      {"lot", "its number as marked", "ABC17A001-001", true},
                      {"product", "when the number is not enough", ""},
                      {"on", "day of the decision; today when empty", ""},
                      {"basis", "decision it rests on", "Examiner's report 3/2022", true}}};

Result<RecordNumber> record_weights(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  seizure::LotsWeighed weighed{TRY(exhibit_field(values)), {}};
  for (const std::string& entry : values.list("lots")) {
    const auto told = TRY(of_field("lots", lot_entry(entry, "MAKER LOT WEIGHT")));
    weighed.weights.push_back({TRY(desk.lookup.lot(told.maker, told.lot, {})), TRY(millionths(told.last))});
  }
  return enter(desk, circumstance, TRY(seizure::decide_weights(desk.store.state().exhibits, std::move(weighed))));
}

/// The rounds leave the exhibit's own number and are recovered of the lot: both against *unattributed*.
Result<RecordNumber> record_identity(Desk& desk, const Values& values, const ImportSource& source) {
  Circumstance circumstance = TRY(circumstance_of(desk, values, source));
  const Circumstance unsourced{circumstance.happened, circumstance.basis, {}};
  seizure::LotIdentified identified{values.text("basis"), TRY(exhibit_field(values)), TRY(desk.lookup.lot(values))};
  identified = TRY(seizure::decide_identity(desk.store.state().exhibits, std::move(identified)));
  const auto account = account_of(desk, identified.exhibit);
  const RecordNumber number = enter(desk, circumstance, identified);
  if (!account) return number;  // fired cases never moved rounds

  const custody::Side exhibit{account->possessor, account->standing, account->where};
  const custody::Side nobody{PartyId{}, custody::Standing::unattributed, {}};
  custody::MovementPosted movement;
  movement.act = custody::Act::identify;
  movement.postings = {{exhibit, account->lot, account->rounds, nobody},
                       {nobody, identified.lot, account->rounds, exhibit}};
  Circumstance second = unsourced;
  enter(desk, second, std::move(movement));
  return number;
}

}  // namespace

ActKind weigh_lots() { return {kWeigh, record_weights}; }
ActKind identify_lot() { return {kIdentify, record_identity}; }

}  // namespace lotline::service
