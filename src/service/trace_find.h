#pragma once
// The use case of a trace: marks as read, or an exhibit of the register, to an answer and the state of the log it rests
// on.

#include "service/ports.h"
#include "service/reference.h"
#include "tracing/trace.h"

namespace lotline::service {

struct TraceFound {
  tracing::Answer answer;
  Head head;  ///< of the log the answer was read from
};

/// Where traces look: the register's tables, the reference data, and what other modules know of a lot.
tracing::Sources trace_sources(Register& store, const Reference& reference);

/// Traces from one state of the register; changes nothing. Refuses a visitor without the right to trace, and one who
/// does not see everything without a case number and the second factor.
Result<TraceFound> trace_find(Register& store, const Reference& reference, const tracing::Question& question,
                              const tracing::TraceOptions& options = {});

/// The question an exhibit asks: its marks, and when and where it was found. Refuses an unknown exhibit.
Result<tracing::Question> question_of(Register& store, ExhibitId exhibit);
/// The question of a request to trace: that of our exhibit, or the marks the other State read. Refuses an unknown one.
Result<tracing::Question> question_of(Register& store, TraceRequestId request);

}  // namespace lotline::service
