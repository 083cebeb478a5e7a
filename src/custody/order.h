#pragma once
// Orders: what somebody wants to move. Decided against the book into postings, or refused.

#include <optional>

#include "custody/book.h"
#include "parties/party.h"

namespace lotline::custody {

struct MovementOrder {
  Act act{};
  LotId lot;  ///< or a package, or nothing but the shipment: all that is left of it
  PackageId package;
  Rounds rounds;  ///< of the lot; with a package 0 or exactly what it holds
  PartyId from;
  std::string from_place;
  Standing out_of = Standing::held;  ///< of find and attribute: the standing the rounds are recorded in
  PartyId to;
  std::string to_place;
  ShipmentId shipment;  ///< of receive and void, and of what happens to rounds on the way
  ExhibitId exhibit;    ///< of what happens to an exhibit
  PartyId carrier;
  PartyId first_recipient;
  PartyId owner;
  LicenceId licence;
  std::vector<std::string> export_chain;
  std::string note;
  std::string override_reason;
  bool buyer_must_be_named = false;  ///< national profile: a dealer's sale names the buyer (para 55)
};

/// Decides an order; `number` is the number the record will have. Refusals are 2002-2034.
Result<MovementPosted> decide_movement(const Book& book, const parties::Directory& directory,
                                       const MovementOrder& order, RecordNumber number);

/// Loose rounds of one lot become another lot of the same possessor and place, re-lotted or because unmarked rounds
/// lost their lot.
Result<MovementPosted> decide_change_of_lot(const Book& book, Act act, const LotLine& line, LotId into, const Side& at);

/// Reverses an earlier movement, whole or (of a single posting without packages) in part.
Result<MovementPosted> decide_correction(const Book& book, const MovementPosted& original, RecordNumber corrected,
                                         std::optional<Rounds> rounds, const std::string& note);

Result<HoldMade> decide_hold(const Book& book, HoldMade hold);
Result<HoldLifted> decide_lifting(const Book& book, HoldLifted lifting);

}  // namespace lotline::custody
