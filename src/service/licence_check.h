#pragma once
// Where custody meets licensing: which acts need a licence, and whether the one named covers them. The two modules do
// not know each other; the use case asks here, then opens the movement with the licence's id.

#include "service/desk.h"

namespace lotline::service {

/// An act that may need a licence.
struct LicensedAct {
  licensing::LicenceKind kind{};
  PartyId holder;
  LotId lot;
  Rounds rounds;
  When happened;
  PartyId recipient;
  LicenceId licence;  ///< none when none was named
};

/// Whether the Protocol's rules cover the lot: complete rounds, and components where this State controls them (para 8).
bool in_scope(Desk& desk, LotId lot);
/// Whether the two parties are in different countries.
bool crosses_border(Desk& desk, PartyId from, PartyId to);

/// Refuses an act in scope that names no licence, or one that does not cover it.
Result<void> check_licence(Desk& desk, const LicensedAct& act);

/// Export State, import State and transit States of the licence, as the movement records them (para 52).
std::vector<std::string> export_chain(const licensing::LicenceRow& licence);

}  // namespace lotline::service
