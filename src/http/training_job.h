#pragma once
// Trainings as jobs: a file of pairs of scans on record whose firearms are known, compared one by one, to a calibrator
// that the service keeps. Stopped in the middle, one begins again from its first pair.

#include "exchange/trained_calibrator.h"
#include "http/jobs.h"
#include "http/route.h"

namespace lotline::http {

JobKind training_jobs();

/// What a training is told beside its file.
std::vector<Parameter> training_parameters();
/// Refuses what is no calibrator's name, mark, pitch or count.
Result<exchange::CalibratorTold> training_told(const std::map<std::string, std::string, std::less<>>& asked);

}  // namespace lotline::http
