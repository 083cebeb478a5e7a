#pragma once
// A small register with a record of every kind in it: lots that were packed, moved, lost, corrected, seized, counted
// and destroyed, a person, a firearm, a retailer's mark.

#include "tests/register/desk_fixture.h"

namespace lotline {

class EveryKind : public SmallState {
 protected:
  EveryKind() {
    supply();
    packages();
    recoveries();
    documents();
    stockpile();
    fired_cases();
    approval();
  }

  [[nodiscard]] static std::string text(RecordNumber number) { return std::to_string(number); }
  static Fields move(std::string_view act_name, std::string_view from, std::string_view place, std::string_view to,
                     std::string_view rounds, std::string_view on) {
    return moved(act_name, from, place, to, "A17-1", rounds, on);
  }

  RecordNumber lot_ = 0, dispatch_ = 0, wrong_ = 0, person_ = 0, case_ = 0, live_ = 0, stocktake_ = 0, box_ = 0;
  RecordNumber packed_move_ = 0, observation_ = 0, sale_ = 0, lead_ = 0;

 private:
  /// Scans of the fired case and of a test fire of the gun found with it, compared and concluded upon.
  void fired_cases() {
    const auto fired = done("test_fires", {{"firearm", "A12345"}, {"laboratory", "LAB"}, {"rounds", "2"}});
    const auto replica = done("replicas", {{"exhibit", text(case_)}, {"cast", "double"}, {"made_by", "LAB"}});
    done("replica_custody", {{"replica", text(replica)}, {"act", "send"}, {"by", "LAB"}, {"to", "POLICE"}});
    const auto scan = done("scans", {{"exhibit", text(case_)},
                                     {"file", "a.x3p"},
                                     {"sha256", std::string(64, 'a')},
                                     {"mark", "breech_face"},
                                     {"calibre", "9x19"},
                                     {"extractor", "3"}});
    const auto reference_scan = done("scans", {{"test_fire", text(fired)},
                                               {"file", "b.x3p"},
                                               {"sha256", std::string(64, 'b')},
                                               {"mark", "breech_face"},
                                               {"findings", "no_checksum;revision"}});
    auto work = service::UnitOfWork::begin(*store_).value();
    service::Circumstance now{{desk_->today(), desk_->today()}, {}, {}};
    seizure::ScansSearched searched;
    searched.scan = ScanId{scan};
    searched.gallery_scans = 1;
    searched.candidates.push_back({true, 2'300, "", {"place 1"}, ScanId{reference_scan}, 731'245});
    const auto search = service::enter(*desk_, now, searched);
    work.commit();
    lead_ = done("lead", {{"search", text(search)}, {"rank", "1"}, {"reviewer", "POLICE"}});
    done("blind_examination", {{"lead", text(lead_)}, {"examiner", "ID-77"}});
    const auto conclusion = done("conclusion", {{"lead", text(lead_)},
                                                {"level", "inconclusive_a"},
                                                {"examiner", "ID-77"},
                                                {"organisation", "LAB"},
                                                {"basis", "report 9"}});
    done("foreign_links", {{"network", "ibin"}, {"reference", "I-1"}, {"exhibit", text(case_)}, {"state", "AR"}});
    done("withdraw", {{"record", text(conclusion)}, {"reason", "wrong lead"}});
  }
  /// A licence that one prepared and another approved.
  void approval() {
    done("licences", {{"number", "TRADE-9"},
                      {"kind", "trade"},
                      {"holder", "DEALER"},
                      {"issued_on", "2019-01-01"},
                      {"expires_on", "2020-12-31"},
                      {"awaits_approval", "yes"}});
    desk_->actor = "approver";
    done("licence_decision", {{"licence", "TRADE-9"}, {"decision", "approved"}, {"basis", "Decision 9"}});
    desk_->actor = "tester";
  }
  void documents() {
    done("places", {{"gln", "9521234000112"}, {"holder", "MAKER"}, {"place", "STORE"}});
    done("trade_items", {{"gtin", "19521234543210"}, {"product", "BALL"}, {"level", "box"}, {"rounds", "20"}});
    auto work = service::UnitOfWork::begin(*store_).value();
    service::Circumstance seen{{day_of(2019, 1, 2), day_of(2019, 1, 2)}, {}, {"00ff", "EPCIS", "urn:uuid:1"}};
    custody::EventRecorded event;
    event.kept = R"({"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],"action":"OBSERVE",)"
                 R"("bizStep":"inspecting","eventID":"urn:uuid:1","eventTime":"2019-01-02T08:00:00Z",)"
                 R"("eventTimeZoneOffset":"+00:00","quantityList":[{)"
                 R"("epcClass":"https://id.gs1.org/01/19521234543210/10/A17-1"}],"type":"ObjectEvent"})";
    event.subjects = {service::lot_subject("19521234543210", "A17-1"), "BOX-1"};
    event.words = "ObjectEvent OBSERVE inspecting";
    observation_ = service::enter(*desk_, seen, std::move(event));
    work.commit();
  }
  void supply() {
    lot_ = made_lot("A17-1");
    made_lot("B17-2", "official");
    person_ = done("parties", {{"kind", "person"},
                               {"name", "Simulated Person"},
                               {"country", "BR"},
                               {"number", "ID-77"},
                               {"address", "Simulated Street 1"}});
    dispatch_ = done("movements", move("dispatch", "MAKER", "STORE", "ARMY", "4000", "2017-05-01"));
    done("movements", {{"act", "receive"},
                       {"to", "ARMY"},
                       {"to_place", "VAULT"},
                       {"dispatch", text(dispatch_)},
                       {"on", "2017-05-03"}});
    wrong_ = done("movements", move("transfer", "ARMY", "VAULT", "DEALER", "300", "2017-06-01"));
    done("correct", {{"movement", text(wrong_)}, {"rounds", "100"}, {"note", "misread"}});
    sale_ = done("movements", move("sale", "DEALER", "", "ID-77", "50", "2017-07-01"));
    done("losses", with(loss("theft", "ARMY", "VAULT", "70", "T-1", "2018-03-01"), "basis", "report T-1"));
    done("losses", {{"kind", "incident"},
                    {"holder", "ARMY"},
                    {"place", "AIRPORT"},
                    {"mass_kg", "2000"},
                    {"stage", "post_transfer"},
                    {"modality", "D01"},
                    {"report", "T-2"},
                    {"on", "2018-04-01"},
                    {"basis", "press report"}});
    done("firearm", {{"make", "Demonstration Arms"}, {"serial", "A12345"}, {"calibre", "9x19"}});
    done("retailer_mark", {{"code", "QXV"}, {"retailer", "DEALER"}, {"maker", "MAKER"}, {"lot", "A17-1"}});
  }
  void packages() {
    box_ = done("packages", with(box("BOX-1", "A17-1", "1000"), "marks", "lot;type"));
    done("packages", {{"code", "CASE-1"},
                      {"level", "case"},
                      {"holder", "MAKER"},
                      {"place", "STORE"},
                      {"contains", "BOX-1"},
                      {"on", "2017-05-01"}});
    packed_move_ = done("movements", {{"act", "transfer"},
                                      {"from", "MAKER"},
                                      {"from_place", "STORE"},
                                      {"to", "DEALER"},
                                      {"to_place", "SHOP"},
                                      {"package", "CASE-1"},
                                      {"on", "2017-09-01"}});
    done("open", {{"package", "CASE-1"}, {"on", "2018-01-01"}});
    done("unpack_unmarked",
         {{"package", "BOX-1"}, {"maker", "MAKER"}, {"lot", "A17-1"}, {"rounds", "100"}, {"on", "2018-01-02"}});
    done("relot", {{"holder", "MAKER"},
                   {"place", "STORE"},
                   {"maker", "MAKER"},
                   {"lot", "A17-1"},
                   {"rounds", "500"},
                   {"new_number", "A17-1A"},
                   {"on", "2018-01-03"}});
  }
  void recoveries() {
    Fields fired = recovery("C-1", "fired_case", "3", "found", "2019-02-02");
    fired.insert(fired.end(), {{"incident", "homicide"},
                               {"calibre", "7.62x51"},
                               {"lot_mark", "X99-9"},
                               {"package", "BOX-77"},
                               {"retailer_code", "QXW"},
                               {"year", "2017"},
                               {"firearms", "A12345"}});
    case_ = done("recoveries", fired);
    done("weigh", {{"exhibit", text(case_)}, {"lots", "MAKER A17-1 0.6"}, {"basis", "trace"}});
    live_ = done("recoveries", recovery("C-2", "live_round", "5", "seized", "2019-05-02"));
    done("identify",
         {{"exhibit", text(live_)}, {"maker", "MAKER"}, {"lot", "A17-1"}, {"basis", "report 3"}, {"on", "2019-06-01"}});
    const auto hold = done("hold", {{"exhibit", text(live_)}, {"rounds", "2"}, {"basis", "order 19"}});
    done("lift", {{"hold", text(hold)}, {"basis", "final decision"}});
    done("destroy", {{"exhibit", text(live_)},
                     {"rounds", "1"},
                     {"method", "burning"},
                     {"authority", "COURT"},
                     {"witnesses", "W1;W2"},
                     {"certificate", "C-1"}});
    done("diversion", {{"movement", text(wrong_)},
                       {"stage", "post_transfer"},
                       {"modality", "D01"},
                       {"report", "R-5"},
                       {"on", "2018/2020"}});
    more_of_cases();
  }
  void more_of_cases() {
    done("examination", {{"exhibit", text(live_)},
                         {"examiner", "LAB"},
                         {"origin", "reloaded"},
                         {"indicator_classes", "earlier_firing;tool_marks"},
                         {"item", "complete_round"},
                         {"marking", "marked"},
                         {"basis", "report 4"},
                         {"on", "2019-06-02"}});
    done("equipment", {{"case_number", "C-2"},
                       {"class", "propellant"},
                       {"mass_g", "5000"},
                       {"country", "BR"},
                       {"circumstances", "seized"},
                       {"custodian", "LAB"},
                       {"on", "2019-05-02"}});
    done("listings", {{"market", "simulated market"},
                      {"acquisition", "darknet"},
                      {"firearms_share", "0.005"},
                      {"ammunition_share", "0.25"},
                      {"basis", "simulated study"},
                      {"on", "2017"}});
    done("crossings", {{"party", "ID-77"},
                       {"from_state", "BR"},
                       {"to_state", "PY"},
                       {"rounds", "40"},
                       {"modality", "land_ant"},
                       {"on", "2019-03-02"}});
    const auto request = done("trace_request", {{"direction", "outgoing"},
                                                {"state", "AR"},
                                                {"reference", "REQ-1"},
                                                {"deadline", "2019-09-30"},
                                                {"exhibit", text(case_)},
                                                {"on", "2019-07-01"}});
    done("trace_answer", {{"request", text(request)}, {"result", "to_first_recipient"}, {"on", "2019-08-01"}});
    done("trace_result", {{"exhibit", text(live_)},
                          {"result", "to_last_holder"},
                          {"holder", "ARMY"},
                          {"place", "VAULT"},
                          {"basis", "trace"},
                          {"on", "2019-08-02"}});
  }
  void stockpile() {
    stocktake_ = done("stocktake",
                      {{"holder", "ARMY"}, {"place", "VAULT"}, {"counts", "MAKER A17-1 3600"}, {"on", "2019-03-01"}});
    done("decide", {{"investigation", text(stocktake_)}, {"finding", "loss"}, {"basis", "inquiry 5"}});
    done("condition", {{"maker", "MAKER"}, {"lot", "A17-1"}, {"code", "A"}, {"on", "2019-01-15"}});
    clock_.moment.seconds += std::int64_t{11} * 366 * 86400;
    reopen();
    const auto erased = done("parties", {{"kind", "person"}, {"name", "Erased Person"}, {"country", "BR"}});
    clock_.moment.seconds += std::int64_t{11} * 366 * 86400;
    reopen();
    done("erase", {{"party", store_->state().parties.parties.find(make_key(erased))->code}, {"basis", "request"}});
  }
};

}  // namespace lotline
