#pragma once
// What is withheld while an examiner examines a lead blind: the likelihood ratio and what others concluded, from
// everybody, since the program cannot tell who looks over whose shoulder.

#include "service/record.h"
#include "service/state.h"

namespace lotline::service {

/// Whether a blind examination of the lead is open.
bool is_sealed(const State& state, LeadId lead);
/// Whether one is open of any lead out of the search.
bool is_sealed(const State& state, ScanSearchId search);
/// Whether one is open of any lead that joins this source to another.
bool is_sealed_source(const State& state, RecordNumber source);
/// Whether the record tells a likelihood ratio or a conclusion that is withheld.
bool is_sealed(const State& state, RecordNumber number, const What& what);

}  // namespace lotline::service
