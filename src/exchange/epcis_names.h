#pragma once
// From what an EPCIS event names to what the register calls it: parties by PGLN, places by GLN, licences by GDTI, lots
// by GTIN and lot, packages by SGTIN or SSCC, and what has no such number by a URI of our own (epcis_own.h).

#include <string>
#include <unordered_map>

#include "exchange/epcis_event.h"
#include "exchange/epcis_own.h"
#include "service/desk.h"

namespace lotline::exchange {

/// The import source of every event: its eventID, or its hash, is the ref.
inline constexpr std::string_view kEventIssuer = "EPCIS";

/// A place as accounts name it, and whose it is.
struct NamedPlace {
  std::string holder;  ///< code
  std::string place;
};

/// Rounds of a lot, in the words of the forms.
struct NamedLine {
  std::string maker;  ///< code
  std::string lot;    ///< number as marked
  std::string product;
  LotId id;  ///< none of a lot that is not registered yet
  Rounds rounds;
};

class EpcisNames {
 public:
  explicit EpcisNames(service::Desk& desk) : desk_(desk) {}

  [[nodiscard]] service::Desk& desk() const { return desk_; }

  Result<std::string> party(const EpcisIdentifier& id);
  Result<NamedPlace> place(const EpcisIdentifier& id);
  /// The number of a licence.
  Result<std::string> licence(const EpcisIdentifier& id);
  /// A package's code as it would be printed, whether it is registered or not.
  Result<std::string> package_code(const EpcisIdentifier& id);
  Result<custody::PackageRow> package(const EpcisIdentifier& id);

  /// How many rounds, pieces or grams a quantity is: items of a GTIN by what the register knows of it, a mass in grams
  /// only where the product is counted in grams. Refuses fractions, other measures, and no quantity at all.
  Result<Rounds> rounds(const EpcisQuantity& quantity);
  /// Rounds of a registered lot.
  Result<NamedLine> line(const EpcisQuantity& quantity);
  /// The same; rounds only where the quantity is told.
  Result<NamedLine> lot_named(const EpcisQuantity& quantity);
  /// Of a lot that may not be registered: number and product of the class, and the maker where the class names one.
  Result<NamedLine> new_line(const EpcisQuantity& quantity);
  /// Whether the register knows what is counted: a GTIN whose rounds it knows, or a lot by a URI of ours.
  bool knows(const EpcisIdentifier& epc_class);
  /// What is in a package and in those inside it.
  std::vector<NamedLine> contents(const custody::PackageRow& package);

  [[nodiscard]] std::string party_code(PartyId party);
  NamedLine line_of(const custody::LotRow& lot, Rounds rounds);

  /// The record of an event that `fits`, newest first. Refuses an event that is not on record, and one without such a
  /// record.
  Result<RecordNumber> record_of(const std::string& event_id,
                                 const std::function<bool(RecordNumber, const service::What&)>& fits);
  /// What of the event is being read, as a path within it: where a refusal is at fault.
  void read_at(std::string path) { at_ = std::move(path); }
  [[nodiscard]] const std::string& at() const { return at_; }

  /// Forgets what it looked up, after work was undone.
  void forget();

 private:
  Result<std::string> read_party(const EpcisIdentifier& id);
  Result<NamedPlace> read_place(const EpcisIdentifier& id);
  Result<custody::TradeItemRow> trade_item(const std::string& gtin);
  Result<custody::LotRow> lot_of_product(ProductId product, const std::string& number);
  Result<custody::LotRow> lot_of_uri(const OwnUri& uri);
  Result<custody::LotRow> lot(const EpcisIdentifier& epc_class);

  service::Desk& desk_;
  std::string at_;
  // What was found before: a document names the same few places a million times.
  std::unordered_map<std::string, std::string> parties_;
  std::unordered_map<std::string, NamedPlace> places_;
  std::unordered_map<std::string, custody::TradeItemRow> items_;
  std::unordered_map<RecordNumber, std::string> codes_;  // of parties and products, by their records
  std::unordered_map<std::string, LotId> lots_;          // by class
};

}  // namespace lotline::exchange
