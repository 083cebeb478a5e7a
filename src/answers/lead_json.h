#pragma once
// A lead as JSON.

#include <string>

#include "service/lead_card.h"

namespace lotline::answers {

std::string lead_as_json(const service::LeadCard& card, bool simulated);

}  // namespace lotline::answers
