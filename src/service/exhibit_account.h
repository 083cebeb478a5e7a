#pragma once
// Where an exhibit's rounds stand now.

#include "service/desk.h"

namespace lotline::service {

/// The account that holds the exhibit's rounds: of its lot, or, while that is unknown, of the exhibit's own number.
/// Refuses an unknown exhibit and one whose rounds are all gone (or that never moved in the ledger).
Result<custody::AccountRow> account_of(Desk& desk, ExhibitId exhibit);
Result<ExhibitId> exhibit_field(const Values& values);

}  // namespace lotline::service
