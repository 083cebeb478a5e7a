#pragma once
// Which acts of custody an event is. docs/formats/epcis_acts.md is the table; what it does not name moves nothing.

#include "exchange/epcis_draft.h"

namespace lotline::exchange {

/// The acts the event tells, in the order in which they are to be recorded; none when it is an observation. Refuses an
/// event that is an act and does not say what the act needs, or says it in two ways.
Result<Drafts> acts_of_event(const EpcisEvent& event, EpcisNames& names);

// One function a kind of event, each in the file of its theme.
Result<Drafts> acts_of_making(const Told& told);     ///< ADD of a lot, of packages; transformations
Result<Drafts> acts_of_packing(const Told& told);    ///< aggregations
Result<Drafts> acts_of_moving(const Told& told);     ///< shipping, receiving, issue, sale ...
Result<Drafts> acts_of_leaving(const Told& told);    ///< loss, theft, destruction, expenditure
Result<Drafts> acts_of_holding(const Told& told);    ///< seizures, recalls, stocktakes
Result<Drafts> acts_in_own_words(const Told& told);  ///< business steps of our own namespace

/// One draft for each package and each quantity of an object event.
Result<Drafts> drafts_of_items(const Told& told, std::string_view form);

}  // namespace lotline::exchange
