#pragma once
// A seizure's answer in sentences that can be read aloud.

#include "tracing/seizure_answer.h"

namespace lotline::tracing {

/// The one sentence that stands before all else. Says so when the register does not tell where it is from.
std::string words_of(const SeizureAnswer& answer);

/// One explanation. `ways` are those of its first source.
std::string words_of(const Explanation& explanation, const std::vector<PartyRef>& sources,
                     const std::vector<Part>& ways);

std::string words_of(WayOut way);     ///< stolen in a theft on record
std::string words_of(NoSource none);  ///< rounds of makers that are not on record
std::string years_in_words(int first, int last);

}  // namespace lotline::tracing
