#pragma once
// How well whole seizures are attributed: every find of simulated States is traced, and the answer held beside the
// truth.

#include <string>
#include <vector>

#include "bench/simulated_state.h"
#include "tracing/seizure_options.h"
#include "tracing/seizure_question.h"

namespace lotline::bench {

/// One find, traced.
struct Trial {
  std::string kind;          ///< of the diversion
  std::int64_t planned = 0;  ///< size of the find: 1, 5, 20, 100, 1000
  bool on_record = true;     ///< the true source is a holder on record
  std::size_t rank = 0;   ///< of the true source among the sources, 0 first; as many as there are when it is not among
                          ///< them. Of a find of no source on record: 0 when none on record is likeliest, else 1
  bool excluded = false;  ///< the true source was eliminated or never a candidate
  double of_truth = 0;    ///< probability given to what is true
  double of_first = 0;    ///< probability of what stands first, none on record among it
  bool first_is_true = false;
  bool first_is_near = false;  ///< what stands first is the true source, or a unit of it
  std::size_t left = 0;        ///< holders that hold 95 % of what is likely of sources on record
  std::size_t holders = 0;     ///< on record
  std::size_t holds_most_rank = 0;
  std::size_t intersection_rank = 0;
  std::size_t intersection_size = 0;
  double milliseconds = 0;
};

tracing::SeizureQuestion question_of(const simulation::TrueFind& find);

/// Traces every find of the State.
std::vector<Trial> trials_of(SimulatedState& state, const tracing::SeizureOptions& options, bool plain_rules);

/// Prints the tables of docs/attribution.md for States of the variant; of all variants where it is empty.
void measure_attribution(std::int64_t movements, int states, std::string_view only);
/// Prints how well the constants do on the seeds that they are chosen by; with `vary`, and each of them moved up and
/// down.
void fit_attribution(std::int64_t movements, int states, const tracing::SeizureOptions& base, bool vary);
/// False when no constant has that name.
bool set_constant(tracing::SeizureOptions& options, std::string_view name, double value);

}  // namespace lotline::bench
