#pragma once
// The use case of a whole seizure: marks with counts to the sources that explain their mix, and the state of the log
// the answer rests on.

#include "service/trace_find.h"
#include "tracing/seizure_trace.h"

namespace lotline::service {

struct SeizureTraced {
  tracing::SeizureAnswer answer;
  tracing::SeizureQuestion question;
  Head head;  ///< of the log the answer was read from
};

/// Traces from one state of the register; changes nothing. Refuses whom trace_find refuses.
Result<SeizureTraced> trace_seizure(Register& store, const Reference& reference,
                                    const tracing::SeizureQuestion& question,
                                    const tracing::SeizureOptions& options = {});

}  // namespace lotline::service
