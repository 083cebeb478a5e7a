#include "service/state.h"

#include <fmt/ranges.h>

#include "access/visitor.h"

namespace lotline::service {

namespace {

/// One overload a kind of record: each goes to the module it belongs to.
struct Applier {
  const Record& record;
  RecordNumber number;
  State& state;

  custody::RecordStamp stamp() const { return {number, record.happened, record.recorded_at}; }

  void operator()(const RegisterOpened& r) const {
    state.profile.put({r.log_id, r.state, fmt::format("{}", fmt::join(r.regimes, ";")), r.dealers_name_buyers,
                       r.simulated, r.years_kept});
  }
  void operator()(const parties::PartyRegistered& r) const { parties::apply(r, number, state.parties); }
  void operator()(const parties::PersonalErased& r) const {
    for (const auto& row : state.personal.all(make_key(r.party))) state.personal.erase(key_of(row));
  }
  void operator()(const licensing::LicenceRegistered& r) const {
    licensing::apply(r, number, {std::string{access::account_named(record.actor)}, record.recorded_at.day()},
                     state.licences);
  }
  void operator()(const licensing::LicenceDecided& r) const {
    licensing::apply(r, number, record.happened, state.licences);
  }
  void operator()(const firearms::FirearmRegistered& r) const {
    firearms::apply(r, number, record.happened, state.firearms);
  }
  void operator()(const custody::ProductRegistered& r) const { custody::apply(r, stamp(), state.book); }
  void operator()(const custody::LotRegistered& r) const { custody::apply(r, stamp(), state.book); }
  void operator()(const custody::PackagePacked& r) const { custody::apply(r, stamp(), state.book); }
  void operator()(const custody::PackageOpened& r) const { custody::apply(r, stamp(), state.book); }
  void operator()(const custody::MovementPosted& r) const {
    custody::apply(r, stamp(), state.book);
    if (!r.licence) return;
    Rounds rounds;
    for (const auto& posting : r.postings) rounds += posting.rounds;
    licensing::count_use(state.licences, r.licence, r.act == custody::Act::correct ? -rounds : rounds);
  }
  void operator()(const custody::HoldMade& r) const { custody::apply(r, stamp(), state.book); }
  void operator()(const custody::HoldLifted& r) const { custody::apply(r, stamp(), state.book); }
  void operator()(const custody::RetailerMarkRegistered& r) const { custody::apply(r, number, state.retailer_marks); }
  void operator()(const seizure::Recovered& r) const { seizure::apply(r, number, record.happened, state.exhibits); }
  void operator()(const seizure::LotsWeighed& r) const { seizure::apply(r, state.exhibits); }
  void operator()(const seizure::LotIdentified& r) const { seizure::apply(r, state.exhibits); }
  void operator()(const seizure::DiversionRecorded& r) const {
    seizure::apply(r, number, record.happened, state.diversions);
  }
  void operator()(const seizure::IncidentRecorded& r) const {
    seizure::apply(r, number, record.happened, state.diversions);
  }
  void operator()(const stockpile::StocktakeRecorded& r) const {
    stockpile::apply(r, number, record.happened, state.stocktakes, state.book);
  }
  void operator()(const stockpile::InvestigationDecided& r) const {
    stockpile::apply(r, number, state.stocktakes, state.book);
  }
  void operator()(const stockpile::ConditionRecorded& r) const {
    stockpile::apply(r, number, record.happened, state.conditions);
  }
  void operator()(const stockpile::DestructionCertified& r) const { stockpile::apply(r, state.conditions); }
  void operator()(const parties::PlaceRegistered& r) const { parties::apply(r, number, state.parties); }
  void operator()(const custody::TradeItemRegistered& r) const { custody::apply(r, number, state.trade_items); }
  void operator()(const custody::EventRecorded& r) const { custody::apply(r, number, record.happened, state.events); }
  void operator()(const seizure::Examined& r) const { seizure::apply(r, state.exhibits); }
  void operator()(const seizure::EquipmentSeized& r) const {
    seizure::apply(r, number, record.happened, state.equipment);
  }
  void operator()(const seizure::ListingsCounted& r) const {
    seizure::apply(r, number, record.happened, state.listings);
  }
  void operator()(const seizure::BorderCrossed& r) const {
    seizure::apply(r, number, record.happened, state.crossings);
  }
  void operator()(const seizure::TraceRequested& r) const {
    seizure::apply(r, number, record.happened, state.trace_requests);
  }
  void operator()(const seizure::TraceAnswered& r) const {
    seizure::apply(r, number, record.happened, state.trace_requests);
  }
  void operator()(const seizure::ExhibitTraced& r) const {
    seizure::apply(r, number, record.happened, state.trace_results);
  }
  void operator()(const firearms::TestFired& r) const {
    firearms::apply(r, number, record.happened, state.scans.test_fires);
  }
  void operator()(const seizure::ReplicaMade& r) const { seizure::apply(r, number, record.happened, state.replicas); }
  void operator()(const seizure::ReplicaPassed& r) const { seizure::apply(r, number, record.happened, state.replicas); }
  void operator()(const seizure::ScanRecorded& r) const { seizure::apply(r, number, record.happened, state.scans); }
  void operator()(const seizure::ScansSearched& r) const {
    seizure::apply(r, number, record.happened, state.scan_searches);
  }
  void operator()(const seizure::LeadChosen& r) const {
    seizure::apply(r, number, record.happened, state.conclusions.leads);
  }
  void operator()(const seizure::BlindExaminationBegun& r) const { seizure::apply(r, number, state.conclusions.leads); }
  void operator()(const seizure::Concluded& r) const { seizure::apply(r, number, record.happened, state.conclusions); }
  void operator()(const seizure::ForeignLinkStated& r) const { seizure::apply(r, number, state.conclusions); }
  void operator()(const seizure::Withdrawn& r) const {
    auto all = state.withdrawable();
    seizure::apply(r, number, all);
  }
};

}  // namespace

void apply(const Record& record, RecordNumber number, State& state) {
  std::visit(Applier{record, number, state}, record.what);
  if (!record.source.ref.empty())
    state.import_refs.put({record.source.issuer, record.source.ref, record.source.content, number});
}

}  // namespace lotline::service
