#include "service/trace_find.h"

#include "seizure/refusals.h"
#include "service/logged.h"

namespace lotline::service {

namespace {

using tracing::EventKind;
using tracing::KnownEvent;

std::string words_of(const seizure::DiversionRow& row, const catalogue::Catalogue& catalogue) {
  const auto* modality = catalogue.word("diversion_modality", row.modality);
  const std::string name = modality == nullptr ? row.modality : modality->name;
  return fmt::format("{} ({}){}", name, row.stage, row.report.empty() ? "" : ", report " + row.report);
}

void add_diversions(State& state, const catalogue::Catalogue& catalogue, LotId lot, std::vector<KnownEvent>& events) {
  state.diversions.diversions.scan_by("lot", lot.number, [&](const seizure::DiversionRow& row) {
    events.push_back({row.number,
                      EventKind::diversion,
                      {row.happened_first, row.happened_last},
                      row.between_from,
                      row.between_to,
                      Rounds{},
                      words_of(row, catalogue)});
    return true;
  });
}

void add_shortages(State& state, LotId lot, std::vector<KnownEvent>& events) {
  state.stocktakes.variances.scan_by("lot", lot.number, [&](const stockpile::VarianceRow& row) {
    if (row.counted >= row.book) return true;
    const auto investigation = state.stocktakes.investigations.find(make_key(row.investigation));
    CHECK(investigation.has_value());
    events.push_back(
        {row.investigation.number,
         EventKind::shortage,
         {investigation->counted_on, investigation->counted_on},
         investigation->possessor,
         PartyId{},
         row.book - row.counted,
         fmt::format("stocktake at {} counted {} where the book had {}; {}", investigation->place, row.counted.count(),
                     row.book.count(), row.decided == 0 ? "the investigation is open" : "found to be " + row.finding)});
    return true;
  });
}

/// Incidents name a holder, not a lot: they count for the lots that holder had.
void add_incidents(State& state, LotId lot, std::vector<KnownEvent>& events) {
  const auto incidents = state.diversions.incidents.all();
  if (incidents.empty()) return;
  std::set<PartyId> holders;
  state.book.accounts.scan(make_key(lot),
                           [&](const custody::AccountRow& account) { return holders.insert(account.possessor), true; });
  for (const auto& incident : incidents) {
    if (!holders.contains(incident.holder)) continue;
    const std::string amount = incident.mass_kg > 0
                                   ? fmt::format("{} kg of ammunition of unstated lots", incident.mass_kg)
                                   : fmt::format("{} rounds of unstated lots", incident.rounds.count());
    events.push_back({incident.number,
                      EventKind::incident,
                      {incident.happened_first, incident.happened_last},
                      incident.holder,
                      PartyId{},
                      incident.rounds,
                      fmt::format("{} at {}: {}", incident.kind, incident.place, amount)});
  }
}

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

tracing::Sources trace_sources(Register& store, const catalogue::Catalogue& catalogue, const tracing::Readers& readers,
                               Day today) {
  State& state = store.state();
  const auto profile = state.profile.all();
  return {.book = state.book,
          .parties = state.parties,
          .licences = state.licences,
          .firearms = state.firearms,
          .retailer_marks = state.retailer_marks,
          .catalogue = catalogue,
          .readers = readers,
          .today = today,
          .dealers_name_buyers = !profile.empty() && profile.front().dealers_name_buyers,
          .events = [&state, &catalogue](LotId lot) {
            std::vector<KnownEvent> events;
            add_diversions(state, catalogue, lot, events);
            add_shortages(state, lot, events);
            add_incidents(state, lot, events);
            return events;
          }};
}

TraceFound trace_find(Register& store, const catalogue::Catalogue& catalogue, const tracing::Readers& readers,
                      Day today, const tracing::Question& question, const tracing::TraceOptions& options) {
  return read_one_state(store, [&]() -> TraceFound {
    return {tracing::trace(question, trace_sources(store, catalogue, readers, today), options), store.head()};
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
