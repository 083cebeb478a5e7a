#pragma once
// Who asks: the account, the organisation it belongs to, what it may do and for which case. A use case is given a
// visitor and asks it; it never asks where the visitor came from.

#include <string>

#include "access/account.h"
#include "base/id.h"
#include "base/refusal.h"
#include "parties/party.h"

namespace lotline::access {

struct Visitor {
  std::string name;      ///< what records and the access log call it
  PartyId organisation;  ///< none for accounts of the State's own office
  Rights rights;
  std::string case_number;      ///< for which the request is made; empty for none
  bool stepped_up = false;      ///< has shown its second factor again a short while ago
  AccountId account{};          ///< none for whoever has the file in hand
  bool holds_the_file = false;  ///< has the register's file itself, and with it everything in it

  [[nodiscard]] bool may(Right right) const { return rights.has(right); }
};

/// The account of a visitor's name, also where it came as a machine: of "officer/till" it is "officer".
[[nodiscard]] std::string_view account_named(std::string_view visitor_name);

/// Whoever has the file in hand: every right, for no case. The command line's visitor.
const Visitor& keeper_of_the_file();

/// Refuses a visitor without the right.
Result<void> require(const Visitor& visitor, Right right);

/// Whether what is one party's is the visitor's own: its organisation or a unit of it.
[[nodiscard]] bool own(const Visitor& visitor, const parties::Directory& directory, PartyId party);

/// Whether the visitor sees what belongs to whomever: by `read_all`, or by `trace` with a case number and the second
/// factor shown again.
[[nodiscard]] bool sees_all(const Visitor& visitor);

/// Refuses one who sees neither all nor this party.
Result<void> require_sight_of(const Visitor& visitor, const parties::Directory& directory, PartyId party);

/// Refuses a look across organisations without the right to trace or without a case number; of one who does not read
/// the whole State's records anyway also without the second factor shown again.
Result<void> require_case(const Visitor& visitor);

}  // namespace lotline::access
