#pragma once
// What a trace of a whole seizure answers: explanations side by side, and what each source on record explains of it.
// Names are resolved, so that an answer can be printed or kept without the register. Nothing in it is proof.

#include "tracing/answer.h"
#include "tracing/seizure_explanations.h"

namespace lotline::tracing {

/// A line of the seizure in one source's explanation.
struct LineOfSource {
  std::vector<int> numbers;  ///< rows of the file
  std::int64_t count = 0;
  double chance = 0;      ///< that it is of this source, when the source is the bulk's
  std::int64_t held = 0;  ///< rounds that fit it, held at the end of the year of the find, by the book
};

/// Something on record that speaks for rounds having left a source.
struct SourceEvent {
  std::string kind;  ///< theft, loss, dispatch_not_received, shortage, diversion, incident
  std::string on;
  Rounds rounds;
  std::string words;
  RecordNumber record = 0;
};

struct WayOfSource {
  WayOut way{};
  std::string years;       ///< around which it left: 1987/1995
  double probability = 0;  ///< among the ways of this source
};

struct SeizureSource {
  PartyRef party;
  double probability = 0;     ///< that the bulk of it is of this holder
  double any_part = 0;        ///< that some of it is
  double with_units = 0;      ///< that the bulk of it is of this holder or of one of its units, at any depth
  double log_likelihood = 0;  ///< natural logarithm against none on record: above 0 it explains the seizure better
  std::int64_t held = 0;      ///< rounds of all kinds held at the end of the year of the find, by the book
  std::vector<WayOfSource> ways;
  std::vector<LineOfSource> lines;
  std::int64_t rounds_explained = 0;  ///< of lines that are likelier of it than strays
  std::int64_t rounds_not_explained = 0;
  std::vector<SourceEvent> events;
};

/// One explanation in words, to be read beside the others.
struct ExplanationTold {
  std::string words;
  std::vector<PartyRef> sources;  ///< one, two, or none
  double share = 1;               ///< of the first, where there are two
  double log_likelihood = 0;
  double probability = 0;
};

struct SeizureAnswer {
  std::string words;
  bool known = false;  ///< one source is likelier than all else together
  std::int64_t rounds = 0;
  std::size_t lines = 0;
  std::vector<ExplanationTold> explanations;
  std::vector<SeizureSource> sources;
  double none_on_record = 0;
  std::array<double, kNoSources> none{};
  std::vector<EliminatedHolder> eliminated;
  std::size_t holders_on_record = 0;
  std::size_t never_fitting = 0;       ///< holders that never had a round of a product that any line can be
  std::size_t candidates = 0;          ///< holders that had
  std::size_t left = 0;                ///< the fewest that hold 95 % of the probability of sources on record
  std::vector<int> lines_unexplained;  ///< rows that fit no kind of round on record
  std::vector<Limit> limits;
};

}  // namespace lotline::tracing
