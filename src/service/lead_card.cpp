#include "service/lead_card.h"

#include "seizure/refusals.h"
#include "service/report_names.h"

namespace lotline::service {

namespace {

LeadScan lead_scan(const State& state, ScanId id) {
  const auto scan = state.scans.scans.find(make_key(id));
  CHECK(scan.has_value());
  return {*scan, source_in_words(state, *scan)};
}

void add_weight(const State& state, const seizure::LeadRow& lead, LeadCard& card) {
  const auto candidate = state.scan_searches.candidates.find(make_key(lead.search, lead.rank));
  CHECK(candidate.has_value());
  card.score = static_cast<double>(candidate->score_ppm) / 1e6;
  if (candidate->has_llr) card.llr = static_cast<double>(candidate->llr_milli) / 1e3;
  card.llr_reason = candidate->llr_reason;
}

void add_conclusions(const State& state, const seizure::LeadRow& lead, LeadCard& card) {
  for (const auto& row : state.conclusions.conclusions.all(make_key(lead.id))) {
    if (!row.stands()) continue;
    card.concluded.push_back({row.number, std::string{word(row.level)}, party_code(state, row.examiner),
                              party_code(state, row.organisation), row.accreditation, row.before_lr, row.second,
                              to_text(When{row.concluded_first, row.concluded_last})});
  }
}

Result<LeadCard> card_of(const State& state, LeadId id) {
  const auto lead = state.conclusions.leads.leads.find(make_key(id));
  if (!lead) return refuse(seizure::unknown_lead, "{}", id.number);
  LeadCard card;
  card.lead = id;
  card.withdrawn = lead->withdrawn != 0;
  card.sealed = lead->sealed();
  card.search = lead->search.number;
  card.rank = lead->rank;
  card.reviewer = party_code(state, lead->reviewer);
  card.chosen_on = to_text(When{lead->chosen_first, lead->chosen_last});
  card.questioned = lead_scan(state, lead->questioned);
  card.candidate = lead_scan(state, lead->candidate);
  card.conclusions = lead->conclusions;
  for (const auto& blind : state.conclusions.leads.blind.all(make_key(id)))
    if (blind.open()) card.examining.push_back(party_code(state, blind.examiner));
  if (card.sealed) return card;
  add_weight(state, *lead, card);
  add_conclusions(state, *lead, card);
  return card;
}

}  // namespace

std::string source_in_words(const State& state, const seizure::ScanRow& scan) {
  if (scan.source_kind == seizure::SourceKind::firearm) return "gun " + firearm_name(state, FirearmId{scan.source});
  return fmt::format("exhibit {} of case {}", scan.source, case_of(state, ExhibitId{scan.source}));
}

Result<LeadCard> lead_card(Register& store, const Reference& reference, LeadId lead) {
  TRY(access::require(reference.visitor, access::Right::read_fired_cases));
  return read_one_state(store, [&] { return card_of(store.state(), lead); });
}

}  // namespace lotline::service
