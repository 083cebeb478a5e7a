#pragma once
// Names of parties, lots, licences and packages, each looked up once for an answer.

#include <string>
#include <unordered_map>

#include "tracing/answer.h"
#include "tracing/sources.h"

namespace lotline::tracing {

class Names {
 public:
  explicit Names(const Sources& sources) : sources_(sources) {}

  const parties::PartyRow& row(PartyId party);  ///< an empty row (id 0) when there is none
  PartyRef party(PartyId party);
  LotRef lot(const custody::LotRow& row);
  /// The organisation at the top of the party's chain of parents.
  PartyId organisation(PartyId party);
  const licensing::LicenceRow& licence(LicenceId licence);  ///< an empty row (id 0) when there is none
  std::string package(PackageId package);
  /// An empty row (id 0) when there is none.
  const custody::ShipmentRow& shipment(ShipmentId shipment);

  /// Custody of the State or of a carrier: a party that keeps rounds for others and is no recipient of a lot.
  bool keeps_for_others(PartyId party);

 private:
  const Sources& sources_;
  std::unordered_map<PartyId, parties::PartyRow> parties_;
  std::unordered_map<PartyId, PartyId> organisations_;
  std::unordered_map<LicenceId, licensing::LicenceRow> licences_;
  std::unordered_map<PackageId, std::string> packages_;
  std::unordered_map<ShipmentId, custody::ShipmentRow> shipments_;
};

}  // namespace lotline::tracing
