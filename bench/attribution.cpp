#include "bench/attribution.h"

#include <algorithm>

#include "bench/plain_rules.h"
#include "service/trace_seizure.h"

namespace lotline::bench {

namespace {

/// The nearest of the sizes that finds are planned at: a find may be a little smaller.
std::int64_t planned_size(std::int64_t count, const std::vector<std::int64_t>& sizes) {
  for (const std::int64_t size : sizes)
    if (count <= size && count > size / 2) return size;
  return count <= 1 ? 1 : sizes.back();
}

std::size_t rank_of(const std::vector<PartyId>& ranked, PartyId truth) {
  return static_cast<std::size_t>(std::ranges::find(ranked, truth) - ranked.begin());
}

class Trials {
 public:
  Trials(SimulatedState& state, const tracing::SeizureOptions& options, bool plain_rules)
      : state_(state), options_(options), plain_rules_(plain_rules) {
    options_.sources_listed = 1'000'000;
  }

  Trial of(const simulation::TrueFind& find) {
    auto& made = *state_.made;
    const auto question = question_of(find);
    const double start = seconds();
    const auto traced = got(service::trace_seizure(made.store(), made.reference(), question, options_));
    Trial trial;
    trial.milliseconds = (seconds() - start) * 1e3;
    trial.kind = simulation::name_of(find.kind);
    trial.planned = planned_size(find.count, state_.options.seizure_sizes);
    trial.on_record = !find.holder.empty();
    const PartyId truth = party(find.holder);
    judge(trial, traced.answer, truth);
    if (plain_rules_) add_plain(trial, question, truth);
    return trial;
  }

 private:
  PartyId party(const std::string& code) {
    if (code.empty()) return {};
    const auto row = state_.made->store().state().parties.parties.first_by("code", code);
    CHECK(row.has_value());
    return row->id;
  }

  void judge(Trial& trial, const tracing::SeizureAnswer& answer, PartyId truth) {
    trial.holders = answer.holders_on_record;
    trial.left = answer.left;
    const double first = answer.sources.empty() ? 0 : answer.sources.front().probability;
    const bool none_first = answer.none_on_record >= first;
    trial.of_first = std::max(answer.none_on_record, first);
    if (!trial.on_record) {
      trial.of_truth = answer.none_on_record;
      trial.rank = none_first ? 0 : 1;
      trial.first_is_true = trial.first_is_near = none_first;
      return;
    }
    std::vector<PartyId> ranked;
    for (const auto& source : answer.sources) {
      ranked.push_back(source.party.id);
      if (source.party.id == truth) trial.of_truth = source.probability;
    }
    trial.rank = rank_of(ranked, truth);
    trial.excluded = trial.rank == ranked.size();
    trial.first_is_true = trial.rank == 0 && !none_first;
    trial.first_is_near = !none_first && !ranked.empty() &&
                          parties::belongs_to(state_.made->store().state().parties, ranked.front(), truth);
  }

  void add_plain(Trial& trial, const tracing::SeizureQuestion& question, PartyId truth) {
    auto& made = *state_.made;
    const auto plain = plain_answers(question, service::trace_sources(made.store(), made.reference()));
    trial.holds_most_rank = rank_of(plain.holds_most, truth);
    trial.intersection_rank = rank_of(plain.intersection, truth);
    trial.intersection_size = plain.intersection.size();
  }

  SimulatedState& state_;
  tracing::SeizureOptions options_;
  bool plain_rules_;
};

}  // namespace

tracing::SeizureQuestion question_of(const simulation::TrueFind& find) {
  tracing::SeizureQuestion question;
  int number = 0;
  for (const auto& line : find.lines) question.lines.push_back({++number, line.marks, line.count, find.fired});
  question.found_on = When{find.on, find.on};
  question.found_in = find.country;
  return question;
}

std::vector<Trial> trials_of(SimulatedState& state, const tracing::SeizureOptions& options, bool plain_rules) {
  Trials trials(state, options, plain_rules);
  std::vector<Trial> all;
  for (const auto& find : state.finds) all.push_back(trials.of(find));
  return all;
}

}  // namespace lotline::bench
