#include "service/sealed.h"

namespace lotline::service {

namespace {

bool any_sealed(const State& state, std::string_view index, RecordNumber value) {
  bool sealed = false;
  state.conclusions.leads.leads.scan_by(index, value, [&](const seizure::LeadRow& lead) {
    sealed = lead.withdrawn == 0 && lead.sealed();
    return !sealed;
  });
  return sealed;
}

}  // namespace

bool is_sealed(const State& state, LeadId lead) {
  const auto row = state.conclusions.leads.leads.find(make_key(lead));
  return row && row->withdrawn == 0 && row->sealed();
}

bool is_sealed(const State& state, ScanSearchId search) { return any_sealed(state, "search", search.number); }

bool is_sealed_source(const State& state, RecordNumber source) {
  return any_sealed(state, "questioned_source", source) || any_sealed(state, "candidate_source", source);
}

bool is_sealed(const State& state, RecordNumber number, const What& what) {
  if (const auto* concluded = std::get_if<seizure::Concluded>(&what)) return is_sealed(state, concluded->lead);
  if (std::holds_alternative<seizure::ScansSearched>(what)) return is_sealed(state, ScanSearchId{number});
  return false;
}

}  // namespace lotline::service
