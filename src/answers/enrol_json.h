#pragma once
// What became of scans that were to be enrolled, as JSON.

#include <string>
#include <vector>

#include "service/enrol_scans.h"

namespace lotline::answers {

std::string enrolled_as_json(const std::vector<service::EnrolledScan>& scans,
                             const std::vector<std::string>& suspicions, bool simulated);

}  // namespace lotline::answers
