#pragma once
// Whether generated surfaces may stand for guns in a gallery: a real scan must be taken for a generated gun's as easily
// as for another real gun's. Prints the tables of docs/ballistics.md.

#include <cstddef>
#include <string>

namespace lotline::bench {

/// Quantiles of non-matching scores, real against real and real against generated, over the slides that the generator
/// was not fitted to, with bootstrap intervals over slides and generated guns. Says so where the scans are absent. With
/// a folder of scans that nobody has looked at, and its labels.csv (file,firearm), over all of those instead.
void measure_generated_gate(std::size_t guns, const std::string& unseen);

/// Milliseconds to prepare a scan and to generate a surface.
void measure_surfaces(std::size_t times);

}  // namespace lotline::bench
