#pragma once
// What reports call parties, exhibits and guns.

#include "service/report.h"

namespace lotline::service {

/// Its code; empty of none.
std::string party_code(const State& state, PartyId party);
/// Number of the case the exhibit belongs to; empty of none.
std::string case_of(const State& state, ExhibitId exhibit);
/// Make and serial; empty of none.
std::string firearm_name(const State& state, FirearmId firearm);
/// One record as a cell, or nothing.
ReportValue record_cell(RecordNumber number);

/// Scans of an exhibit, or of a firearm, that stand: of itself, its test fires and its replicas.
std::vector<RecordNumber> scans_of(const State& state, RecordNumber source);

}  // namespace lotline::service
