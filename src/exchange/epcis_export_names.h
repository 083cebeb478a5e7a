#pragma once
// From what the register calls things to the URIs of EPCIS: GS1 numbers where the register has them, else URIs of our
// own. Notes what was named, so that the document can carry it as master data.

#include <map>
#include <set>
#include <string>

#include "exchange/epcis_master_data.h"
#include "exchange/epcis_outgoing.h"

namespace lotline::exchange {

class ExportNames {
 public:
  explicit ExportNames(service::Register& store) : store_(store) {}

  [[nodiscard]] service::Register& store() const { return store_; }

  std::string party(PartyId id);
  /// A place of a party as its accounts name it; also one without a name.
  std::string place(PartyId holder, const std::string& place);
  std::string licence(LicenceId id);
  std::string package(PackageId id) const;
  /// So many rounds of a lot, in items of a GTIN that they fill, else under the lot's own URI.
  OutgoingQuantity lot(LotId id, Rounds rounds);
  /// The lot alone, without a quantity.
  OutgoingQuantity lot(LotId id);
  /// Rounds of an exhibit of unknown lot, by the characters read off their cases.
  static OutgoingQuantity exhibit(const std::string& headstamp, Rounds rounds);
  std::string firearm(FirearmId id);  ///< its serial

  /// A loose lot is named by the event that made it: its number is another in every register.
  void loosened_by(LotId id, std::string event_id) { loosened_by_.emplace(id, std::move(event_id)); }

  /// All that was named, and what that refers to, in an order in which it can be registered.
  std::vector<MasterElement> elements();

 private:
  std::string own_lot_uri(const custody::LotRow& lot);

  service::Register& store_;
  std::set<PartyId> parties_;
  std::set<LicenceId> licences_;
  std::set<ProductId> products_;
  std::set<FirearmId> firearms_;
  std::map<RecordNumber, parties::PlaceRow> places_;
  std::map<LotId, std::string> loosened_by_;
};

}  // namespace lotline::exchange
