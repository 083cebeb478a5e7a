#include "seizure/memory_tables.h"

namespace lotline {

template class Table<seizure::ConclusionRow>;
template class MemoryTable<seizure::ConclusionRow>;
template class Table<seizure::BallisticLinkRow>;
template class MemoryTable<seizure::BallisticLinkRow>;
template class Table<seizure::CrossingRow>;
template class MemoryTable<seizure::CrossingRow>;
template class Table<seizure::DiversionRow>;
template class MemoryTable<seizure::DiversionRow>;
template class Table<seizure::IncidentRow>;
template class MemoryTable<seizure::IncidentRow>;
template class Table<seizure::EquipmentRow>;
template class MemoryTable<seizure::EquipmentRow>;
template class Table<seizure::ExhibitRow>;
template class MemoryTable<seizure::ExhibitRow>;
template class Table<seizure::CaseRow>;
template class MemoryTable<seizure::CaseRow>;
template class Table<seizure::CoSeizureRow>;
template class MemoryTable<seizure::CoSeizureRow>;
template class Table<seizure::CandidateLotRow>;
template class MemoryTable<seizure::CandidateLotRow>;
template class Table<seizure::LeadRow>;
template class MemoryTable<seizure::LeadRow>;
template class Table<seizure::BlindExaminationRow>;
template class MemoryTable<seizure::BlindExaminationRow>;
template class Table<seizure::ListingsRow>;
template class MemoryTable<seizure::ListingsRow>;
template class Table<seizure::ReplicaRow>;
template class MemoryTable<seizure::ReplicaRow>;
template class Table<seizure::ReplicaStepRow>;
template class MemoryTable<seizure::ReplicaStepRow>;
template class Table<seizure::ScanRow>;
template class MemoryTable<seizure::ScanRow>;
template class Table<seizure::ScanSearchRow>;
template class MemoryTable<seizure::ScanSearchRow>;
template class Table<seizure::ScanCandidateRow>;
template class MemoryTable<seizure::ScanCandidateRow>;
template class Table<seizure::TraceRequestRow>;
template class MemoryTable<seizure::TraceRequestRow>;
template class Table<seizure::TraceAnswerRow>;
template class MemoryTable<seizure::TraceAnswerRow>;
template class Table<seizure::TraceResultRow>;
template class MemoryTable<seizure::TraceResultRow>;

}  // namespace lotline
