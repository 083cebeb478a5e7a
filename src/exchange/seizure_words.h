#pragma once
// The sentences of the answer about a whole seizure, said alike on a terminal and in a printed report.

#include <string>
#include <vector>

#include "tracing/seizure_answer.h"

namespace lotline::exchange {

/// "142 rounds in 7 lines: the mix of what was seized points to ..."
std::string seizure_in_words(const tracing::SeizureAnswer& answer);
/// "20 times better than none on record", of a natural logarithm.
std::string fit_in_words(double log_likelihood);
/// "DEPOT (Simulated depot): 62 %; as the only source it explains the mix 20 times better than none on record"
std::string source_in_words(const tracing::SeizureSource& source);
/// "of it or of one of its units: 74 %"; nothing where its units add nothing.
std::string units_in_words(const tracing::SeizureSource& source);
/// "stolen in a theft on record, around 1994/1996: 80 %"
std::string way_in_words(const tracing::WayOfSource& way);
std::string explained_in_words(const tracing::SeizureSource& source);
/// "theft on 2004-02-01: 500 rounds ... [record 12]"
std::string event_in_words(const tracing::SourceEvent& event);
std::string none_in_words(const tracing::SeizureAnswer& answer);
/// Of how many holders on record how many are left to look at.
std::string holders_left_in_words(const tracing::SeizureAnswer& answer);
/// "1, 4, 5"
std::string rows_in_words(const std::vector<int>& numbers);
/// "Rows that fit no kind of round on record: 3."; nothing where all do.
std::string rows_unexplained_in_words(const tracing::SeizureAnswer& answer);

}  // namespace lotline::exchange
