#pragma once
// What a visitor sees of an answer. One who sees everything sees it whole; an organisation sees what is its own: its
// holdings and its units', and of a line of supply the steps in which it stands on one side, never another's customers.
//
// What is not its own is refused in the same words as what does not exist, so that nobody learns by asking.

#include "service/cards.h"
#include "service/sight.h"

namespace lotline::service {

/// Refuses a visitor who may read neither its own nor everything.
Result<void> require_reading(const access::Visitor& visitor);
/// Refuses a visitor who does not see everything, and tells one who may trace what is missing for it.
Result<void> require_sight_of_all(const access::Visitor& visitor);

// Of the whole card, what these eyes see of it.
void cut(std::vector<Holding>& holdings, const Sight& sight);
void cut(std::vector<tracing::SupplyStep>& steps, const Sight& sight);
/// What is said of the whole lot goes too: its balance, how traceable it is, the four duties.
void cut(LotCard& card, const Sight& sight);
/// Of a package that is with another now, what it is and the steps in which it was one's own are left.
void cut(PackageCard& card, const Sight& sight);

/// Whether the visitor has, had, made or awaits rounds of the lot.
[[nodiscard]] bool sees_lot(const State& state, const Sight& sight, const custody::LotRow& lot);
/// Whether the visitor has the package, packed it, or stood on one side when it, or what it is packed in, was moved.
[[nodiscard]] bool sees_package(Register& store, const Sight& sight, const custody::PackageRow& package);
/// Whether the record was entered for the visitor's organisation or a unit of it.
[[nodiscard]] bool sees_record(Register& store, const Sight& sight, RecordNumber number);

// By the words people use. To one who does not see everything, what is not on record is not its own.
Result<PartyId> party_in_sight(Register& store, const Reference& reference, const Sight& sight,
                               const std::string& code);
/// The product need not be named when only one of the lots of this number is in sight.
Result<custody::LotRow> lot_in_sight(Register& store, const Reference& reference, const Sight& sight,
                                     const std::string& maker, const std::string& number, const std::string& product);
Result<PackageId> package_in_sight(Register& store, const Reference& reference, const Sight& sight,
                                   const std::string& code);

}  // namespace lotline::service
