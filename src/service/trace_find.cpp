#include "service/trace_find.h"

#include "seizure/refusals.h"
#include "service/known_events.h"
#include "service/logged.h"

namespace lotline::service {

namespace {

/// The firearms seized in the same case as any of its exhibits (para 32).
std::vector<FirearmId> firearms_of_case(const seizure::Exhibits& exhibits, const std::string& case_number) {
  std::set<FirearmId> firearms;
  exhibits.exhibits.scan_by("case_number", case_number, [&](const seizure::ExhibitRow& exhibit) {
    exhibits.co_seizures.scan(make_key(exhibit.id),
                              [&](const seizure::CoSeizureRow& row) { return firearms.insert(row.firearm), true; });
    return true;
  });
  return {firearms.begin(), firearms.end()};
}

}  // namespace

tracing::Sources trace_sources(Register& store, const Reference& reference) {
  State& state = store.state();
  const catalogue::Catalogue& catalogue = reference.catalogue;
  const auto profile = state.profile.all();
  return {.book = state.book,
          .parties = state.parties,
          .licences = state.licences,
          .firearms = state.firearms,
          .retailer_marks = state.retailer_marks,
          .catalogue = catalogue,
          .readers = reference.readers,
          .today = reference.today,
          .dealers_name_buyers = !profile.empty() && profile.front().dealers_name_buyers,
          .events = [&state, &catalogue](LotId lot) { return events_of_lot(state, catalogue, lot); },
          .events_of_holder =
              [&state, &catalogue](PartyId holder) { return service::events_of_holder(state, catalogue, holder); },
          .shortages_of_holder = [&state](PartyId holder) { return service::shortages_of_holder(state, holder); }};
}

Result<TraceFound> trace_find(Register& store, const Reference& reference, const tracing::Question& question,
                              const tracing::TraceOptions& options) {
  TRY(access::require_case(reference.visitor));
  return read_one_state(store, [&]() -> TraceFound {
    return {tracing::trace(question, trace_sources(store, reference), options), store.head()};
  });
}

Result<tracing::Question> question_of(Register& store, ExhibitId id) {
  const auto exhibit = store.state().exhibits.exhibits.find(make_key(id));
  if (!exhibit) return refuse(seizure::unknown_exhibit, "{}", id.number);
  tracing::Question question;
  question.marks = exhibit->marks();
  question.fired = exhibit->kind != seizure::ExhibitKind::live_round;
  question.quantity = exhibit->count;
  question.found_on = exhibit->found_on();
  question.found_in = exhibit->country;
  question.firearms = firearms_of_case(store.state().exhibits, exhibit->case_number);
  return question;
}

Result<tracing::Question> question_of(Register& store, TraceRequestId id) {
  const auto request = store.state().trace_requests.requests.find(make_key(id));
  if (!request) return refuse(seizure::unknown_request, "{}", id.number);
  if (request->exhibit) return question_of(store, request->exhibit);
  const Record record = TRY(logged(store, id.number));
  const auto& requested = std::get<seizure::TraceRequested>(record.what);
  tracing::Question question;
  question.marks = requested.marks;
  if (requested.quantity > Rounds{}) question.quantity = requested.quantity;
  question.found_in = requested.state;
  return question;
}

}  // namespace lotline::service
