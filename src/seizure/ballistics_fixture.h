#pragma once
// Tables of a small made-up laboratory for tests: two exhibits of fired cases and one live round, a gun that was test
// fired, and scans of them.

#include "firearms/memory_tables.h"
#include "seizure/memory_tables.h"
#include "seizure/withdrawal.h"

namespace lotline::seizure {

class SmallLaboratory {
 public:
  static constexpr When kDay{Day{100}, Day{100}};
  static constexpr PartyId kLab{1}, kPartner{2}, kReviewer{3}, kFirst{4}, kSecond{5};

  MemoryTable<ExhibitRow> exhibit_rows;
  MemoryTable<CaseRow> case_rows;
  MemoryTable<CoSeizureRow> co_seizure_rows;
  MemoryTable<CandidateLotRow> candidate_lot_rows;
  MemoryTable<firearms::FirearmRow> firearm_rows;
  MemoryTable<firearms::TestFireRow> test_fire_rows;
  MemoryTable<ReplicaRow> replica_rows;
  MemoryTable<ReplicaStepRow> step_rows;
  MemoryTable<ScanRow> scan_rows;
  MemoryTable<ScanSearchRow> search_rows;
  MemoryTable<ScanCandidateRow> candidate_rows;
  MemoryTable<LeadRow> lead_rows;
  MemoryTable<BlindExaminationRow> blind_rows;
  MemoryTable<ConclusionRow> conclusion_rows;
  MemoryTable<BallisticLinkRow> link_rows;

  Exhibits exhibits{exhibit_rows, case_rows, co_seizure_rows, candidate_lot_rows};
  firearms::Firearms guns{firearm_rows};
  Replicas replicas{replica_rows, step_rows};
  Scans scans{exhibit_rows, test_fire_rows, replica_rows, scan_rows};
  ScanSearches searches{search_rows, candidate_rows};
  Conclusions conclusions{{scan_rows, search_rows, candidate_rows, lead_rows, blind_rows}, conclusion_rows, link_rows};
  Withdrawable all{test_fire_rows, replica_rows, scan_rows, conclusions};

  ExhibitId first_case{10}, second_case{11}, live_round{12};
  FirearmId gun{13};
  TestFireId test_fire{14};

  SmallLaboratory() {
    exhibit(first_case, "CASE-1", ExhibitKind::fired_case);
    exhibit(second_case, "CASE-2", ExhibitKind::fired_case);
    exhibit(live_round, "CASE-1", ExhibitKind::live_round);
    firearms::apply(firearms::FirearmRegistered{"9X19", "BR-RJ", "Simulated", "", "S1", {}, "12"}, gun.number, kDay,
                    guns);
    firearms::apply(firearms::TestFired{"", gun, kLab, "", Rounds{2}}, test_fire.number, kDay, test_fire_rows);
  }

  void exhibit(ExhibitId id, const std::string& case_number, ExhibitKind kind) {
    Recovered found;
    found.case_number = case_number;
    found.kind = kind;
    apply(found, id.number, kDay, exhibits);
  }
  [[nodiscard]] static ScanRecorded scan(char file) {
    ScanRecorded recorded;
    recorded.sha256 = std::string(64, file);
    recorded.mark = "breech_face";
    return recorded;
  }
  [[nodiscard]] static ScanRecorded scan_of(ExhibitId id, char file) {
    ScanRecorded recorded = scan(file);
    recorded.exhibit = id;
    return recorded;
  }
  [[nodiscard]] static ScanRecorded scan_of(TestFireId id, char file) {
    ScanRecorded recorded = scan(file);
    recorded.test_fire = id;
    return recorded;
  }
  [[nodiscard]] static ScanRecorded scan_of(ReplicaId id, char file) {
    ScanRecorded recorded = scan(file);
    recorded.replica = id;
    return recorded;
  }
  /// Scans 20 and 21 of the cases and 22 of the test fire; search 30 of the first lists the other two.
  void searched() {
    apply(scan_of(first_case, '1'), 20, kDay, scans);
    apply(scan_of(second_case, '2'), 21, kDay, scans);
    apply(scan_of(test_fire, '3'), 22, kDay, scans);
    ScansSearched found;
    found.scan = ScanId{20};
    for (const RecordNumber scan : {22, 21}) {
      ScansSearched::Candidate candidate;
      candidate.scan = ScanId{scan};
      found.candidates.push_back(candidate);
    }
    apply(found, 30, kDay, searches);
  }
  /// And lead 31 is the first of the list, lead 32 the second.
  void led() {
    searched();
    apply(LeadChosen{"", 1, kReviewer, ScanSearchId{30}}, 31, kDay, conclusions.leads);
    apply(LeadChosen{"", 2, kReviewer, ScanSearchId{30}}, 32, kDay, conclusions.leads);
  }
  [[nodiscard]] static Concluded conclusion(LeadId lead, PartyId examiner, Conclusion level) {
    Concluded concluded;
    concluded.lead = lead;
    concluded.examiner = examiner;
    concluded.organisation = kLab;
    concluded.level = level;
    return concluded;
  }
};

/// The name of a refusal; empty when it was none.
template <class T>
std::string refusal_of(const Result<T>& decided) {
  return decided ? "" : decided.error().name;
}

}  // namespace lotline::seizure
