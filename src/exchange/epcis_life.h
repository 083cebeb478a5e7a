#pragma once
// The life of some lots as records tell it, on the way to events: what is told so far, and one function a kind of
// record. Of records that also concern other lots only the part of these is told.

#include <map>
#include <optional>
#include <set>

#include "exchange/epcis_export_names.h"
#include "service/record.h"

namespace lotline::exchange {

/// Packages as the events so far left them: what a package holds is needed at each movement, and the tables know only
/// what it holds now.
class PackageContents {
 public:
  struct Package {
    std::map<LotId, Rounds> lines;
    std::vector<PackageId> children;
  };

  [[nodiscard]] bool knows(PackageId id) const { return packages_.contains(id); }
  [[nodiscard]] const Package& at(PackageId id) const { return packages_.at(id); }
  /// Rounds of a lot in a package and in those inside it.
  [[nodiscard]] Rounds of(PackageId id, LotId lot) const;
  [[nodiscard]] bool empty(PackageId id) const;

  /// Notes the part of a package that is of the lots told; nothing when there is none.
  void pack(PackageId id, const custody::PackagePacked& record, const std::set<LotId>& lots);
  void open(const custody::PackageOpened& record);

 private:
  std::map<PackageId, Package> packages_;
};

struct Life {
  ExportNames& names;
  std::set<LotId> lots;  ///< with the numbers of exhibits whose lot was found out later
  PackageContents packages;
  std::map<RecordNumber, std::string> event_of;          ///< records told so far -> eventID
  std::map<RecordNumber, custody::MovementPosted> told;  ///< movements told so far
  std::map<RecordNumber, seizure::Recovered> recovered;  ///< exhibits told so far
  std::map<RecordNumber, custody::HoldMade> holds;       ///< holds told so far
  std::set<RecordNumber> investigations;                 ///< stocktakes told whose counts differ

  [[nodiscard]] bool tells(LotId lot) const { return lots.contains(lot); }
  /// The eventID of the event that tells a record. REQUIRES one told before.
  [[nodiscard]] const std::string& event(RecordNumber record) const;
};

/// An event with the day, basis and other circumstances of its record.
OutgoingEvent begin_event(const service::Record& record, std::string type, std::string action, std::string step,
                          std::string disposition = {});
/// A step in our own words.
std::string own_step(std::string_view word);

// Of a movement by itself; nothing where it moves none of the lots told. A correction of a whole event is told by that
// event, declared wrong.
std::optional<OutgoingEvent> event_of_movement(Life& life, RecordNumber number, const service::Record& record);

// Of records that come with a movement right behind them, or stand alone.
OutgoingEvent event_of_lot(Life& life, const service::Record& record, const custody::LotRow& lot,
                           const custody::MovementPosted& entry);
OutgoingEvent event_of_relot(Life& life, const service::Record& record, LotId child,
                             const custody::MovementPosted& movement);
OutgoingEvent event_of_loosening(Life& life, const service::Record& record, const custody::PackageOpened& opened);
OutgoingEvent event_of_loss(Life& life, const service::Record& record, const custody::MovementPosted& movement,
                            const seizure::DiversionRecorded& diversion);
OutgoingEvent event_of_destruction(Life& life, const service::Record& record, const custody::MovementPosted& movement,
                                   const stockpile::DestructionCertified& certified);
OutgoingEvent event_of_recovery(Life& life, const service::Record& record, const seizure::Recovered& recovered,
                                const custody::MovementPosted* movement);
OutgoingEvent event_of_identity(Life& life, const service::Record& record, const seizure::LotIdentified& identified);
OutgoingEvent event_of_diversion(Life& life, const service::Record& record,
                                 const seizure::DiversionRecorded& diversion);
OutgoingEvent event_of_packing(Life& life, const service::Record& record, PackageId id,
                               const custody::PackagePacked& packed);
OutgoingEvent event_of_opening(Life& life, const service::Record& record, const custody::PackageOpened& opened);
OutgoingEvent event_of_hold(Life& life, const service::Record& record, const custody::HoldMade& hold);
OutgoingEvent event_of_lifting(Life& life, const service::Record& record, const custody::HoldLifted& lifted);
OutgoingEvent event_of_stocktake(Life& life, const service::Record& record,
                                 const stockpile::StocktakeRecorded& stocktake);
OutgoingEvent event_of_decision(Life& life, const service::Record& record,
                                const stockpile::InvestigationDecided& decided);
OutgoingEvent event_of_condition(Life& life, const service::Record& record,
                                 const stockpile::ConditionRecorded& condition);

/// Puts what a movement takes into the event: its packages, and of each lot told what lies loose beside them. Rounds of
/// an exhibit are told by the event that recorded it.
void add_things(Life& life, const custody::MovementPosted& movement, OutgoingEvent& event);
/// The licence, the owner, the carrier, the note and the reason for a rule set aside.
void add_terms(Life& life, const custody::MovementPosted& movement, OutgoingEvent& event);
/// A quantity of the exhibit an account belongs to, and which exhibit it is.
void add_exhibit(Life& life, RecordNumber exhibit, LotId lot, Rounds rounds, OutgoingEvent& event);
/// The exhibit whose rounds stand on an account; 0 for any other account.
RecordNumber exhibit_of(const custody::Side& side);

}  // namespace lotline::exchange
