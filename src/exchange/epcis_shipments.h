#pragma once
// What a document says arrived, or did not leave after all, against what is on the way: EPCIS names packages and lots,
// the register a dispatch.

#include "exchange/epcis_draft.h"

namespace lotline::exchange {

/// Drafts of receipts (`receive`) or of dispatches called back (`void`), one a dispatch where everything left of it is
/// named, else one a package or lot. Refuses what is not on the way, and a lot that is on the way under several
/// dispatches of which the documents name none.
Result<Drafts> drafts_of_shipments(const Told& told, std::string_view act);

}  // namespace lotline::exchange
