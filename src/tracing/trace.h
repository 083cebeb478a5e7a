#pragma once
// From the marks on a recovered round or case to lots, line of supply, last lawful holders and where it left them
// (paras 73-75).

#include "tracing/answer.h"
#include "tracing/question.h"
#include "tracing/sources.h"
#include "tracing/trace_options.h"

namespace lotline::tracing {

/// Never refuses: what cannot be read or used is said among the limits.
Answer trace(const Question& question, const Sources& sources, const TraceOptions& options = {});

}  // namespace lotline::tracing
