#pragma once
// Names of parties, lots, licences and packages, each looked up once: for an answer, or for all that are given of one
// state of a register.

#include <string>
#include <unordered_map>
#include <vector>

#include "tracing/answer.h"
#include "tracing/sources.h"

namespace lotline::tracing {

class Names {
 public:
  Names(const custody::Book& book, const parties::Directory& parties, const licensing::Licences& licences)
      : book_(book), directory_(parties), licensed_(licences) {}
  explicit Names(const Sources& sources) : Names(sources.book, sources.parties, sources.licences) {}

  const parties::PartyRow& row(PartyId party);  ///< an empty row (id 0) when there is none
  const PartyRef& party(PartyId party);
  PartyId coded(const std::string& code);  ///< none when there is none
  LotRef lot(const custody::LotRow& row);
  /// The organisation at the top of the party's chain of parents.
  PartyId organisation(PartyId party);
  const licensing::LicenceRow& licence(LicenceId licence);  ///< an empty row (id 0) when there is none
  std::string package(PackageId package);
  /// An empty row (id 0) when there is none.
  const custody::ShipmentRow& shipment(ShipmentId shipment);

  /// Custody of the State or of a carrier: a party that keeps rounds for others and is no recipient of a lot.
  bool keeps_for_others(PartyId party);

  /// What was looked up before the tables changed is not looked at again.
  void forget();
  /// The same where more than so many of a kind were looked up.
  void forget_beyond(std::size_t most);

 private:
  const custody::Book& book_;
  const parties::Directory& directory_;
  const licensing::Licences& licensed_;
  std::unordered_map<PartyId, parties::PartyRow> parties_;
  std::vector<const PartyRef*> recent_;  ///< of refs_, by the last digits of their numbers; none while there are few
  std::unordered_map<PartyId, PartyRef> refs_;  ///< beside the rows: a card names a dozen, and nothing else of them
  std::unordered_map<std::string, PartyId> codes_;
  std::unordered_map<PartyId, PartyId> organisations_;
  std::unordered_map<LicenceId, licensing::LicenceRow> licences_;
  std::unordered_map<PackageId, std::string> packages_;
  std::unordered_map<ShipmentId, custody::ShipmentRow> shipments_;
};

}  // namespace lotline::tracing
