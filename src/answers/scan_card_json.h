#pragma once
// Scans on record as JSON: a list of them, and one.

#include <string>

#include "service/list_scans.h"

namespace lotline::answers {

std::string scans_as_json(const service::Page<service::ListedScan>& page, bool simulated);
std::string scan_card_as_json(const service::ListedScan& card, bool simulated);

}  // namespace lotline::answers
