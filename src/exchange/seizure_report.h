#pragma once
// The report of a whole seizure on paper: what was seized row by row, the explanations side by side with "none of those
// on record" among them, the sources with their ways and the events on record, who is eliminated, and the state of the
// log it was read from. Sentences are those of the terminal (seizure_words.h). PDF, A4. The same answer gives the same
// bytes.

#include <string>

#include "exchange/report_asked.h"
#include "service/trace_seizure.h"

namespace lotline::exchange {

/// What the rows of the file tell of the find is told beside `asked`.
std::string seizure_report(const service::SeizureTraced& traced, const TraceAskedFor& asked);

}  // namespace lotline::exchange
