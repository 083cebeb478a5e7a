#pragma once
// The report of a trace on paper: what was asked, by whom and for which case, and the whole answer in the words it has
// on a terminal (trace_words.h), its line of supply drawn, the records it rests on, and the state of the log it was
// read from. PDF, A4. The same answer gives the same bytes.

#include <string>

#include "exchange/report_asked.h"
#include "service/trace_find.h"

namespace lotline::exchange {

std::string trace_report(const service::TraceFound& found, const TraceAskedFor& asked);

}  // namespace lotline::exchange
