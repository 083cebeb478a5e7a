#include "seizure/withdrawal.h"

#include "seizure/refusals.h"

namespace lotline::seizure {

namespace {

/// What is known of the record that is to be withdrawn.
struct Target {
  bool known = false;
  bool ended = false;
};

template <class Row>
Target in(const Table<Row>& table, RecordNumber number) {
  const auto row = table.find(make_key(number));
  if (!row) return {};
  return {true, row->withdrawn != 0};
}

std::optional<BlindExaminationRow> blind_examination(const Leads& leads, RecordNumber number) {
  std::optional<BlindExaminationRow> found;
  leads.blind.scan({}, [&](const BlindExaminationRow& row) {
    if (row.number == number) found = row;
    return !found;
  });
  return found;
}

Target target_of(const Withdrawable& all, RecordNumber number) {
  for (const Target target : {in(all.test_fires, number), in(all.replicas, number), in(all.scans, number),
                              in(all.conclusions.leads.leads, number)})
    if (target.known) return target;
  if (const auto conclusion = all.conclusions.conclusions.first_by("number", number))
    return {true, !conclusion->stands()};
  if (const auto link = all.conclusions.links.find(make_key(number))) return {true, link->ended != 0};
  if (const auto blind = blind_examination(all.conclusions.leads, number)) return {true, !blind->open()};
  return {};
}

/// Whether scans of this test fire or replica stand.
bool scans_stand(const Table<ScanRow>& scans, RecordNumber number) {
  for (const char* index : {"test_fire", "replica"})
    for (const ScanRow& scan : scans.all_by(index, number))
      if (scan.withdrawn == 0) return true;
  return false;
}

/// Whether leads of this scan stand.
bool leads_stand(const Withdrawable& all, RecordNumber number) {
  const auto scan = all.scans.find(make_key(number));
  if (!scan) return false;
  for (const char* index : {"questioned_source", "candidate_source"})
    for (const LeadRow& lead : all.conclusions.leads.leads.all_by(index, scan->source))
      if (lead.withdrawn == 0 && (lead.questioned == scan->id || lead.candidate == scan->id)) return true;
  return false;
}

/// Marks the row as withdrawn when the table has it.
template <class Row>
bool mark(Table<Row>& table, RecordNumber number, RecordNumber by) {
  auto row = table.find(make_key(number));
  if (!row) return false;
  row->withdrawn = by;
  table.put(*row);
  return true;
}

void end_link(Table<BallisticLinkRow>& links, RecordNumber number, RecordNumber by) {
  auto link = links.find(make_key(number));
  CHECK(link.has_value());
  link->ended = by;
  links.put(*link);
}

void change_lead(Leads& leads, LeadId id, int blind_open, int conclusions) {
  auto lead = leads.leads.find(make_key(id));
  CHECK(lead.has_value());
  lead->change(blind_open, conclusions);
  leads.leads.put(*lead);
}

/// A lead takes its conclusions' links with it.
void end_links_of(const Withdrawable& all, LeadId lead, RecordNumber by) {
  for (const auto& link : all.conclusions.links.all_by("lead", lead.number))
    if (link.ended == 0) end_link(all.conclusions.links, link.number, by);
}

}  // namespace

Result<Withdrawn> decide_withdrawal(const Withdrawable& all, Withdrawn withdrawn) {
  const Target target = target_of(all, withdrawn.record);
  if (!target.known) return refuse(not_withdrawable, "record {}", withdrawn.record);
  if (target.ended) return refuse(withdrawn_before, "record {}", withdrawn.record);
  if (scans_stand(all.scans, withdrawn.record)) return refuse(scans_stand_on_it, "record {}", withdrawn.record);
  if (leads_stand(all, withdrawn.record)) return refuse(leads_stand_on_it, "scan {}", withdrawn.record);
  if (withdrawn.reason.empty()) return refuse(missing_value, "reason");
  return withdrawn;
}

void apply(const Withdrawn& record, RecordNumber number, Withdrawable& all) {
  Conclusions& c = all.conclusions;
  if (mark(all.test_fires, record.record, number)) return;
  if (mark(all.replicas, record.record, number)) return;
  if (mark(all.scans, record.record, number)) return;
  if (mark(c.leads.leads, record.record, number)) return end_links_of(all, LeadId{record.record}, number);
  if (auto conclusion = c.conclusions.first_by("number", record.record)) {
    conclusion->withdrawn = number;
    c.conclusions.put(*conclusion);
    change_lead(c.leads, conclusion->lead, 0, -1);
    end_link(c.links, record.record, number);
    return;
  }
  if (auto blind = blind_examination(c.leads, record.record)) {
    blind->withdrawn = number;
    c.leads.blind.put(*blind);
    change_lead(c.leads, blind->lead, -1, 0);
    return;
  }
  end_link(c.links, record.record, number);
}

}  // namespace lotline::seizure
