#pragma once
// This module's tables in memory, compiled once: whoever replays a register or tests over one has them all.

#include "base/memory_table.h"
#include "seizure/conclusion.h"
#include "seizure/crossing.h"
#include "seizure/diversion.h"
#include "seizure/equipment.h"
#include "seizure/exhibit.h"
#include "seizure/lead.h"
#include "seizure/listings.h"
#include "seizure/replica.h"
#include "seizure/scan.h"
#include "seizure/scan_search.h"
#include "seizure/trace_request.h"
#include "seizure/trace_result.h"

namespace lotline {

extern template class Table<seizure::ConclusionRow>;
extern template class MemoryTable<seizure::ConclusionRow>;
extern template class Table<seizure::BallisticLinkRow>;
extern template class MemoryTable<seizure::BallisticLinkRow>;
extern template class Table<seizure::CrossingRow>;
extern template class MemoryTable<seizure::CrossingRow>;
extern template class Table<seizure::DiversionRow>;
extern template class MemoryTable<seizure::DiversionRow>;
extern template class Table<seizure::IncidentRow>;
extern template class MemoryTable<seizure::IncidentRow>;
extern template class Table<seizure::EquipmentRow>;
extern template class MemoryTable<seizure::EquipmentRow>;
extern template class Table<seizure::ExhibitRow>;
extern template class MemoryTable<seizure::ExhibitRow>;
extern template class Table<seizure::CaseRow>;
extern template class MemoryTable<seizure::CaseRow>;
extern template class Table<seizure::CoSeizureRow>;
extern template class MemoryTable<seizure::CoSeizureRow>;
extern template class Table<seizure::CandidateLotRow>;
extern template class MemoryTable<seizure::CandidateLotRow>;
extern template class Table<seizure::LeadRow>;
extern template class MemoryTable<seizure::LeadRow>;
extern template class Table<seizure::BlindExaminationRow>;
extern template class MemoryTable<seizure::BlindExaminationRow>;
extern template class Table<seizure::ListingsRow>;
extern template class MemoryTable<seizure::ListingsRow>;
extern template class Table<seizure::ReplicaRow>;
extern template class MemoryTable<seizure::ReplicaRow>;
extern template class Table<seizure::ReplicaStepRow>;
extern template class MemoryTable<seizure::ReplicaStepRow>;
extern template class Table<seizure::ScanRow>;
extern template class MemoryTable<seizure::ScanRow>;
extern template class Table<seizure::ScanSearchRow>;
extern template class MemoryTable<seizure::ScanSearchRow>;
extern template class Table<seizure::ScanCandidateRow>;
extern template class MemoryTable<seizure::ScanCandidateRow>;
extern template class Table<seizure::TraceRequestRow>;
extern template class MemoryTable<seizure::TraceRequestRow>;
extern template class Table<seizure::TraceAnswerRow>;
extern template class MemoryTable<seizure::TraceAnswerRow>;
extern template class Table<seizure::TraceResultRow>;
extern template class MemoryTable<seizure::TraceResultRow>;

}  // namespace lotline
