#pragma once
// Strong identities: a lot's number is never passed where a party's is meant.

#include <compare>
#include <cstdint>
#include <functional>

namespace lotline {

/// The number of a record in its log, from 1 without a gap; 0 means none.
using RecordNumber = std::int64_t;

/// What a record brought into being, known by that record's number; 0 means none.
template <class Tag>
struct Id {
  RecordNumber number = 0;

  explicit operator bool() const { return number != 0; }
  friend auto operator<=>(const Id&, const Id&) = default;
};

using PartyId = Id<struct PartyTag>;
using ProductId = Id<struct ProductTag>;
using LotId = Id<struct LotTag>;
using PackageId = Id<struct PackageTag>;
using LicenceId = Id<struct LicenceTag>;
using ShipmentId = Id<struct ShipmentTag>;  ///< the dispatch that opened it
using ExhibitId = Id<struct ExhibitTag>;
using SeizureId = Id<struct SeizureTag>;
using FirearmId = Id<struct FirearmTag>;
using TestFireId = Id<struct TestFireTag>;
using ReplicaId = Id<struct ReplicaTag>;
using ScanId = Id<struct ScanTag>;
using ScanSearchId = Id<struct ScanSearchTag>;
using LeadId = Id<struct LeadTag>;
using HoldId = Id<struct HoldTag>;
using TraceRequestId = Id<struct TraceRequestTag>;
using InvestigationId = Id<struct InvestigationTag>;

}  // namespace lotline

template <class Tag>
struct std::hash<lotline::Id<Tag>> {
  std::size_t operator()(lotline::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.number); }
};
