#include "seizure/lead.h"

#include "seizure/refusals.h"

namespace lotline::seizure {

namespace {

struct Pair {
  ScanRow questioned;
  ScanRow candidate;
};

/// REQUIRES the search and a rank that it lists.
Pair pair_of(const Leads& leads, ScanSearchId search, std::int64_t rank) {
  const auto row = leads.searches.find(make_key(search));
  const auto candidate = leads.candidates.find(make_key(search, rank));
  CHECK(row.has_value() && candidate.has_value());
  const auto questioned = leads.scans.find(make_key(row->scan));
  const auto found = leads.scans.find(make_key(candidate->scan));
  CHECK(questioned.has_value() && found.has_value());
  return {*questioned, *found};
}

bool joins(const LeadRow& lead, RecordNumber one, RecordNumber other) {
  return (lead.questioned_source == one && lead.candidate_source == other) ||
         (lead.questioned_source == other && lead.candidate_source == one);
}

}  // namespace

Result<LeadRow> standing_lead(const Leads& leads, LeadId id) {
  const auto lead = leads.leads.find(make_key(id));
  if (!lead) return refuse(unknown_lead, "{}", id.number);
  if (lead->withdrawn != 0) return refuse(withdrawn_before, "lead {}", id.number);
  return *lead;
}

Result<LeadChosen> decide_lead(const Leads& leads, LeadChosen chosen) {
  const bool known = leads.searches.find(make_key(chosen.search)).has_value();
  if (!known) return refuse(unknown_search, "{}", chosen.search.number);
  const bool listed = leads.candidates.find(make_key(chosen.search, chosen.rank)).has_value();
  if (!listed) return refuse(no_such_rank, "search {}, rank {}", chosen.search.number, chosen.rank);
  if (!chosen.reviewer) return refuse(missing_value, "reviewer");
  const auto [questioned, candidate] = pair_of(leads, chosen.search, chosen.rank);
  for (const ScanRow* scan : {&questioned, &candidate})
    if (scan->withdrawn != 0) return refuse(withdrawn_before, "scan {}", scan->id.number);
  if (questioned.source == candidate.source) return refuse(own_source, "{}", questioned.source);
  for (const RecordNumber source : {questioned.source, candidate.source})
    for (const LeadRow& lead : leads.leads.all_by("questioned_source", source))
      if (lead.withdrawn == 0 && joins(lead, questioned.source, candidate.source))
        return refuse(lead_exists, "lead {}", lead.id.number);
  return chosen;
}

Result<BlindExaminationBegun> decide_blind_examination(const Leads& leads, bool examiner_concluded,
                                                       BlindExaminationBegun begun) {
  const LeadRow lead = TRY(standing_lead(leads, begun.lead));
  if (!begun.examiner) return refuse(missing_value, "examiner");
  if (lead.reviewer == begun.examiner)
    return refuse(not_blind, "lead {} was chosen by this examiner", begun.lead.number);
  if (examiner_concluded) return refuse(not_blind, "this examiner has concluded on lead {}", begun.lead.number);
  for (const auto& other : leads.blind.all(make_key(begun.lead)))
    if (other.open() && other.examiner == begun.examiner)
      return refuse(not_blind, "this examiner is examining lead {}", begun.lead.number);
  if (lead.laid_open) return refuse(not_blind, "conclusions on lead {} have lain open", begun.lead.number);
  return begun;
}

void apply(const LeadChosen& record, RecordNumber number, const When& happened, Leads& leads) {
  const auto [questioned, candidate] = pair_of(leads, record.search, record.rank);
  LeadRow row;
  row.id = LeadId{number};
  row.search = record.search;
  row.rank = record.rank;
  row.questioned = questioned.id;
  row.candidate = candidate.id;
  row.questioned_source = questioned.source;
  row.candidate_source = candidate.source;
  row.reviewer = record.reviewer;
  row.chosen_first = happened.first;
  row.chosen_last = happened.last;
  leads.leads.put(row);
}

void apply(const BlindExaminationBegun& record, RecordNumber number, Leads& leads) {
  auto lead = leads.leads.find(make_key(record.lead));
  CHECK(lead.has_value());
  lead->change(1, 0);
  leads.leads.put(*lead);
  leads.blind.put({record.lead, number, record.examiner, false, 0, 0});
}

}  // namespace lotline::seizure
