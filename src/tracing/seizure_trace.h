#pragma once
// From a whole seizure to the holders and points of diversion whose stock explains its mix (para 75).

#include "tracing/names.h"
#include "tracing/seizure_answer.h"

namespace lotline::tracing {

/// Never refuses: what cannot be read or used is said among the limits.
SeizureAnswer trace_seizure(const SeizureQuestion& question, const Sources& sources,
                            const SeizureOptions& options = {});

}  // namespace lotline::tracing
