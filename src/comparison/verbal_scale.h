#pragma once
// A likelihood ratio in words: the bands of the ENFSI Guideline for Evaluative Reporting in Forensic Science
// (version 3.0, 2015), appendix on verbal equivalents.

#include <string>

namespace lotline::comparison {

/// Which way and how far: "moderate support for one firearm". Between 1/2 and 2, where the guideline's bands leave
/// room, the ratio is said to support neither.
[[nodiscard]] std::string in_words(double llr);

}  // namespace lotline::comparison
