#pragma once
// Everything a register works out from its log: every module's tables, and the one function that applies a record to
// them.

#include <tuple>

#include "custody/book.h"
#include "service/record.h"

namespace lotline::service {

struct ImportRefRow {
  static constexpr std::string_view table = "import_refs";
  static constexpr int key_fields = 2;
  static constexpr bool written_once = true;
  static constexpr std::array<std::string_view, 0> indexes{};

  std::string issuer;
  std::string ref;
  std::string content;
  RecordNumber number = 0;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("issuer", self.issuer);
    visit("ref", self.ref);
    visit("content", self.content);
    visit("number", self.number);
  }
};

/// Every table worked out from the log, in the order in which they are compared.
using DerivedRows = std::tuple<
    ProfileRow, parties::PartyRow, parties::MakerCodeRow, custody::ProductRow, licensing::LicenceRow,
    licensing::LicenceUseRow, firearms::FirearmRow, custody::LotRow, custody::AccountRow, custody::LotTotalsRow,
    custody::EntryRow, custody::ShipmentRow, custody::ShipmentLineRow, custody::ShipmentPackageRow,
    custody::ReversalRow, custody::PackageRow, custody::PackageLineRow, custody::PackageChildRow, custody::HoldRow,
    custody::RetailerMarkRow, seizure::ExhibitRow, seizure::CaseRow, seizure::CoSeizureRow, seizure::CandidateLotRow,
    seizure::DiversionRow, seizure::IncidentRow, stockpile::StocktakeRow, stockpile::InvestigationRow,
    stockpile::VarianceRow, stockpile::ConditionRow, stockpile::DestructionRow, ImportRefRow, parties::PlaceRow,
    custody::TradeItemRow, custody::EventRow, custody::EventSubjectRow, seizure::EquipmentRow, seizure::ListingsRow,
    seizure::CrossingRow, seizure::TraceRequestRow, seizure::TraceAnswerRow, seizure::TraceResultRow,
    custody::RoundKindRow, custody::HolderProductsRow, custody::StockYearsRow, firearms::TestFireRow,
    seizure::ReplicaRow, seizure::ReplicaStepRow, seizure::ScanRow, seizure::ScanSearchRow, seizure::ScanCandidateRow,
    seizure::LeadRow, seizure::BlindExaminationRow, seizure::ConclusionRow, seizure::BallisticLinkRow>;

struct State {
  Table<ProfileRow>& profile;
  Table<ImportRefRow>& import_refs;
  parties::Directory parties;
  licensing::Licences licences;
  firearms::Firearms firearms;
  custody::Book book;
  Table<custody::RetailerMarkRow>& retailer_marks;
  seizure::Exhibits exhibits;
  seizure::Diversions diversions;
  stockpile::Stocktakes stocktakes;
  stockpile::Conditions conditions;
  Table<custody::TradeItemRow>& trade_items;
  custody::Events events;
  Table<parties::PersonalRow>& personal;  ///< not worked out from the log: the log holds its hashes
  Table<seizure::EquipmentRow>& equipment;
  Table<seizure::ListingsRow>& listings;
  Table<seizure::CrossingRow>& crossings;
  seizure::TraceRequests trace_requests;
  Table<seizure::TraceResultRow>& trace_results;
  seizure::Replicas replicas;
  seizure::Scans scans;
  seizure::ScanSearches scan_searches;
  seizure::Conclusions conclusions;

  /// What can be withdrawn, as one.
  [[nodiscard]] seizure::Withdrawable withdrawable() const {
    return {scans.test_fires, replicas.replicas, scans.scans, conclusions};
  }
  /// The table of a row type.
  template <class Row>
  Table<Row>& table() {
    auto all = std::tie(
        profile, import_refs, parties.parties, parties.maker_codes, licences.licences, licences.use, firearms.firearms,
        book.products, book.lots, book.accounts, book.totals, book.entries, book.shipments, book.shipment_lines,
        book.shipment_packages, book.reversals, book.packages, book.package_lines, book.package_children, book.holds,
        retailer_marks, exhibits.exhibits, exhibits.cases, exhibits.co_seizures, exhibits.candidates,
        diversions.diversions, diversions.incidents, stocktakes.stocktakes, stocktakes.investigations,
        stocktakes.variances, conditions.conditions, conditions.destructions, personal, parties.places, trade_items,
        events.events, events.subjects, equipment, listings, crossings, trace_requests.requests, trace_requests.answers,
        trace_results, book.stock.kinds, book.stock.holders, book.stock.years, scans.test_fires, replicas.replicas,
        replicas.steps, scans.scans, scan_searches.searches, scan_searches.candidates, conclusions.leads.leads,
        conclusions.leads.blind, conclusions.conclusions, conclusions.links);
    return std::get<Table<Row>&>(all);
  }
};

