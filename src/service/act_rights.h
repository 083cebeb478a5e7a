#pragma once
// Which right each act needs, and whose act it is. One who acts for an organisation records only acts of its own: what
// it gives, receives for itself, packs, counts or loses. Whoever sees the whole State, and accounts of the State's own
// office, record for anybody.

#include <span>
#include <string_view>

#include "access/visitor.h"
#include "service/desk.h"

namespace lotline::service {

/// By what the party is told whose act it is.
enum class Whose {
  nobodys,        ///< of no party: a case, a product, a licence
  of_field,       ///< the party that a field names
  of_movement,    ///< whoever gives; of a receipt whoever receives; told by the dispatch where it is named
  of_lot_entry,   ///< the importer, of a manufacture the maker
  of_package,     ///< whoever has the package
  of_lot_holder,  ///< anybody who has rounds of the lot
  of_stock        ///< the party of the field `holder`; of an exhibit nobody's, which is then an act of its case
};

struct ActRight {
  std::string_view act;  ///< name of its form
  access::Right right;
  Whose whose = Whose::nobodys;
  std::string_view field{};  ///< for Whose::of_field
};

/// One for each of acts(), in the same order.
std::span<const ActRight> act_rights();

/// Refuses (right_missing, not_your_act) an act that the desk's visitor may not record. What the act itself will
/// refuse, as a party that is not registered, is left to it.
Result<void> permit_act(Desk& desk, std::string_view act, const Values& values, const ImportSource& source);

}  // namespace lotline::service
