#pragma once
// A record: who recorded what, for whom, on what basis, when it happened and when it was recorded. The log of records
// is the truth; every table is worked out from it.

#include <string>
#include <variant>

#include "custody/event.h"
#include "custody/hold.h"
#include "custody/lot.h"
#include "custody/movement.h"
#include "custody/package.h"
#include "custody/retailer_mark.h"
#include "custody/trade_item.h"
#include "firearms/firearm.h"
#include "firearms/test_fire.h"
#include "licensing/licence.h"
#include "parties/personal.h"
#include "parties/registration.h"
#include "seizure/crossing.h"
#include "seizure/diversion.h"
#include "seizure/equipment.h"
#include "seizure/examination.h"
#include "seizure/exhibit.h"
#include "seizure/listings.h"
#include "seizure/trace_request.h"
#include "seizure/trace_result.h"
#include "seizure/withdrawal.h"
#include "service/profile.h"
#include "stockpile/condition.h"
#include "stockpile/stocktake.h"

namespace lotline::service {

using What =
    std::variant<RegisterOpened, parties::PartyRegistered, parties::PersonalErased, custody::ProductRegistered,
                 licensing::LicenceRegistered, licensing::LicenceDecided, firearms::FirearmRegistered,
                 custody::LotRegistered, custody::PackagePacked, custody::PackageOpened, custody::MovementPosted,
                 custody::HoldMade, custody::HoldLifted, custody::RetailerMarkRegistered, seizure::Recovered,
                 seizure::LotsWeighed, seizure::LotIdentified, seizure::DiversionRecorded, seizure::IncidentRecorded,
                 stockpile::StocktakeRecorded, stockpile::InvestigationDecided, stockpile::ConditionRecorded,
                 stockpile::DestructionCertified, parties::PlaceRegistered, custody::TradeItemRegistered,
                 custody::EventRecorded, seizure::Examined, seizure::EquipmentSeized, seizure::ListingsCounted,
                 seizure::BorderCrossed, seizure::TraceRequested, seizure::TraceAnswered, seizure::ExhibitTraced,
                 firearms::TestFired, seizure::ReplicaMade, seizure::ReplicaPassed, seizure::ScanRecorded,
                 seizure::ScansSearched, seizure::LeadChosen, seizure::BlindExaminationBegun, seizure::Concluded,
                 seizure::ForeignLinkStated, seizure::Withdrawn>;

/// Where an imported record came from: the same issuer and ref with the same content is the same record.
struct ImportSource {
  std::string content;  ///< first 16 bytes of the SHA-256 of the row, hexadecimal
  std::string issuer;
  std::string ref;

  friend bool operator==(const ImportSource&, const ImportSource&) = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("content", self.content);
    visit("issuer", self.issuer);
    visit("ref", self.ref);
  }
};

/// Version of the shape of records.
inline constexpr int kRecordVersion = 1;

struct Record {
  std::string actor;
  PartyId acting_for;
  Instant recorded_at;
  std::string basis;  ///< document, licence or court order it rests on
  When happened;
  ImportSource source;
  std::string tables;  ///< version of the reference tables applied
  int version = kRecordVersion;
  What what;
};

/// The word for what was recorded: "party", "movement", ...
std::string_view kind_of(const What& what);

}  // namespace lotline::service