/// Lays the state over tables kept somewhere; `table.template operator()<Row>()` gives the Table<Row>&.
template <class Get>
State state_over(Get&& table) {
  using namespace parties;
  using namespace custody;
  return State {
    table.template operator()<ProfileRow>(),
    table.template operator()<ImportRefRow>(),
    Directory{table.template operator()<PartyRow>(), table.template operator()<MakerCodeRow>(),
              table.template operator()<PlaceRow>()},
    licensing::Licences{table.template operator()<licensing::LicenceRow>(),
                        table.template operator()<licensing::LicenceUseRow>()},
    firearms::Firearms{table.template operator()<firearms::FirearmRow>()},
    Book{table.template operator()<ProductRow>(), table.template operator()<LotRow>(),
         table.template operator()<AccountRow>(), table.template operator()<LotTotalsRow>(),
         table.template operator()<EntryRow>(), table.template operator()<ShipmentRow>(),
         table.template operator()<ShipmentLineRow>(), table.template operator()<ShipmentPackageRow>(),
         table.template operator()<ReversalRow>(), table.template operator()<PackageRow>(),
         table.template operator()<PackageLineRow>(), table.template operator()<PackageChildRow>(),
         table.template operator()<HoldRow>(),
         StockByYear{table.template operator()<RoundKindRow>(), table.template operator()<HolderProductsRow>(),
                     table.template operator()<StockYearsRow>()}},
    table.template operator()<RetailerMarkRow>(),
    seizure::Exhibits{table.template operator()<seizure::ExhibitRow>(), table.template operator()<seizure::CaseRow>(),
                      table.template operator()<seizure::CoSeizureRow>(),
                      table.template operator()<seizure::CandidateLotRow>()},
    seizure::Diversions{table.template operator()<seizure::DiversionRow>(),
                        table.template operator()<seizure::IncidentRow>()},
    stockpile::Stocktakes{table.template operator()<stockpile::StocktakeRow>(),
                          table.template operator()<stockpile::InvestigationRow>(),
                          table.template operator()<stockpile::VarianceRow>()},
    stockpile::Conditions{table.template operator()<stockpile::ConditionRow>(),
                          table.template operator()<stockpile::DestructionRow>()},
    table.template operator()<TradeItemRow>(),
    Events{table.template operator()<EventRow>(), table.template operator()<EventSubjectRow>()},
    table.template operator()<PersonalRow>(),
    table.template operator()<seizure::EquipmentRow>(),
    table.template operator()<seizure::ListingsRow>(),
    table.template operator()<seizure::CrossingRow>(),
    seizure::TraceRequests{table.template operator()<seizure::TraceRequestRow>(),
                           table.template operator()<seizure::TraceAnswerRow>()},
    table.template operator()<seizure::TraceResultRow>(),
    seizure::Replicas{table.template operator()<seizure::ReplicaRow>(),
                      table.template operator()<seizure::ReplicaStepRow>()},
    seizure::Scans{table.template operator()<seizure::ExhibitRow>(), table.template operator()<firearms::TestFireRow>(),
                   table.template operator()<seizure::ReplicaRow>(), table.template operator()<seizure::ScanRow>()},
    seizure::ScanSearches{table.template operator()<seizure::ScanSearchRow>(),
                          table.template operator()<seizure::ScanCandidateRow>()},
    seizure::Conclusions{
        seizure::Leads{
            table.template operator()<seizure::ScanRow>(), table.template operator()<seizure::ScanSearchRow>(),
            table.template operator()<seizure::ScanCandidateRow>(), table.template operator()<seizure::LeadRow>(),
            table.template operator()<seizure::BlindExaminationRow>()},
        table.template operator()<seizure::ConclusionRow>(), table.template operator()<seizure::BallisticLinkRow>()}
  };
}

/// Applies a record under its number. Decides nothing, so that a later rule does not break an old log.
void apply(const Record& record, RecordNumber number, State& state);

}  // namespace lotline::service
