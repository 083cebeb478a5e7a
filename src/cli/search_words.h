#pragma once
// A search of scans as text: the list of sources, what is withheld, and what the gallery could not offer.

#include <string>

#include "comparison/calibrator.h"
#include "service/search_scans.h"

namespace lotline::cli {

/// log10 of the likelihood ratio, why there is none, or that it is withheld.
std::string weight_in_words(const search::Line& line, bool withheld);

/// To standard output; what could not be compared to standard error.
void print_search(const service::State& state, const service::ScanSearched& found, bool withheld);
/// Scans on record that are not searched, to standard error.
void print_gallery(const service::ScanGallery& gallery);
/// Nothing where there is none.
void print_calibrator(const comparison::Calibrator* calibrator);

}  // namespace lotline::cli
